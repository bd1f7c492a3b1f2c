import { type Diagnostic, firstOf, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { type Comparison, comparePolicies } from '../diff/compare.ts';
import type { Document } from '../document/document.ts';
import { coverChanges, type Gated, noList } from '../gate/cover.ts';
import type { NotesInForce } from '../gate/note.ts';
import type { Revision } from '../revision/revision.ts';

/**
 * A stretch of days on which another version is in force after a request than before it; `until` is null where it has no
 * end, `before` and `after` are null where none is in force.
 */
export interface ShiftInForce {
  readonly from: string;
  readonly until: string | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** Two revisions of a policy compared, with what the notes decide about the changes. */
export interface Compared {
  /** It has no policy where nothing was released yet. */
  readonly base: Pick<Revision, 'label' | 'title' | 'folder'> &
    Partial<Pick<Revision, 'policy' | 'published'>>;
  readonly head: Revision;
  readonly comparison: Comparison;
  readonly gated: Gated;
  /** The changes lie between versions that are released: they were decided then, and no note can be written for them now. */
  readonly recorded?: boolean;
  /** What a request changes of what is in force, day by day. */
  readonly inForce?: readonly ShiftInForce[];
  /** Where the head was to be announced and no record says that it was. */
  readonly unannounced?: readonly string[];
  /** One of the sides states no facts: both were compared as documents. */
  readonly documents?: { readonly before: Document; readonly after: Document };
}

/**
 * The comparison of a policy that was never released: it has no changes, only problems of its notes and those `found`
 * already. Undefined when there are none.
 */
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
