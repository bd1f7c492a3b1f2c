import { showHidden } from './hidden.ts';

/**
 * A place in a source file. Lines and columns count from 1; columns are UTF-16 units, as editors and language servers
 * count them. `endColumn` is the column after the last character.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A text with a path (always `/`-separated, relative to the workspace or policy) and its line starts. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** A text with its path, and the offsets at which its lines begin. */
export function sourceFile(path: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { path, text, lineStarts };
}

/** A line by its number, from 1, without what ends it; undefined where there is none. */
export function lineOf({ text, lineStarts }: SourceFile, line: number): string | undefined {
  const start = lineStarts[line - 1];
  if (start === undefined) return undefined;
  const next = lineStarts[line];
  return text.slice(start, next === undefined ? undefined : next - 1);
}

/** The place of the half-open range `[start, end)` of offsets. */
export function placeOf(source: SourceFile, start: number, end: number = start): Place {
  const from = lineAndColumn(source, start);
  const to = lineAndColumn(source, Math.max(start, end));
  return {
    file: source.path,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

/** The place of a whole file, for problems that belong to no line of it. */
export function startOfFile(path: string): Place {
  return { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** `file:line:column`, safe to print whatever the file is called. */
export function formatPlace(place: Place): string {
  return `${showHidden(place.file)}:${place.line}:${place.column}`;
}

/** Document order: file, then line, then column. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function lineAndColumn(source: SourceFile, offset: number): { line: number; column: number } {
  const { lineStarts } = source;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
