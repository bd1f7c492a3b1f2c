import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Limit, limits, limitWords } from '../base/limits.ts';
import type { Place } from '../base/place.ts';

/** The paragraph of a file that asks the most of the parser. */
export interface HeaviestParagraph {
  readonly marks: number;
  readonly place: Place;
}

/** Something there is too much of. */
export interface Excess {
  readonly limit: Limit;
  readonly found: number;
}

export function overLimit({ limit, found }: Excess, place: Place): Diagnostic {
  return diagnostic('over-limit', { found, most: limits[limit], ...limitWords[limit] }, place);
}

/** The share of a limit above which whoever comes next may not have the room for another word. */
const nearly = 0.95;

/** A limit that is nearly reached, and not yet exceeded. */
export function nearLimit(limit: Limit, found: number): Excess | undefined {
  return found > limits[limit] * nearly && found <= limits[limit] ? { limit, found } : undefined;
}

export function nearlyThere({ limit, found }: Excess, place: Place): Diagnostic {
  return diagnostic('near-limit', { found, most: limits[limit], ...limitWords[limit] }, place);
}

/** The excess when there is more than a limit allows. */
export function excessOf(limit: Limit, found: number): Excess | undefined {
  return found > limits[limit] ? { limit, found } : undefined;
}

/** At most how many parts a YAML file has: each stands on a line of its own, or after a comma or an opening bracket. */
export function partsIn(text: string): number {
  let parts = 1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === lineEnd || unit === comma || unit === bracket || unit === brace) parts++;
  }
  return parts;
}

const [lineEnd, comma, bracket, brace] = [10, 44, 91, 123];

/** What the Markdown of a text asks of its parser, by a scan that costs no more than reading it. */
export interface ProseWeight {
  /** Signs that may open or close something, those of quotes and lists among them. */
  readonly marks: number;
  /** The same, with all else that its parser makes a thing of: ends of lines, cells, characters that are written otherwise. */
  readonly signs: number;
  /** Those of the paragraph that has the most. */
  readonly heaviest: number;
  /** What no parser should be asked: containers in containers, or a paragraph in which everything may pair with everything. */
  readonly excess: Excess | undefined;
}

/**
 * Weighs a text before it is parsed: the parser tries every pair of signs of a paragraph, and holds every line against
 * every quote and list around it.
 */
export function weighProse(text: string): ProseWeight {
  if (weightless.test(text)) return nothing;
  let [marks, others, rows, inParagraph, most, deepest] = [0, 0, 0, 0, 0, 0];
  let item = nothingOpen;
  let isCode = false;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = containersOf(text, start, end);
    const number = numberedItem(text, start, item);
    const isBlank = line.at === end;
    if (line.begins || number !== undefined) inParagraph = 0;
    // Below a block of code that is indented, a number is taken for words.
    if (isBlank && line.begins) item = isCode ? 0 : nothingOpen;
    else if (number !== undefined) item = number;
    else if (line.begins || line.spaces < item) item = 0;
    if (!isBlank) isCode = line.spaces >= 4;
    const signs = signsIn(text, line.at, end);
    marks += signs + line.depth;
    inParagraph += signs;
    const { cells, escapes } = partsOfLine(text, start, end);
    others += cells + escapes + (found === -1 ? 0 : 1);
    if (cells > 0) rows++;
    most = Math.max(most, inParagraph);
    deepest = Math.max(deepest, line.depth);
    start = end + 1;
  }
  return {
    marks,
    signs: marks + others,
    heaviest: most,
    excess:
      excessOf('proseDepth', deepest) ??
      excessOf('paragraphMarks', most) ??
      excessOf('tableRows', rows) ??
      excessOf('proseMarks', marks + others),
  };
}

/** One line without a sign, that begins with none either: most texts of a policy. */
const weightless = /^[^\s>*+.)0-9[\]_`<|&\\-][^\n\t[\]*_`<|&\\]*$/;
const nothing: ProseWeight = { marks: 0, signs: 0, heaviest: 0, excess: undefined };

interface LineStart {
  /** How many quotes and lists the line may stand in. */
  readonly depth: number;
  /** Where its words begin. */
  readonly at: number;
  /** The indentation before its words, and between its signs. */
  readonly spaces: number;
  /** Whether a paragraph before it has certainly ended. */
  readonly begins: boolean;
}

/** Each sign of a quote or a list, and each two spaces of indentation, may be one container. */
function containersOf(text: string, start: number, end: number): LineStart {
  let [at, spaces, quotes, items] = [start, 0, 0, 0];
  let begins = false;
  for (; at < end; at++) {
    const unit = text[at] ?? '';
    const isDigit = unit >= '0' && unit <= '9';
    if (unit === ' ') spaces++;
    else if (unit === '\t') spaces += 4;
    else if (unit === '>') quotes++;
    else if ('-*+'.includes(unit) && endsWord(text, at + 1, end)) {
      // One that is indented further may go on with the paragraph above it.
      begins ||= quotes + items === 0 && spaces < 4 && /\S/.test(text[at + 2] ?? '');
      items++;
    } else if ((unit === '.' || unit === ')') && endsWord(text, at + 1, end)) items++;
    else if (!isDigit) break;
  }
  // An item of nothing ends no paragraph.
  const isBlank = at === end && items === 0;
  return { depth: quotes + items + (spaces >> 1), at, spaces, begins: begins || isBlank };
}

/** Nothing is open in which a line could go on: any number begins an item. */
const nothingOpen = Number.POSITIVE_INFINITY;

/**
 * How far what follows in a numbered item is indented, when the line certainly begins one: with 1, or where it cannot go
 * on with the paragraph above it, which stands in an item that is indented further.
 */
function numberedItem(text: string, start: number, open: number): number | undefined {
  numbered.lastIndex = start;
  const [, spaces = '', digits] = numbered.exec(text) ?? [];
  if (digits === undefined || (digits !== '1' && spaces.length >= open)) return undefined;
  return spaces.length + digits.length + 2;
}

const numbered = /( {0,3})(\d{1,9})[.)] +[^\s]/y;

function endsWord(text: string, at: number, end: number): boolean {
  return at >= end || text[at] === ' ' || text[at] === '\t';
}

/** What parts cells, and what stands for something else. */
function partsOfLine(
  text: string,
  start: number,
  end: number,
): { readonly cells: number; readonly escapes: number } {
  let [cells, escapes] = [0, 0];
  for (let at = start; at < end; at++) {
    const unit = text[at];
    if (unit === '|') cells++;
    else if (unit === '&' || unit === '\\' || unit === '\t') escapes++;
  }
  return { cells, escapes };
}

const opening = new Set('[]*_`<');

function signsIn(text: string, start: number, end: number): number {
  let signs = 0;
  for (let at = start; at < end; at++) if (opening.has(text[at] ?? '')) signs++;
  return signs;
}

/** What is too much of a document that is read as a whole. */
export function documentExcess(text: string): Excess | undefined {
  return (
    weighProse(text).excess ??
    excessOf('documentLines', linesIn(text)) ??
    excessOf('documentCharacters', text.length)
  );
}

/** Lines that hold something: what parts them is free. */
function linesIn(text: string): number {
  return text.split('\n').filter((line) => /\S/.test(line)).length;
}

/** What is too much of one text among others. */
export function textExcess(text: string, weight: ProseWeight): Excess | undefined {
  return weight.excess ?? excessOf('textCharacters', text.length);
}
