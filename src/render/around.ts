import type { Paragraph } from 'mdast';
import type { Block } from './nodes.ts';

/** What a copy of a policy says that neither the policy nor its stamp knows: it comes from the versions around it. */
export interface Around {
  /** Below the status: what changed last, what comes next. */
  readonly lines: readonly Paragraph[];
  /** One of the lines tells which version follows, and when. */
  readonly nextIsTold?: boolean;
  /** What changed in this version; a part of the document. */
  readonly news: readonly Block[];
}

export const alone: Around = { lines: [], news: [] };
