import { showHidden } from './hidden.ts';
import { lineOf, type Place, type SourceFile } from './place.ts';

const widest = 100;

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
  const frame: string[] = [];
  const before = lineOf(source, place.line - 1);
  const cut = place.column - 1 > widest - 20 ? Math.max(0, place.column - 1 - 30) : 0;
  if (before !== undefined && showHidden(before.slice(cut, cut + widest)).trim() !== '') {
    frame.push(`${String(place.line - 1).padStart(gutter)} │ ${clip(before, cut)}`.trimEnd());
  }
  frame.push(`${place.line} │ ${clip(line, cut)}`.trimEnd());
  const end = place.endLine === place.line ? place.endColumn : line.length + 1;
  const shown = clip(line, cut);
  const lead = displayPad(shown, place.column - 1 - cut + (cut > 0 ? 1 : 0));
  const length = Math.max(
    1,
    displayWidth(showHidden(line.slice(place.column - 1, Math.min(end - 1, cut + widest)))),
  );
  frame.push(`${' '.repeat(gutter)} │ ${lead}${'^'.repeat(length)}`);
  return frame;
}

function clip(line: string, cut: number): string {
  const from = showHidden(cut > 0 ? `…${line.slice(cut, cut + widest)}` : line.slice(0, widest + 1));
  return from.length > widest ? `${from.slice(0, widest - 1)}…` : from;
}

/** Spaces as wide as the text above them; tabs stay, so that carets are in line on any terminal. */
function displayPad(text: string, length: number): string {
  let pad = '';
  for (const character of text.slice(0, length)) {
    pad += character === '\t' ? '\t' : ' '.repeat(displayWidth(character));
  }
  return pad;
}

/** Terminal cells: East Asian wide and full-width characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

function isWide(point: number): boolean {
  return (
    (point >= 0x1100 && point <= 0x115f) ||
    (point >= 0x2e80 && point <= 0xa4cf) ||
    (point >= 0xac00 && point <= 0xd7a3) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xfe30 && point <= 0xfe6f) ||
    (point >= 0xff00 && point <= 0xff60) ||
    (point >= 0xffe0 && point <= 0xffe6) ||
    (point >= 0x20000 && point <= 0x3fffd)
  );
}
