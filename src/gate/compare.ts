import { type Comparison, comparePolicies } from '../diff/compare.ts';
import type { Policy } from '../model/policy.ts';
import { coverChanges, type Gated } from './cover.ts';
import type { Note } from './note.ts';

/** The notes of a policy folder, the archive head they must be written against, and the digests of those used up. */
export interface NotesInForce {
  readonly notes: readonly Note[];
  readonly head: string;
  readonly spent: ReadonlySet<string>;
}

/** Two policies → their changes, judged → matched with the notes that say what to make of them. */
export function compareWithNotes(base: Policy, head: Policy, inForce: NotesInForce): Comparison & Gated {
  const comparison = comparePolicies(base, head);
  return { ...comparison, ...coverChanges(comparison.changes, inForce.notes, inForce.head, inForce.spent) };
}
