import { parse } from 'csv-parse/sync';
import type { Entry } from './entry.ts';

/** A register after a merge, and what changed. */
export interface Merged {
  readonly text: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Entries of the register that were not among those read. They stay. */
  readonly missing: readonly string[];
}

type Cells = Readonly<Record<string, string>>;

/**
 * Merges entries into a register that is a table; an entry is found by id, else by name. Stated values replace cells;
 * others stay, and no entry is removed. Entries missing from what was read get `ended` as their last day, if given.
 * Undefined if the register is not a table.
 */
export function mergeRegister(
  register: string | undefined,
  read: readonly Entry[],
  columns: readonly string[],
  ended: string | undefined,
): Merged | undefined {
  let rows: readonly Cells[];
  try {
    rows = parse(register ?? '', { columns: true, trim: true, skip_empty_lines: true, bom: true }) as Cells[];
  } catch {
    return undefined;
  }
  if (rows.some(({ id = '' }) => id === '')) return undefined;
  const known = new Map(rows.map((row) => [row.id ?? '', row]));
  const byName = new Map(rows.map(({ id = '', name = '' }) => [name.toLowerCase(), id]));
  const told = new Map(
    read.map((entry) => {
      const id = known.has(entry.id) ? entry.id : (byName.get(entry.name.toLowerCase()) ?? entry.id);
      return [id, cellsOf({ ...entry, id })];
    }),
  );
  const missing = rows.flatMap(({ id = '' }) => (told.has(id) ? [] : [id]));
  const kept = rows.map((row) => {
    const now = told.get(row.id ?? '');
    if (now) return { ...row, ...now };
    return ended === undefined || (row.until ?? '') !== '' ? row : { ...row, until: ended };
  });
  const added = [...told].flatMap(([id, cells]) => (known.has(id) ? [] : [cells]));
  const all = [...kept, ...added];
  const first = Object.keys(rows[0] ?? {});
  const used = columns.filter((column) => all.some((row) => (row[column] ?? '') !== ''));
  const header = [...first, ...used.filter((column) => !first.includes(column))];
  const lines = [header, ...all.map((row) => header.map((column) => row[column] ?? ''))];
  return {
    text: header.length === 0 ? '' : `${lines.map((cells) => cells.map(cellText).join(',')).join('\n')}\n`,
    added: added.map(({ id = '' }) => id),
    changed: kept.flatMap((row, at) =>
      told.has(row.id ?? '') && !isSame(row, rows[at]) ? [row.id ?? ''] : [],
    ),
    missing,
  };
}

function cellsOf(entry: Entry): Cells {
  return Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(';') : String(value),
    ]),
  );
}

function isSame(row: Cells, before: Cells = {}): boolean {
  return Object.entries(row).every(([name, value]) => (before[name] ?? '') === value);
}

function cellText(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
