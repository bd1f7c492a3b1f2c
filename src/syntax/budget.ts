import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Limit, limits, limitWords } from '../base/limits.ts';
import type { Place } from '../base/place.ts';

/** The paragraph of a file that is the most work for the parser. */
export interface HeaviestParagraph {
  readonly marks: number;
  readonly place: Place;
}

/** A limit that is exceeded, and by how much. */
export interface Excess {
  readonly limit: Limit;
  readonly found: number;
}

export function overLimit({ limit, found }: Excess, place: Place): Diagnostic {
  return diagnostic('over-limit', { found, most: limits[limit], ...limitWords[limit] }, place);
}

/** Above this share of a limit, the next author may not be able to add another word. */
const nearly = 0.95;

/** For a limit that is nearly reached but not exceeded. */
export function nearLimit(limit: Limit, found: number): Excess | undefined {
  return found > limits[limit] * nearly && found <= limits[limit] ? { limit, found } : undefined;
}

export function nearlyThere({ limit, found }: Excess, place: Place): Diagnostic {
  return diagnostic('near-limit', { found, most: limits[limit], ...limitWords[limit] }, place);
}

/** For a limit that is exceeded. */
export function excessOf(limit: Limit, found: number): Excess | undefined {
  return found > limits[limit] ? { limit, found } : undefined;
}

/** The most parts that a YAML file can have: each begins on a new line, or after a comma or an opening bracket. */
export function partsIn(text: string): number {
  let parts = 1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === lineEnd || unit === comma || unit === bracket || unit === brace) parts++;
  }
  return parts;
}

const [lineEnd, comma, bracket, brace] = [10, 44, 91, 123];

/** How much work the Markdown of a text is for its parser, estimated by one cheap scan. */
export interface ProseWeight {
  /** Characters that may open or close something, including those of quotes and lists. */
  readonly marks: number;
  /**
   * The same plus everything else that the parser makes a token of: line ends, table cells, escapes and character
   * references.
   */
  readonly signs: number;
  /** The marks of the paragraph with the most. */
  readonly heaviest: number;
  /** What no parser should be given: deep nesting, or a paragraph in which everything may pair with everything. */
  readonly excess: Excess | undefined;
}

/**
 * Weighs a text before it is parsed: the parser tries every pair of signs in a paragraph, and tests every line against
 * every quote and list around it.
 */
export function weighProse(text: string): ProseWeight {
  if (weightless.test(text)) return nothing;
  let [marks, others, rows, inParagraph, most, deepest] = [0, 0, 0, 0, 0, 0];
  let open: Open = { item: nothingOpen, isCode: false };
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = containersOf(text, start, end);
    const number = numberedItem(text, start, open.item);
    if (line.begins || number !== undefined) inParagraph = 0;
    open = openAfter(line, number, open);
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

/** A single line without any markup, as most texts of a policy are. */
const weightless = /^[^\s>*+.)0-9[\]_`<|&\\-][^\n\t[\]*_`<|&\\]*$/;
const nothing: ProseWeight = { marks: 0, signs: 0, heaviest: 0, excess: undefined };

interface LineStart {
  /** The most quotes and lists that the line can be nested in. */
  readonly depth: number;
  /** Where its words begin. */
  readonly at: number;
  /** The indentation before its words, and between the signs of containers. */
  readonly spaces: number;
  /** Whether any paragraph before it has certainly ended. */
  readonly begins: boolean;
  readonly isBlank: boolean;
}

/** What is open behind a line. */
interface Open {
  /** The indentation of the content of a numbered item. */
  readonly item: number;
  readonly isCode: boolean;
}

function openAfter(line: LineStart, number: number | undefined, { item, isCode }: Open): Open {
  // After an indented code block, a number counts as text.
  if (line.isBlank && line.begins) return { item: isCode ? 0 : nothingOpen, isCode };
  const goesOn = line.isBlank ? isCode : line.spaces >= 4;
  if (number !== undefined) return { item: number, isCode: goesOn };
  return { item: line.begins || line.spaces < item ? 0 : item, isCode: goesOn };
}

/** Counts containers: each sign of a quote or list may be one, and so may each two spaces of indentation. */
function containersOf(text: string, start: number, end: number): LineStart {
  let [at, spaces, quotes, items] = [start, 0, 0, 0];
  for (; at < end; at++) {
    const unit = text[at] ?? '';
    if (unit === ' ') spaces++;
    else if (unit === '\t') spaces += 4;
    else if (unit === '>') quotes++;
    else if ('-*+.)'.includes(unit) && endsWord(text, at + 1, end)) items++;
    else if (!'0123456789'.includes(unit)) break;
  }
  const isBlank = at === end;
  const depth = quotes + items + (spaces >> 1);
  bullet.lastIndex = start;
  // An empty item does not end a paragraph.
  return { depth, at, spaces, begins: bullet.test(text) || (isBlank && items === 0), isBlank };
}

/** An item that ends a paragraph above: with more indentation it may continue it. */
const bullet = /\d{0,9}(?: \d{0,9}){0,3}[-*+][ \t]\S/y;

/** No paragraph is open that a line could continue, so any number begins an item. */
const nothingOpen = Number.POSITIVE_INFINITY;

/**
 * The indentation of the content of a numbered item, if the line certainly begins one: its number is 1, or it is
 * indented less than the open item, so that it cannot continue the paragraph there.
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

/** Counts separators of cells, and characters that are or begin an escape. */
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

/** The limit that a document exceeds, if it is read as a whole. */
export function documentExcess(text: string): Excess | undefined {
  return (
    weighProse(text).excess ??
    excessOf('documentLines', linesIn(text)) ??
    excessOf('documentCharacters', charactersIn(text))
  );
}

/** Counts characters, and a Chinese one twice: it is a word to whoever compares, where letters make one together. */
function charactersIn(text: string): number {
  let all = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= firstHan && unit <= lastHan) all++;
  }
  return all;
}

const [firstHan, lastHan] = [0x3400, 0x9fff];

/** Counts lines that are not blank: blank ones cost nothing. */
function linesIn(text: string): number {
  return text.split('\n').filter((line) => /\S/.test(line)).length;
}

/** The limit that one text among others exceeds. */
export function textExcess(text: string, weight: ProseWeight): Excess | undefined {
  return weight.excess ?? excessOf('textCharacters', text.length);
}
