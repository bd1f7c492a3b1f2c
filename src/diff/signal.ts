import { isForeign } from './signal/foreign.ts';
import { type Hunk, hunksBetween, touched } from './signal/hunks.ts';
import { isAddressed, linkSignal } from './signal/link-signal.ts';
import { isAtClause, isAtNegation, isCell, isMarkMoved } from './signal/marks.ts';
import type { Range, Reading } from './signal/reading.ts';
import { type Span, spansIn } from './signal/spans.ts';
import { spellingOf } from './signal/spelling.ts';
import { stemOf } from './signal/stem.ts';
import { englishLimiting, englishLogged, englishTurning, joining } from './signal/tables/en.ts';
import { chineseLogged } from './signal/tables/zh.ts';
import { type Token, tokensOf } from './signal/tokens.ts';
import { isContent, isReworded } from './signal/wording.ts';
import type { SignalWords } from './signal/words.ts';

/** How soon a person should read a change of prose: what it touches decides, never its size. */
export type Signal = 'high' | 'low';

export interface Signalled {
  readonly signal: Signal;
  /** What differs, sorted: `negation`, `number`, `category`… Their words are the report's. */
  readonly signals: readonly string[];
}

/** Worth knowing, and no reason to read a change first. */
export const lowSignals: ReadonlySet<string> = new Set([
  'address',
  'link',
  'log-entry',
  'reference',
  'spelling',
  'updated',
]);

/**
 * What a change of a text touches. `null` stands for a text that was not there or is gone: then everything it says
 * counts. Symmetric in the two texts; white space changes nothing. A language without tables is always high, and so is
 * a link that leads elsewhere when the text is known to offer something.
 */
export function signalOf(
  before: string | null,
  after: string | null,
  words: SignalWords,
  offers = false,
): Signalled {
  if (!words.known) return { signal: 'high', signals: ['language'] };
  const sides = [before, after].filter((text) => text !== null).sort();
  const readings = sides.map((text): Reading => {
    const tokens = tokensOf(text);
    return { tokens, spans: spansIn(tokens, words.lexicon), offers };
  });
  const [first, second] = readings;
  const found = new Set<string>();
  if (first && second) {
    for (const hunk of hunksBetween(first.tokens, second.tokens))
      for (const signal of signalsOfHunk(hunk, first, second)) found.add(signal);
    if (isMarkMoved(first, second)) found.add('clause');
    if (isPersonMoved(first, second)) found.add('person');
  } else {
    for (const { signal } of first?.spans ?? []) if (!ofExchange.has(signal)) found.add(signal);
    if (first && isForeign(first.tokens)) found.add('language');
  }
  if (readings.length > 0 && readings.every(isLogEntry)) return low(['log-entry']);
  const signals = [...new Set([...found].map((signal) => (named.has(signal) ? 'name' : signal)))].sort();
  return { signal: signals.some((one) => !lowSignals.has(one)) ? 'high' : 'low', signals };
}

/** Tells something only where one stands in another's place: `and` for `or`, `you` for `we`, `from` for `to`. */
const ofExchange: ReadonlySet<string> = new Set([
  'alternative',
  'company',
  'direction',
  'opening',
  'person',
  'section',
  'switch',
]);

/** Kinds of names that are told apart while reading. */
const named: ReadonlySet<string> = new Set(['company', 'opening', 'section', 'site']);

function low(signals: readonly string[]): Signalled {
  return { signal: 'low', signals };
}

/** A line of a change log: a date, a colon, and first of all what was done to the document. */
function isLogEntry({ tokens, spans }: Reading): boolean {
  const [span] = spans;
  if (span?.start !== 0 || (span.signal !== 'date' && span.signal !== 'updated')) return false;
  const [colon, first, second] = tokens.slice(span.end).map(({ key }) => key);
  return colon === ':' && (englishLogged.has(stemOf(first ?? '')) || chineseLogged.test(`${first}${second}`));
}

