import { type Diagnostic, firstOf, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { type Comparison, comparePolicies } from '../diff/compare.ts';
import type { Document } from '../document/document.ts';
import { coverChanges, type Gated, noList } from '../gate/cover.ts';
import type { NotesInForce } from '../gate/note.ts';
import type { Revision } from '../revision/revision.ts';

/** From a day on, until another or for good, another version is in force than was; null stands for none. */
export interface ShiftInForce {
  readonly from: string;
  readonly until: string | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** Two sides compared, and what the notes make of it. */
export interface Compared {
  /** Without a policy where nothing was released. */
  readonly base: Pick<Revision, 'label' | 'title' | 'folder'> &
    Partial<Pick<Revision, 'policy' | 'published'>>;
  readonly head: Revision;
  readonly comparison: Comparison;
  readonly gated: Gated;
  /** The notes are those recorded at releases: none can be written for these changes. */
  readonly recorded?: boolean;
  /** What a request changes of what is in force, day by day. */
  readonly inForce?: readonly ShiftInForce[];
  /** Where the head was to be announced and no record says that it was. */
  readonly unannounced?: readonly string[];
  /** One of the sides states no facts: both were compared as documents. */
  readonly documents?: { readonly before: Document; readonly after: Document };
}

/** A policy without a released version has no changes; what there is to say is what is wrong. Undefined when nothing is. */
export function nothingReleased(
  head: Revision,
  title: string,
  notes: NotesInForce,
  found: readonly Diagnostic[],
): Compared | undefined {
  const { problems } = coverChanges([], notes, noList, head.policy.prevailing);
  const all = firstOf(sortDiagnostics([...found, ...problems]));
  if (all.length === 0) return undefined;
  const verdict = hasErrors(all) ? 'review' : 'none';
  return {
    base: { label: 'nothing', title },
    head,
    comparison: { ...comparePolicies(head.policy, head.policy), verdict },
    gated: { changes: [], used: [], problems: all },
  };
}
