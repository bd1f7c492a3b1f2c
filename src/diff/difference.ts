import { compareCoordinates, type Policy, type Row, type Table, tables } from '../model/policy.ts';

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
      /** Other values of the row that belong to the same statement and changed too; added when statements are joined. */
      readonly also?: readonly string[];
      readonly base: Row;
      readonly head: Row;
    }
  /** A row in place of another of the same list; made by pairing. */
  | { readonly table: Table; readonly is: 'replaced'; readonly base: Row; readonly head: Row }
  /** An entity that remains and is for other readers than before; made of its rows of `applies`. */
  | {
      readonly table: 'facts';
      readonly is: 'audience';
      /** The entity, as the first part of a row of `applies`. */
      readonly row: Row;
      readonly base: readonly Row[];
      readonly head: readonly Row[];
    };

/** A difference of one sort. */
export type DifferenceThat<Is extends Difference['is']> = Extract<Difference, { is: Is }>;

/** Compares two policies row by row over all three tables. Linear in their size; order follows the coordinates. */
export function findDifferences(base: Policy, head: Policy): Difference[] {
  return tables.flatMap((table) => compareRows(table, base[table], head[table]));
}

/** Walks along both tables at once: rows are sorted by relation and key, so nothing has to be looked up. */
function compareRows(table: Table, base: readonly Row[], head: readonly Row[]): Difference[] {
  const found: Difference[] = [];
  let [at, to] = [0, 0];
  while (at < base.length || to < head.length) {
    const [before, after] = [base[at], head[to]];
    const order = orderOf(before, after);
    if (before && after && order === 0) found.push(...changesOf(table, before, after));
    else if (before && order < 0) found.push({ table, is: 'removed', row: before });
    else if (after) found.push({ table, is: 'added', row: after });
    if (order <= 0) at++;
    if (order >= 0) to++;
  }
  return found;
}

/** Which of two rows comes first; where one table has ended, that of the other. */
function orderOf(before: Row | undefined, after: Row | undefined): number {
  if (!before) return 1;
  return after ? compareCoordinates(before, after) : -1;
}

const none: readonly Difference[] = [];

/** Has no name twice; values are scalars, so equal ones are skipped without a copy. */
function changesOf(table: Table, base: Row, head: Row): readonly Difference[] {
  let names: string[] | undefined;
  for (const name in base.values)
    if (base.values[name] !== head.values[name]) names = [...(names ?? []), name];
  for (const name in head.values) if (!Object.hasOwn(base.values, name)) names = [...(names ?? []), name];
  return names?.sort().map((name) => ({ table, is: 'changed', name, base, head })) ?? none;
}

/** The row that a difference is about, and the name of the value that changed. */
export function subjectOf(difference: Difference): {
  readonly row: Row;
  readonly name: string | undefined;
} {
  if (difference.is === 'replaced') return { row: difference.head, name: undefined };
  return difference.is === 'changed'
    ? { row: difference.head, name: difference.name }
    : { row: difference.row, name: undefined };
}
