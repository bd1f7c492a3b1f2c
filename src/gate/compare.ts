import { type Comparison, comparePolicies, declaredChanges } from '../diff/compare.ts';
import type { Policy } from '../model/policy.ts';
import { coverChanges, type Gated } from './cover.ts';
import { isSpent, type Note } from './note.ts';

/** The notes of a policy folder, the archive head they must be written against, and the digests of those used up. */
export interface NotesInForce {
  readonly notes: readonly Note[];
  readonly head: string;
  readonly spent: ReadonlySet<string>;
}

/** Two policies → their changes, judged → matched with the notes that say what to make of them. */
export function compareWithNotes(base: Policy, head: Policy, inForce: NotesInForce): Comparison & Gated {
  const comparison = comparePolicies(base, head);
  const declared = declaredChanges(base, head, declaredIn(inForce));
  const gated = coverChanges(
    [...comparison.changes, ...declared],
    inForce.notes,
    inForce.head,
    inForce.spent,
  );
  const verdict = declared.length > 0 ? 'material' : comparison.verdict;
  return { ...comparison, verdict, ...gated };
}

/** The entries of the list that notes declare. A note that declares an entry covers the declared change by that. */
export function declaredIn({ notes, spent }: NotesInForce): string[] {
  return notes.filter((note) => !isSpent(note, spent)).flatMap((note) => note.declares);
}
