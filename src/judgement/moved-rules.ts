import { ancestry } from '../model/edition.ts';
import { type Policy, type Row, sortRows } from '../model/policy.ts';
import { type FactRelation, relationsWithData } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';

/** A rule for keeping, and what governs in its place in another policy; undefined where nothing does. */
export type OtherRule = readonly [here: string, there: string | undefined];

/**
 * The rules that govern the data of clauses which moved to another policy, with those that govern it there, if they say
 * something else. Two default rules are no pair: one is told as the other.
 */
export function otherRules(
  base: Policy,
  other: Policy,
  moved: Iterable<readonly [here: string, there: string]>,
): readonly OtherRule[] {
  const found = new Map<string, OtherRule>();
  for (const [was, now] of moved) {
    const here = rulesOf(base, was);
    for (const [data, there] of rulesOf(other, now)) {
      const rules = here.get(data) ?? [];
      for (const rule of rules)
        for (const pair of pairsOf(base, rule, other, there)) found.set(pair.join('\t'), pair);
    }
  }
  return [...found.values()];
}

function pairsOf(base: Policy, here: string, other: Policy, there: readonly string[]): readonly OtherRule[] {
  const said = saidIn(base, here);
  const readers = rowsIn(base).below('applies', here).map(keyPast);
  const same = there.filter(
    (id) => String(rowsIn(other).below('applies', id).map(keyPast)) === String(readers),
  );
  const all = same.length > 0 ? same : there;
  const isDefault = (policy: Policy, id: string): boolean =>
    rowsIn(policy).one('retention', id)?.values.default === true;
  if (all.length === 0) return isDefault(base, here) ? [] : [[here, undefined]];
  return all
    .filter((id) => !(isDefault(base, here) && isDefault(other, id)) && saidIn(other, id) !== said)
    .map((id) => [here, id]);
}

const keyPast = ({ key }: Row): string => key.slice(1).join('\t');

/** What a rule says apart from what it is for. */
function saidIn(policy: Policy, rule: string): string {
  const { default: _, ...values } = rowsIn(policy).one('retention', rule)?.values ?? {};
  const countries = rowsIn(policy).below('retention.country', rule).map(keyPast);
  return JSON.stringify([Object.entries(values).sort(), countries]);
}

/** The rules that govern each data of a clause: by its name, then for the function or a purpose, then for all else. */
function rulesOf(policy: Policy, owner: string): ReadonlyMap<string, readonly string[]> {
  const { all, below, one } = rowsIn(policy);
  const ruling = (relation: FactRelation, ids: readonly string[]): string[] =>
    all(relation).flatMap(({ key: [rule = '', id = ''] }) => (ids.includes(id) ? [rule] : []));
  const purposes = below('function.purpose', owner).map(({ key }) => key[1] ?? '');
  const others = [...ruling('retention.function', [owner]), ...ruling('retention.purpose', purposes)];
  const isOwn = one('function', owner)?.values.keeps !== undefined;
  const defaults = all('retention').flatMap(({ key: [id = ''], values }) =>
    values.default === true && !isOwn ? [id] : [],
  );
  const terms = { get: (id: string) => policy.vocabulary.data[id] };
  const data = relationsWithData('collected').flatMap((relation) => below(relation, owner));
  return new Map(
    data.map(({ key }) => {
      const id = key.at(-1) ?? '';
      const named = ancestry(terms, id).map((one) => ruling('retention.data', [one]));
      return [id, [...named, others, defaults].find((rules) => rules.length > 0) ?? []];
    }),
  );
}

/** The facts of a policy in which a rule says what another policy says, for the same data as before. */
export function withRule(facts: readonly Row[], [here, there]: OtherRule, other: Policy): readonly Row[] {
  const isOfRule = ({ relation, key }: Row): boolean =>
    key[0] === here && (relation === 'retention' || relation === 'retention.country');
  if (there === undefined) return facts.filter(({ key }) => key[0] !== here);
  const [was] = facts.filter((row) => row.relation === 'retention' && row.key[0] === here);
  const { default: _, ...values } = rowsIn(other).one('retention', there)?.values ?? {};
  const isDefault = was?.values.default;
  const now = rowsIn(other)
    .of(there)
    .flatMap((row): Row[] => {
      if (row.relation === 'retention')
        return [
          {
            ...row,
            key: [here],
            values: isDefault === undefined ? values : { ...values, default: isDefault },
          },
        ];
      return row.relation === 'retention.country' ? [{ ...row, key: row.key.with(0, here) }] : [];
    });
  return sortRows([...facts.filter((row) => !isOfRule(row)), ...now]);
}
