import { startOfFile } from '../base/place.ts';
import { type Policy, type Row, sortRows, type Term, type Vocabulary } from '../model/policy.ts';

/**
 * Both policies with rows for the terms that both use: what readers are shown for an id, and what it is a kind of. A
 * policy's own taxonomy may call an old id something new, and another edition may too; no other row would tell. A
 * term that only one of them uses comes or goes with the facts that use it.
 */
export function withTerms(base: Policy, head: Policy): readonly [base: Policy, head: Policy] {
  if (JSON.stringify(base.vocabulary) === JSON.stringify(head.vocabulary)) return [base, head];
  const extended = (policy: Policy, other: Policy): Policy => ({
    ...policy,
    facts: sortRows([...policy.facts, ...termRows(policy, other)]),
  });
  return [extended(base, head), extended(head, base)];
}

const tables: Readonly<Record<keyof Vocabulary, string>> = {
  data: 'data category',
  purposes: 'purpose',
  permissions: 'permission',
};

function termRows({ vocabulary, edition }: Policy, other: Policy): Row[] {
  // Within an edition only the policy's own terms can differ.
  const place = startOfFile(edition === other.edition ? 'taxonomy.yaml' : 'policy.yaml');
  return (Object.keys(tables) as (keyof Vocabulary)[]).flatMap((table) =>
    Object.entries<Term>(vocabulary[table])
      .filter(([id]) => Object.hasOwn(other.vocabulary[table], id))
      .flatMap(([id, { label, parent }]): Row[] => [
        ...Object.entries(label).map(
          ([locale, words]): Row => ({
            relation: 'term.label',
            key: [tables[table], id, locale],
            values: { words },
            place,
          }),
        ),
        ...(parent === undefined
          ? []
          : [{ relation: 'term.parent' as const, key: [tables[table], id, parent], values: {}, place }]),
      ]),
  );
}
