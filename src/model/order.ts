import type { Place } from '../base/place.ts';
import type { Row } from './policy.ts';
import type { FactRelation, Referent } from './relations.ts';

/**
 * The order in which a list is written, as a record of structure: readers are shown it, and it is never meaning. Its key
 * is the list's owner and then the relation. None for a list that is written in the order of its rows, unless it names
 * clauses, which without one are shown in reading order.
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

/** What is listed, in the order of a record. */
export function idsInOrder({ values }: Row): readonly string[] {
  return String(values.order ?? '').split(separator);
}

/** No id holds a tab. */
const separator = '\t';
