import { showHidden } from './hidden.ts';
import { lineOf, type Place, type SourceFile } from './place.ts';

/** Reports indent a frame by three, and a terminal has 80 columns. */
const widest = 77;

/** How much of a long line is read around a place: enough to fill the frame. */
const reach = 2 * widest;

/**
 * The line a place stands on, the line before it, and carets under the range:
 *
 *     30 │     text: |
 *     31 │       See :ref[retention-biometric] for how long we keep it.
 *        │           ^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * Long lines are cut around the range, and hidden characters are made visible. Returns an empty list when the file
 * has no such line, and for a place that stands for the whole file.
 */
export function codeFrame(source: SourceFile, place: Place): string[] {
  if (place.endLine === 1 && place.endColumn === 1) return [];
  const line = lineOf(source, place.line);
  if (line === undefined) return [];
  const gutter = String(place.line).length;
  const room = widest - gutter - ' │ '.length;
  const end = place.endLine === place.line ? place.endColumn - 1 : line.length;
  const { text, lead, carets } = cutAround(line, place.column - 1, end, room);
  const before = cutAround(lineOf(source, place.line - 1) ?? '', 0, 0, room).text;
  return [
    ...(before.trim() === '' ? [] : [`${String(place.line - 1).padStart(gutter)} │ ${before}`.trimEnd()]),
    `${place.line} │ ${text}`.trimEnd(),
    `${' '.repeat(gutter)} │ ${' '.repeat(lead)}${'^'.repeat(carets)}`,
  ];
}

/** The part of a line around a range that fits into so many cells of a terminal, and the cells before and in the range. */
function cutAround(
  line: string,
  start: number,
  end: number,
  room: number,
): { readonly text: string; readonly lead: number; readonly carets: number } {
  const base = Math.max(0, start - reach);
  const read = cellsOf(showHidden(line.slice(base, start + reach)));
  // A caret behind the last character needs a cell, too.
  const cells = start < line.length ? read : [...read, { at: start - base, text: '', width: 1 }];
  const ends = [0];
  for (const { width } of cells) ends.push((ends.at(-1) ?? 0) + width);
  const widthOf = (from: number, to: number): number => (ends[to] ?? 0) - (ends[from] ?? 0);
  const indexOf = (offset: number): number =>
    Math.max(
      0,
      cells.findLastIndex(({ at }) => at <= offset - base),
    );
  const first = indexOf(start);
  const last = Math.max(first + 1, end - base > (cells.at(-1)?.at ?? 0) ? cells.length : indexOf(end));
  const isWhole = base === 0 && start + reach >= line.length && (ends.at(-1) ?? 0) <= room;
  const { from, to } = isWhole ? { from: 0, to: cells.length } : windowOf(ends, first, last, room - 2);
  const isCutBefore = base > 0 || from > 0;
  const isCutBehind = to < cells.length || start + reach < line.length;
  const shown = cells.slice(from, to).map(({ text }) => text);
  return {
    text: `${isCutBefore ? '…' : ''}${shown.join('')}${isCutBehind ? '…' : ''}`,
    lead: widthOf(from, first) + (isCutBefore ? 1 : 0),
    carets: widthOf(first, Math.min(last, to)),
  };
}

/**
 * The cells to show, by where each ends: the range first, as far as it leaves a third to what is before it; then what is
 * before, and what is behind.
 */
function windowOf(
  ends: readonly number[],
  first: number,
  last: number,
  room: number,
): { readonly from: number; readonly to: number } {
  let from = first;
  let to = first + 1;
  const fits = (left: number, right: number, into: number): boolean =>
    left >= 0 && right < ends.length && (ends[right] ?? 0) - (ends[left] ?? 0) <= into;
  while (to < last && fits(from, to + 1, (2 * room) / 3)) to++;
  while (fits(from - 1, to, to < last ? room : room - 10)) from--;
  while (fits(from, to + 1, room)) to++;
  while (fits(from - 1, to, room)) from--;
  return { from, to };
}

/** What stands together on a terminal: a character with all that combines with it. */
interface Cell {
  readonly at: number;
  text: string;
  readonly width: number;
}

/** A tab is four spaces, as wide in every place. */
function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const character of text) {
    const width = displayWidth(character);
    const before = cells.at(-1);
    if (width === 0 && before) before.text += character;
    else cells.push({ at, text: character === '\t' ? '    ' : character, width });
    at += character.length;
  }
  return cells;
}

/** Marks that combine with the character before them, and joiners. */
const combining = /^(?:\p{Mn}|\p{Me}|\u200C|\u200D|[\u{1F3FB}-\u{1F3FF}])$/u;

/** Terminal cells: East Asian wide and full-width characters and emoji take two, what combines with others none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (character === '\t') width += 4;
    else if (point < 0x300 || !combining.test(character)) width += isWide(point) ? 2 : 1;
  }
  return width;
}

const wide = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
] as const;

function isWide(point: number): boolean {
  return wide.some(([first, last]) => point >= first && point <= last);
}
