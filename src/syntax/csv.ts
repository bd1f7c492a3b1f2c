import { type CsvError, parse } from 'csv-parse/sync';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { placeOf, type SourceFile, startOfFile } from '../base/place.ts';
import { emptyFile, type YamlFile, type YamlPath } from './yaml.ts';

interface CsvRecord {
  readonly info: { readonly lines: number; readonly bytes: number };
  readonly record: Readonly<Record<string, string>>;
}

/**
 * A CSV file as if it had been written in YAML, `entries:` and one map a line: the columns named in `lists` become
 * lists, split at semicolons, and empty cells are left out. Places are whole lines.
 */
export function parseCsv(source: SourceFile, lists: readonly string[]): YamlFile {
  let records: readonly CsvRecord[];
  try {
    records = parse(source.text, {
      columns: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    return emptyFile(source, [csvProblem(source, error as CsvError)]);
  }
  const lines = linesOf(source, records);
  const entries = records.map(({ record }) => entryOf(record, lists));
  const placeAt = (path: YamlPath) => {
    const line = typeof path[1] === 'number' ? (lines[path[1]] ?? 1) : 1;
    const start = source.lineStarts[line - 1] ?? 0;
    const end = source.text.indexOf('\n', start);
    return placeOf(source, start, end === -1 ? source.text.length : end);
  };
  return {
    source,
    value: { entries },
    problems: [],
    placeAt,
    keyPlaceAt: placeAt,
    scalarAt: () => undefined,
  };
}

/** The parser tells the last line of a record; it begins after the record before it. */
function linesOf(source: SourceFile, records: readonly CsvRecord[]): readonly number[] {
  const text = source.text.split('\n');
  let after = 1;
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

function csvProblem(source: SourceFile, error: CsvError): Diagnostic {
  const line = Number((error as { lines?: unknown }).lines);
  const start = Number.isInteger(line) ? source.lineStarts[line - 1] : undefined;
  const detail = error.message.charAt(0).toLowerCase() + error.message.slice(1);
  return diagnostic(
    'csv-syntax',
    { detail },
    start === undefined ? startOfFile(source.path) : placeOf(source, start, start + 1),
  );
}
