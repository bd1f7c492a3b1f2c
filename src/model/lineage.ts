import type { Row } from './policy.ts';

/** What an entry of a list is called beside clauses, chapters and parties, none of whose ids has a dot. */
export function entryId(key: readonly string[]): string {
  return key.join('.');
}

/** What something says, under `formerly`, that it was called: records of structure. */
export function lineageRows(key: readonly string[], formerly: unknown, place: Row['place']): Row[] {
  const owner = key.slice(0, -1);
  return ((formerly ?? []) as readonly string[]).map((former) => ({
    relation: 'lineage',
    key: [entryId(key), entryId([...owner, former])],
    values: {},
    place,
  }));
}
