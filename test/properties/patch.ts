import type { Change, PlainRow, Side } from '../../src/diff/change.ts';
import { coordinateOf, type Row, sortRows, type Table } from '../../src/model/policy.ts';
import { structureRelations } from '../../src/model/relations.ts';

/**
 * Applies changes to one table of the base they were found against, giving that table of the head. That it does,
 * for any two policies, is the proof that a comparison leaves nothing out. Places are those of the base.
 */
export function patchRows(table: Table, base: readonly Row[], changes: readonly Change[]): Row[] {
  const rows = new Map(base.map((row) => [coordinateOf(row), row]));
  const elsewhere = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const tableOf = (row: PlainRow): Table =>
    row.relation === 'prose' ? 'prose' : isStructure(row) ? 'structure' : 'facts';
  const all = (side: Side | null): readonly PlainRow[] =>
    side === null
      ? []
      : [...('row' in side ? [side.row] : []), ...(side.carries ?? [])].filter(
          (row) => tableOf(row) === table,
        );
  for (const change of changes) {
    for (const row of all(change.before)) rows.delete(coordinateOf(row));
    for (const row of all(change.after)) rows.set(coordinateOf(row), { ...row, place: elsewhere });
    if (
      change.table === table &&
      change.name !== undefined &&
      change.after !== null &&
      'value' in change.after
    ) {
      const coordinate = coordinateOf(change);
      const row = rows.get(coordinate);
      const stated = Object.entries({ [change.name]: change.after.value, ...change.after.beside });
      if (row)
        rows.set(coordinate, {
          ...row,
          values: stated.reduce((values, [name, value]) => withValue(values, name, value), row.values),
        });
    }
  }
  return sortRows([...rows.values()]);
}

function withValue(values: Row['values'], name: string, value: Row['values'][string] | null): Row['values'] {
  const { [name]: _, ...others } = values;
  return value === null ? others : { ...others, [name]: value };
}

function isStructure({ relation }: PlainRow): boolean {
  return (structureRelations as readonly string[]).includes(relation);
}
