import type { NumberedShift } from '../archive/timeline.ts';
import { type Diagnostic, firstOf, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { type Comparison, comparePolicies } from '../diff/compare.ts';
import type { Document } from '../document/document.ts';
import { coverChanges, type Gated, noList } from '../gate/cover.ts';
import type { NotesInForce } from '../gate/note.ts';
import type { Policy } from '../model/policy.ts';
import type { Revision } from '../revision/revision.ts';

/** Two revisions of a policy compared, with what the notes decide about the changes. */
export interface Compared {
  /** Without a policy where nothing was released yet. */
  readonly base: Pick<Revision, 'label' | 'title' | 'folder'> &
    Partial<Pick<Revision, 'policy' | 'published'>>;
  readonly head: Revision;
  readonly comparison: Comparison;
  readonly gated: Gated;
  /** Both sides are released: changes were decided then, and no note can be written for them now. */
  readonly recorded?: boolean;
  /** The versions before the base that readers still have. */
  readonly standing?: readonly Policy[];
  /** How a pull request changes which version is in force, by period. */
  readonly inForce?: readonly NumberedShift[];
  /** Channels where the head was to be announced, without a record that it was. */
  readonly unannounced?: readonly string[];
  /** Set when one side states no facts, and both were compared as documents. */
  readonly documents?: { readonly before: Document; readonly after: Document };
}

/**
 * The comparison of a policy that was never released: no changes, only problems of its notes and those `found` before.
 * Undefined when there are none.
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
