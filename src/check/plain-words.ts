import type { Span } from '../base/span.ts';

/** A text as it is heard, however it is set, and where each part of it stands in the text. */
export interface PlainWords {
  readonly words: string;
  /** The part of the text that a part of the words was made of. */
  readonly origin: (start: number, end: number) => Span;
}

/**
 * What two settings of the same words may differ in: spaces and hyphens at which no line may break, several spaces, a line that
 * goes on in the next one, emphasis, escapes, letters in two parts, digits as wide as a Chinese character.
 */
const setting =
  /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+(?:\n[ \t]*)?|\n[ \t]*|&nbsp;|\\[!-/:-@[-`{-~]|\*+|_+|\p{L}[\u0300-\u036f\u3099\u309a]+|[\u2010\u2011\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu;
const isSet =
  /\s\s|[\n\t*_\\&\u00a0\u2000-\u200a\u2010\u2011\u202f\u205f\u3000\uff10-\uff5a]|[\u0300-\u036f]|[\u3099\u309a]/;

/** The text in plain setting: `30\njours`, `**30** jours` and `３０ jours` say `30 jours`. Paragraphs, items and rows stay lines. */
export function plainWords(text: string): PlainWords {
  if (!isSet.test(text)) return { words: text, origin: (start, end) => ({ start, end }) };
  const pieces: Piece[] = [];
  let words = '';
  let done = 0;
  const add = (said: string, from: number, to: number): void => {
    if (said === '') return;
    pieces.push({ at: words.length, length: said.length, from, to });
    words += said;
  };
  for (const { 0: part, index } of text.matchAll(setting)) {
    const said = plain(part, text, index);
    if (said === part) continue;
    add(text.slice(done, index), done, index);
    done = index + part.length;
    add(said, index, done);
  }
  add(text.slice(done), done, text.length);
  return { words, origin: (start, end) => originOf(pieces, start, end) };
}

/** Words that are together as they are in the text, or what one thing in it became. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

function originOf(pieces: readonly Piece[], start: number, end: number): Span {
  const first = pieceAt(pieces, start);
  if (!first) return { start: 0, end: 0 };
  const isSame = ({ length, from, to }: Piece): boolean => to - from === length;
  const from = isSame(first) ? first.from + start - first.at : first.from;
  const last = end > start ? (pieceAt(pieces, end - 1) ?? first) : first;
  if (end <= start) return { start: from, end: from };
  return { start: from, end: isSame(last) ? last.from + end - last.at : last.to };
}

/** The piece that a character is in; the last one behind all of them. */
function pieceAt(pieces: readonly Piece[], index: number): Piece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.at ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

const letterOrDigit = /[\p{L}\p{N}]/u;

function plain(part: string, text: string, index: number): string {
  const [before, after] = [text[index - 1] ?? '\n', text[index + part.length] ?? '\n'];
  if (part.includes('\n')) return goesOn(text, index, index + part.length) ? joint(before, after) : part;
  switch (part[0]) {
    case '\\':
      return part.slice(1);
    case '&':
      return ' ';
    case '\u2010':
    case '\u2011':
      return '-';
    case '*':
    case '_':
      return isEmphasis(part, before, after) ? '' : part;
  }
  // How far a line is set in says what it belongs to.
  if (/\s/.test(part)) return before === '\n' || after === '\n' ? part : ' ';
  return part.normalize(part.length > 1 ? 'NFC' : 'NFKC');
}

/** Whether asterisks or underlines set words off: not as a line across, between spaces, in `a_b` or in `2*3`. */
function isEmphasis(part: string, before: string, after: string): boolean {
  if (part.length > 3 || (/\s/.test(before) && /\s/.test(after))) return false;
  const inside = part[0] === '_' ? letterOrDigit : /\d/;
  return !(inside.test(before) && inside.test(after));
}

/** What begins a block of its own: an item, a heading, a row, a quotation, a line across, what a mark stands for. */
const block = /^(?:[-+*•·] |\d{1,9}[.)] |[#|>=~:]|-{2,}|`{3}|\[[^\]\n]{0,40}\]:)/;
/** What nothing goes on from: a heading, a row, the line below a title. */
const closed = /^(?: {0,3}(?:#|\||[-=]+\s*$|\[[^\]\n]{0,40}\]:)|.*\s\|\s)/;

/** Whether what stands before a line break goes on behind it. */
function goesOn(text: string, start: number, end: number): boolean {
  const next = text[end];
  if (next === undefined || /\s/.test(next) || start === 0 || text[start - 1] === '\n') return false;
  if (block.test(text.slice(end, end + 48)) && !/^:[a-z]/.test(text.slice(end, end + 2))) return false;
  return !closed.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
}

const unparted = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。；：、！？（）「」“”]/u;

/** Chinese and Japanese part no words. */
function joint(before: string, after: string): string {
  return unparted.test(before) && unparted.test(after) ? '' : ' ';
}
