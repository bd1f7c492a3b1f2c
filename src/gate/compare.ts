import { type Comparison, comparePolicies, declaredChanges } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { worstFirst } from '../diff/rank.ts';
import type { Policy } from '../model/policy.ts';
import { coverChanges, type Gated } from './cover.ts';
import { isSpent, type NotesInForce } from './note.ts';
import { changesOfRetired } from './settings-changes.ts';
import { asFromStanding } from './standing.ts';

/**
 * Two policies → their changes, judged → matched with the notes that say what to make of them. `besides` are changes
 * that no policy shows, such as those of the gate itself; `standing` are versions before the base that readers still have.
 */
export function compareWithNotes(
  base: Policy,
  head: Policy,
  inForce: NotesInForce,
  besides: readonly JudgedChange[] = [],
  standing: readonly Policy[] = [],
): Comparison & Gated {
  const comparison = comparePolicies(base, head, undefined, standing);
  const open = inForce.notes.filter((note) => !isSpent(note, inForce.spent));
  const declares = open.flatMap((note) => note.declares);
  const declared = declares.length === 0 ? [] : declaredChanges(base, head, declares, standing);
  const retired = changesOfRetired(base, head);
  const own = asFromStanding(comparison.changes, standing, head);
  const changes = [...own, ...declared, ...retired, ...besides].sort(worstFirst);
  return {
    ...comparison,
    verdict: changes[0]?.verdict ?? 'none',
    ...coverChanges(changes, inForce, comparison.list, head.prevailing),
  };
}
