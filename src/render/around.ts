import type { Paragraph } from 'mdast';
import type { Block } from './nodes.ts';

/** What a copy of a policy says about the versions around it; neither the policy nor its stamp holds this. */
export interface Around {
  /** Shown below the status: the last change and the next version. */
  readonly lines: readonly Paragraph[];
  /** Whether one of the lines says which version follows, and when. */
  readonly nextIsTold?: boolean;
  /** What changed in this version, as a part of the document. */
  readonly news: readonly Block[];
}

export const alone: Around = { lines: [], news: [] };
