import { type Facet, switchedOn } from '../knowledge/facet.ts';
import { knowledge } from '../knowledge/table.ts';
import { type FactRelation, isFactRelation } from '../model/relations.ts';
import type { Change, PlainRow, Side } from './change.ts';

/** A facet with the row that shows it. */
export interface RowFacet extends Facet {
  readonly row: Pick<PlainRow, 'relation' | 'key'>;
}

/** Everything a change does, its own effect first. */
export function facetsOf(change: Change): RowFacet[] {
  if (change.table !== 'facts') return [];
  const { relation, key, direction } = change;
  const on = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed';
  const name = change.name === undefined ? relation : `${relation}.${change.name}`;
  const own: RowFacet = { name, on, direction, row: { relation, key } };
  // One category in place of another is an addition and a removal as well.
  return [
    own,
    ...(on === 'removed' ? [] : wholeFacets(change.after, 'added', change, on !== 'changed')),
    ...(on === 'added' ? [] : wholeFacets(change.before, 'removed', change, on !== 'changed')),
  ];
}

/** What a row does that comes or goes with everything it carries; `told` when the change itself says the first of it. */
function wholeFacets(side: Side | null, on: 'added' | 'removed', change: Change, told: boolean): RowFacet[] {
  if (side === null || !('row' in side)) return [];
  // A new entity's own consent is no change of anybody else's consent.
  const rows = side.carries.filter(
    (row) => !(row.relation.startsWith('consent') && row.key[0] === change.key[0]),
  );
  return [side.row, ...rows].flatMap((row, index) => {
    const { relation } = row;
    if (!isFactRelation(relation)) return [];
    const facets = switchedOn(relation, row.values, on);
    if (index > 0 || !told) facets.unshift(bareFacet(relation, on));
    return facets.map((facet) => ({ ...facet, row }));
  });
}

function bareFacet(relation: FactRelation, on: 'added' | 'removed'): Facet {
  return { name: relation, on, direction: knowledge[relation][on].direction };
}
