import { type CsvError, parse } from 'csv-parse/sync';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Fault, fault } from '../base/messages-faults.ts';
import { nearest } from '../base/nearest.ts';
import { eachOnDemand } from '../base/on-demand.ts';
import { lineOf, type Place, placeOf, type SourceFile, startOfFile } from '../base/place.ts';
import { excessOf, overLimit, partsIn, weighProse } from './budget.ts';
import { conflictMarkers } from './conflict.ts';
import { emptyFile, type YamlFile, type YamlPath } from './yaml.ts';

/** The columns that a table may have. */
export interface CsvColumns {
  readonly known: readonly string[];
  readonly required: readonly string[];
  /** Columns whose cells hold several values, separated by semicolons. */
  readonly lists: readonly string[];
}

interface CsvRecord {
  readonly info: { readonly lines: number };
  readonly record: Readonly<Record<string, string>>;
}

/**
 * Reads a CSV file as if it were YAML with `entries:` and one map per record; empty cells are left out. Places are
 * cells, or whole lines if a record has several.
 */
export function parseCsv(source: SourceFile, columns: CsvColumns): YamlFile {
  if (source.text.trim() === '')
    return emptyFile(source, [diagnostic('file-empty', { what: 'register' }, startOfFile(source.path))]);
  const excess =
    excessOf('yamlParts', partsIn(source.text)) ??
    excessOf('columns', (lineOf(source, headerLine(source)) ?? '').split(',').length);
  if (excess) return emptyFile(source, [overLimit(excess, startOfFile(source.path))]);
  const markers = conflictMarkers(source);
  if (markers.length > 0) return emptyFile(source, markers);
  const header = headerProblems(source, columns);
  if (header.length > 0) return emptyFile(source, header);
  const records = recordsIn(source);
  if ('code' in records) return emptyFile(source, [records]);
  if (records.length === 0)
    return emptyFile(source, [csvFault(fault('no-entry'), linePlace(source, headerLine(source)))]);
  const lines = linesOf(source, records);
  const names = cellsOf(source, headerLine(source)).map(({ text }) => text);
  // Cached, because the place of every fact of an entry is looked up.
  const cellsIn = eachOnDemand((line: number) => cellsOf(source, line));
  const placeAt = (path: YamlPath): Place => {
    const line = typeof path[1] === 'number' ? (lines[path[1]] ?? 1) : 1;
    const cells = cellsIn(line);
    const cell = cells[names.indexOf(String(path[2]))];
    return cell && cells.length === names.length ? cell.place : linePlace(source, line);
  };
  return {
    ...emptyFile(source, []),
    value: { entries: records.map(({ record }) => entryOf(record, columns.lists)) },
    marks: weighProse(source.text).marks,
    characters: source.text.length,
    placeAt,
    keyPlaceAt: placeAt,
  };
}

/** The records of a file, or why it cannot be read. */
function recordsIn(source: SourceFile): readonly CsvRecord[] | Diagnostic {
  const options = { columns: true, info: true, trim: true, skip_empty_lines: true, record_delimiter: '\n' };
  try {
    return parse(source.text, options) as unknown as CsvRecord[];
  } catch (error) {
    return csvProblem(source, error as CsvError);
  }
}

/** Problems with the names of columns, each reported once instead of for every entry. */
function headerProblems(source: SourceFile, { known, required }: CsvColumns): Diagnostic[] {
  const line = headerLine(source);
  const cells = cellsOf(source, line);
  if (cells.length === 1 && /[;\t]/.test(cells[0]?.text ?? '')) {
    return [csvFault(fault('no-comma'), linePlace(source, line))];
  }
  const names = cells.map(({ text }) => text);
  const wrong = cells.flatMap(({ text, place }, index): Diagnostic[] => {
    if (text === '') return [csvFault(fault('column-unnamed'), place)];
    if (!known.includes(text))
      return [diagnostic('unknown-key', { key: text, known, nearest: nearest(text, known) }, place)];
    if (names.indexOf(text) === index) return [];
    return [csvFault(fault('column-twice', { column: text }), place)];
  });
  if (wrong.length > 0) return wrong;
  return required
    .filter((name) => !names.includes(name))
    .map((name) => csvFault(fault('column-missing', { column: name }), linePlace(source, line)));
}

/** The first line that is not blank. */
function headerLine(source: SourceFile): number {
  const before = /^\s*/.exec(source.text)?.[0] ?? '';
  return before.split('\n').length;
}

/** The values of a line without their quotes, and the place of each. */
function cellsOf(source: SourceFile, line: number): { readonly text: string; readonly place: Place }[] {
  const start = source.lineStarts[line - 1] ?? 0;
  const text = lineOf(source, line) ?? '';
  return [...text.matchAll(/(?:^|,)(\s*)("(?:[^"]|"")*"|[^,]*)/g)].map((match) => {
    const written = (match[2] ?? '').trim();
    const from = start + match.index + match[0].length - (match[2] ?? '').length;
    return { text: written.replace(/^"|"$/g, ''), place: placeOf(source, from, from + written.length) };
  });
}

function linePlace(source: SourceFile, line: number): Place {
  const start = source.lineStarts[line - 1] ?? 0;
  return placeOf(source, start, start + (lineOf(source, line) ?? '').length);
}

/** The parser gives only the last line of a record; the first follows the record before it. */
function linesOf(source: SourceFile, records: readonly CsvRecord[]): readonly number[] {
  const text = source.text.split('\n');
  let after = headerLine(source);
  return records.map(({ info }) => {
    let line = after + 1;
    while (line < info.lines && (text[line - 1] ?? '').trim() === '') line++;
    after = info.lines;
    return line;
  });
}

function entryOf(
  record: Readonly<Record<string, string>>,
  lists: readonly string[],
): Record<string, unknown> {
  const cells = Object.entries(record).filter(([, cell]) => cell !== '');
  return Object.fromEntries(
    cells.map(([name, cell]) => [
      name,
      lists.includes(name) ? cell.split(';').map((one) => one.trim()) : cell,
    ]),
  );
}

/** The quote that is never closed; a doubled quote closes and opens again. */
function lastOpening(source: SourceFile): Place {
  let opened = 0;
  let inside = false;
  for (const { index } of source.text.matchAll(/"/g)) {
    if (!inside) opened = index;
    inside = !inside;
  }
  return placeOf(source, opened, opened + 1);
}

function csvFault(wrong: Fault, place: Place): Diagnostic {
  return diagnostic('csv-syntax', { fault: wrong }, place);
}

/** Translates an error of the parser. */
function csvProblem(source: SourceFile, error: CsvError): Diagnostic {
  const told = error as unknown as { code?: string; lines?: unknown; record?: unknown; column?: unknown };
  const line = Number(told.lines);
  const place = Number.isInteger(line) && line > 0 ? linePlace(source, line) : startOfFile(source.path);
  switch (told.code) {
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH': {
      const columns = cellsOf(source, headerLine(source)).length;
      const values = Array.isArray(told.record) ? told.record.length : cellsOf(source, line).length;
      return csvFault(fault('values-unlike-columns', { values, columns }), place);
    }
    case 'CSV_QUOTE_NOT_CLOSED':
      return csvFault(fault('quote-never-closed'), lastOpening(source));
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return csvFault(fault('quote-in-value'), place);
    default:
      return csvFault(fault('commas-and-quotes'), place);
  }
}
