import type { PolicySource } from './load.ts';

/** A word that is not to be used for a term. It is no part of the policy: readers are not told. */
export interface AvoidedWord {
  readonly term: string;
  readonly word: string;
}

/** The words that the definitions of a policy say to avoid. */
export function avoidedIn({ chapters }: PolicySource): readonly AvoidedWord[] {
  return chapters
    .flatMap(({ clauses }) => clauses)
    .flatMap(({ id, kind, avoid }) =>
      kind === 'definition' && Array.isArray(avoid)
        ? avoid.map((word) => ({ term: id, word: String(word) }))
        : [],
    );
}
