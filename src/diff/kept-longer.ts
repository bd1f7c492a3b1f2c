import { compareDurations } from '../base/duration.ts';
import { onDemand } from '../base/on-demand.ts';
import { type Audience, common, nobody, union } from '../model/audience.ts';
import type { Policy, Row } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import type { RowFacet } from './facets.ts';
import type { Readers } from './readers.ts';

/**
 * The readers whose data a new rule keeps for longer than what governed it: the rule for it by name, or for a category
 * above it, else the default rule.
 */
export function keptLongerIn(
  base: { readonly policy: Policy; readonly readers: Readers },
  head: Policy,
): (facet: RowFacet) => Audience {
  const rules = onDemand(() => rowsIn(base.policy).all('retention'));
  return ({ on, name, row, readers }) => {
    const [id = ''] = row.key;
    // A period stated by a function, where there was none.
    const isOwn =
      name === 'function.keeps' && rowsIn(base.policy).one('function', id)?.values.keeps === undefined;
    const isRule = on === 'added' && name === row.relation && /^retention(?:\.|$)/.test(name);
    if (!isOwn && !isRule) return nobody;
    const now = isOwn
      ? rowsIn(head).one('function', id)?.values.keeps
      : rowsIn(head).one('retention', id)?.values.period;
    const covered = isOwn
      ? [{ relation: 'retention.function', key: [id, id] } as const]
      : row.relation === 'retention'
        ? members.flatMap((relation) => rowsIn(head).below(relation, id))
        : [row];
    const before = covered.flatMap((one) => governing(one, base.policy, head, rules()));
    const shorter = before.filter(({ values }) => isLonger(now, values.period));
    return union(shorter.map(({ key }) => common(readers, base.readers.of(key[0] ?? ''))));
  };
}

const members = ['retention.data', 'retention.function', 'retention.purpose'] as const;

function governing(
  { relation, key }: Pick<Row, 'relation' | 'key'>,
  policy: Policy,
  head: Policy,
  rules: readonly Row[],
) {
  const above = new Set<string | undefined>();
  for (let id = key[1]; id !== undefined && !above.has(id); ) {
    above.add(id);
    id =
      relation === 'retention.data'
        ? (policy.vocabulary.data[id] ?? head.vocabulary.data[id])?.parent
        : undefined;
  }
  const covering = new Set(
    policy.facts.flatMap((row) => (row.relation === relation && above.has(row.key[1]) ? [row.key[0]] : [])),
  );
  return rules.filter((row) =>
    covering.size === 0 ? row.values.default === true : covering.has(row.key[0]),
  );
}

function isLonger(now: Row['values'][string] | undefined, was: Row['values'][string] | undefined): boolean {
  if (now === undefined || was === undefined || was === 'forever') return false;
  return now === 'forever' || (compareDurations(String(now), String(was)) ?? 0) > 0;
}