function signalsOfHunk(hunk: Hunk, before: Reading, after: Reading): Iterable<string> {
  const [gone, come] = [touched(before.spans, hunk.before), touched(after.spans, hunk.after)];
  const [words, others] = [before.tokens.slice(...hunk.before), after.tokens.slice(...hunk.after)];
  const found = new Set<string>();
  for (const signal of new Set([...gone, ...come].map((span) => span.signal))) {
    const [a, b] = [valuesOf(gone, signal), valuesOf(come, signal)];
    if (a === b) continue;
    if (ofExchange.has(signal) && (a === '' || b === '')) continue;
    const links = [gone.filter(isAddressed), come.filter(isAddressed)] as const;
    found.add(isAddressed({ signal }) ? linkSignal(signal, links, hunk, before, after) : signal);
  }
  const changed = [...words, ...others];
  if (changed.some(({ is }) => is === 'word') && (isForeign(before.tokens) || isForeign(after.tokens)))
    found.add('language');
  if (isTurned(keysOf(words), keysOf(others))) found.add('negation');
  if (changed.some(({ key }) => key.startsWith('~'))) found.add('negation');
  if (isAtNegation(hunk, before, after)) found.add('negation');
  if (isAtClause(hunk, before, after)) found.add('clause');
  if (isCell(hunk, before, after)) found.add('cell');
  if (![...gone, ...come].some(({ signal }) => signal === 'address')) {
    if (isListed(words, others)) found.add('item');
    if (qualifies(hunk.before, hunk.after, after) || qualifies(hunk.after, hunk.before, before))
      found.add('wording');
    const [only, instead] = [uncovered(before, gone, hunk.before), uncovered(after, come, hunk.after)];
    if (isReworded(only, instead) || isPhrase(only, instead, changed[0])) found.add('wording');
  }
  return spellingOf(
    found,
    [keysOf(words), keysOf(others)],
    [...gone, ...come].map((span) => lettersOf(span, before, after)),
    (word) => isElsewhere(word, before, hunk.before) && isElsewhere(word, after, hunk.after),
  );
}

/** `We pay you` and `You pay us`: as many of each as there were, in another order. */
function isPersonMoved(before: Reading, after: Reading): boolean {
  const persons = ({ spans }: Reading): readonly string[] =>
    spans.filter(({ signal }) => signal === 'person').map(({ value }) => value);
  const [a, b] = [persons(before), persons(after)];
  return a.join() !== b.join() && [...a].sort().join() === [...b].sort().join();
}

/** `lawful requests` and `requests`: a word more before one that the tables know makes another thing of it. */
function qualifies(empty: Range, range: Range, reading: Reading): boolean {
  const { tokens, spans } = reading;
  const [, end] = range;
  if (empty[0] !== empty[1] || tokens[end]?.opens) return false;
  const added = uncovered(reading, touched(spans, range), range);
  return added.some(isContent) && spans.some(({ start, signal }) => start === end && qualified.has(signal));
}

const qualified: ReadonlySet<string> = new Set([
  'category',
  'recipient',
  'purpose',
  'processing',
  'consent',
  'right',
]);

/** The changed tokens that no span accounts for; the first word of a sentence may be a name, and is a word. */
function uncovered({ tokens }: Reading, spans: readonly Span[], [start, end]: Range): readonly Token[] {
  const told = spans.filter(({ signal }) => signal !== 'opening');
  return tokens
    .slice(start, end)
    .filter((_, index) => !told.some((span) => span.start <= start + index && start + index < span.end));
}

function valuesOf(spans: readonly Span[], signal: string): string {
  return spans
    .filter((span) => span.signal === signal)
    .map(({ value }) => value)
    .sort()
    .join('\t');
}

function keysOf(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join(' ');
}

function lettersOf(span: Span, ...readings: readonly Reading[]): number {
  return Math.max(
    ...readings.map(({ tokens, spans }) =>
      spans.includes(span)
        ? tokens.slice(span.start, span.end).reduce((sum, { key }) => sum + key.length, 0)
        : 0,
    ),
  );
}

function isElsewhere(word: string, { tokens }: Reading, [start, end]: Range): boolean {
  return tokens.some(({ key }, at) => key === word && (at < start || at >= end));
}

/** `lawful` and `unlawful`. */
function isTurned(before: string, after: string): boolean {
  const [short = '', long = ''] = [before, after].sort((a, b) => a.length - b.length);
  return short.length > 3 && englishTurning.some((prefix) => long === prefix + short);
}

/** `in an emergency`, `feedback given by visitors`: words of no table that come or go together limit what is said. */
function isPhrase(before: readonly Token[], after: readonly Token[], first: Token | undefined): boolean {
  const [a, b] = [before.filter(isContent), after.filter(isContent)];
  if (a.length > 0 && b.length > 0) return false;
  // A word of Chinese has two characters, mostly.
  const words = [...a, ...b].reduce((sum, { is }) => sum + (is === 'han' ? 0.5 : 1), 0);
  return words >= (englishLimiting.has(first?.key ?? '') ? 1 : 2);
}

/** One more thing in a list, or one fewer; it may be a kind of data or a company that no table knows. */
function isListed(before: readonly Token[], after: readonly Token[]): boolean {
  if (before.length > 0 && after.length > 0) return false;
  const tokens = before.length > 0 ? before : after;
  const [first, last] = [tokens[0]?.key ?? '', tokens.at(-1)?.key ?? ''];
  return (joining.has(first) || joining.has(last)) && tokens.some(isContent);
}
