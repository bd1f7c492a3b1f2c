import type { Place } from '../base/place.ts';
import type { Row, Scalar } from './policy.ts';
import type { FactRelation, Referent } from './relations.ts';

/**
 * The order of a list, as a row of structure: pages use it, and it is never meaning. Its key is the owner of the list and
 * then the relation. There is no row for a list in the order of its rows, except for lists of clauses, which would
 * otherwise be in reading order.
 */
export function orderOf(
  owner: readonly string[],
  list: { readonly relation: FactRelation; readonly of: Referent },
  ids: readonly string[],
  place: Place,
): Row[] {
  const isSorted = ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id);
  if (ids.length < 2 || (isSorted && list.of !== 'clause')) return [];
  return [
    { relation: 'list', key: [...owner, list.relation], values: { order: ids.join(separator) }, place },
  ];
}

/** The ids of such a row, or of one of a chapter or of the contents, in order. */
export function idsInOrder({ relation, values }: Row): readonly string[] {
  return idsOf(relation, values.order);
}

/**
 * Whether what both versions have of such an order stands in another one, as opposed to one that only follows what was
 * added or taken out. A block of a document has just its place.
 */
export function isRearranged(
  relation: string,
  before: Scalar | undefined,
  after: Scalar | undefined,
): boolean {
  if (/^\d+$/.test(String(before))) return true;
  const [was, is] = [idsOf(relation, before), idsOf(relation, after)];
  const [inWas, inIs] = [new Set(was), new Set(is)];
  return (
    was.filter((id) => inIs.has(id)).join(separator) !== is.filter((id) => inWas.has(id)).join(separator)
  );
}

/** Entries of a list may hold spaces. */
function idsOf(relation: string, order: Scalar | undefined): readonly string[] {
  return String(order ?? '').split(relation === 'list' ? separator : ' ');
}

/** No id holds a tab. */
const separator = '\t';
