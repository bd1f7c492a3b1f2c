import type { Row } from './policy.ts';

/** The id of a list entry among those of clauses, chapters and parties, which have no dots. */
export function entryId(key: readonly string[]): string {
  return key.join('.');
}

/** The former ids in `formerly`, as rows of structure. */
export function lineageRows(key: readonly string[], formerly: unknown, place: Row['place']): Row[] {
  const owner = key.slice(0, -1);
  return ((formerly ?? []) as readonly string[]).map((former) => ({
    relation: 'lineage',
    key: [entryId(key), entryId([...owner, former])],
    values: {},
    place,
  }));
}
