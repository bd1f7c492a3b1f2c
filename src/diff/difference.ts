import { coordinateOf, type Policy, type Row } from '../model/policy.ts';

export const tables = ['facts', 'prose', 'structure'] as const;
export type Table = (typeof tables)[number];

/**
 * The smallest thing that can differ: a row that only one side has, or one value of a row that both have.
 * A value that one side lacks is `undefined` there; nothing else counts as equal to it.
 */
export type Difference =
  | { readonly table: Table; readonly is: 'added'; readonly row: Row }
  | { readonly table: Table; readonly is: 'removed'; readonly row: Row }
  | {
      readonly table: Table;
      readonly is: 'changed';
      readonly name: string;
      readonly base: Row;
      readonly head: Row;
    }
  /** A row that stands in for another of the same list; made by pairing, never found. */
  | { readonly table: Table; readonly is: 'replaced'; readonly base: Row; readonly head: Row };

/** Compares two policies row by row over all three tables. Linear in their size; order follows the coordinates. */
export function findDifferences(base: Policy, head: Policy): Difference[] {
  return tables.flatMap((table) => compareRows(table, base[table], head[table]));
}

function compareRows(table: Table, base: readonly Row[], head: readonly Row[]): Difference[] {
  const found: Difference[] = [];
  const rest = new Map(base.map((row) => [coordinateOf(row), row]));
  for (const row of head) {
    const coordinate = coordinateOf(row);
    const before = rest.get(coordinate);
    rest.delete(coordinate);
    if (!before) found.push({ table, is: 'added', row });
    else
      for (const name of differingValues(before, row))
        found.push({ table, is: 'changed', name, base: before, head: row });
  }
  for (const row of rest.values()) found.push({ table, is: 'removed', row });
  return found;
}

function differingValues(base: Row, head: Row): string[] {
  const names = new Set([...Object.keys(base.values), ...Object.keys(head.values)]);
  return [...names].filter((name) => base.values[name] !== head.values[name]).sort();
}
