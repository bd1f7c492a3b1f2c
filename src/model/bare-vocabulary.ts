import type { Policy, Term } from './policy.ts';

/**
 * The vocabulary without what every object has: a forged row or parent may be called `constructor`, and what is
 * looked up by it, in either of two policies that are compared, is a term of the policy or nothing.
 */
export function bareVocabulary({
  data,
  purposes,
  permissions,
  words,
}: Policy['vocabulary']): Policy['vocabulary'] {
  return {
    data: bare(data, (term) => ({ ...bareTerm(term), sensitive: bare(term.sensitive) })),
    purposes: bare(purposes, bareTerm),
    permissions: bare(permissions, bareTerm),
    ...(words === undefined ? {} : { words: bare(words, (names) => bare(names)) }),
  };
}

function bareTerm<One extends Term>(term: One): One {
  return { ...term, label: bare(term.label) };
}

function bare<Value>(
  table: { readonly [name: string]: Value },
  inside: (value: Value) => Value = (value) => value,
): { readonly [name: string]: Value } {
  const made: { [name: string]: Value } = Object.create(null);
  for (const name of Object.keys(table)) made[name] = inside(table[name] as Value);
  return made;
}
