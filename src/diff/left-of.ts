import { append } from '../base/group.ts';
import { eachOnDemand, onDemand } from '../base/on-demand.ts';
import { entityOf, isGain } from '../knowledge/facet.ts';
import { type Audience, union, withoutAny } from '../model/audience.ts';
import type { OtherwiseFacet, RowFacet } from './facets.ts';
import type { Side } from './kept-otherwise.ts';
import { type Stated, type Stating, statedBy, type Use, valuesOf } from './stated-of-uses.ts';
import { keyOf, usesByRow } from './uses-by-row.ts';

/** Of these readers have the best of all that is for them. */
const bestCounts: ReadonlySet<string> = new Set(['right', 'right.also', 'contact', 'security', 'minors']);

/**
 * For a right, or what protects readers, that goes while another clause of its sort stays: what they have less by that one,
 * as if the first had changed.
 */
export function leftOfIn(base: Side, head: Side): (facet: RowFacet) => readonly OtherwiseFacet[] {
  const left = onDemand(() => {
    const uses = new Map<string, Use[]>();
    for (const [at, all] of usesByRow(head.policy))
      if (bestCounts.has(at.slice(0, at.indexOf('\t'))))
        for (const use of all) append(uses, keyOf(head.policy, use, use.what), use);
    return uses;
  });
  /** By sort and by the place of what is stated: who has each value. Then what is less than one that goes. */
  const lessOf = eachOnDemand((key: string) =>
    eachOnDemand((at: number) => {
      const readersOf = new Map<Stating, Set<Audience>>();
      for (const use of left().get(key) ?? []) {
        const value = valuesOf(head.policy, use)[at];
        readersOf.set(value, (readersOf.get(value) ?? new Set()).add(head.readers.of(use.owner)));
      }
      return eachOnDemand((had: Stating) => less(statedBy[key.split('\t')[0] ?? '']?.[at], had, readersOf));
    }),
  );
  return ({ on, name, row }) => {
    if (on !== 'removed' || name !== row.relation || !bestCounts.has(name)) return [];
    const gone = usesByRow(base.policy).get([name, ...row.key].join('\t')) ?? [];
    return gone.flatMap((use) => {
      const lessThan = lessOf(keyOf(base.policy, use, use.what));
      const had = valuesOf(base.policy, use);
      const facets = (statedBy[entityOf(name)] ?? []).map((_, at) => lessThan(at)(had[at]));
      return facets.flatMap((one) => (one ? [{ ...one, row }] : []));
    });
  };
}

/** What readers have less of who have none of the values that are left but lesser ones. */
function less(
  stated: Stated | undefined,
  had: Stating,
  left: ReadonlyMap<Stating, ReadonlySet<Audience>>,
): Omit<OtherwiseFacet, 'row'> | undefined {
  if (!stated) return undefined;
  const { relation, value, way } = stated;
  const ways = [...left].map(([has, readers]) => ({ way: way(had, has), readers: [...readers] }));
  const isLess = ({ way: one }: (typeof ways)[number]): boolean =>
    !!one && !one.aside && one.direction !== 'changes' && !isGain(one);
  const worst = ways.find(isLess)?.way;
  if (!worst) return undefined;
  const all = ways.filter(isLess).flatMap(({ readers }) => readers);
  const still = ways.filter((one) => !isLess(one)).flatMap(({ readers }) => readers);
  const readers = withoutAny(union(all), still);
  if (readers.length === 0) return undefined;
  const { direction, on = 'changed' } = worst;
  return { name: value === '' ? relation : `${relation}.${value}`, on, direction, readers };
}
