import { groupBy } from '../base/group.ts';
import { onDemand } from '../base/on-demand.ts';
import { isGain } from '../knowledge/facet.ts';
import { common, union, withoutAny } from '../model/audience.ts';
import type { OtherwiseFacet, RowFacet } from './facets.ts';
import type { Side } from './kept-otherwise.ts';
import { statedBy, type Use, valuesOf } from './stated-of-uses.ts';
import { keyOf, usesByRow } from './used-otherwise.ts';

/** Of these readers have the best of all that is for them. */
const bestCounts: ReadonlySet<string> = new Set(['right', 'right.also', 'security', 'minors']);

/**
 * For a right, or what protects readers, that goes while another clause of its sort stays: what they have less by that one,
 * as if the first had changed.
 */
export function leftOfIn(base: Side, head: Side): (facet: RowFacet) => readonly OtherwiseFacet[] {
  const left = onDemand(() => {
    const uses = [...bestCounts].flatMap((relation) =>
      [...usesByRow(head.policy)].flatMap(([at, all]) => (at.startsWith(`${relation}\t`) ? all : [])),
    );
    return groupBy(uses, (use) => keyOf(head.policy, use, use.what));
  });
  return ({ on, name, row, readers }) => {
    if (on !== 'removed' || name !== row.relation || !bestCounts.has(name)) return [];
    const gone = usesByRow(base.policy).get([name, ...row.key].join('\t')) ?? [];
    return gone.flatMap((use) => {
      const [entity = ''] = name.split('.');
      const had = valuesOf(base.policy, use);
      const others = (left().get(keyOf(base.policy, use, use.what)) ?? []).map((other: Use) => ({
        has: valuesOf(head.policy, other),
        readers: common(readers, head.readers.of(other.owner)),
      }));
      return (statedBy[entity] ?? []).flatMap(({ relation, value, way }, at): OtherwiseFacet[] => {
        const ways = others.map((other) => ({ ...other, way: way(had[at], other.has[at]) }));
        const isLess = ({ way }: (typeof ways)[number]): boolean =>
          !!way && !way.aside && way.direction !== 'changes' && !isGain(way);
        const worst = ways.find(isLess)?.way;
        if (!worst) return [];
        const still = ways.filter((one) => !isLess(one)).map((one) => one.readers);
        const whom = withoutAny(union(ways.map((one) => one.readers)), still);
        const { direction, on = 'changed' } = worst;
        return whom.length === 0
          ? []
          : [{ name: value === '' ? relation : `${relation}.${value}`, on, direction, row, readers: whom }];
      });
    });
  };
}
