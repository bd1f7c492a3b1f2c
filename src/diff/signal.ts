import { type Hunk, hunksBetween, touched } from './signal/hunks.ts';
import { type Span, spansIn } from './signal/spans.ts';
import { spellingOf } from './signal/spelling.ts';
import { englishCommon, englishTurning, joining } from './signal/tables/en.ts';
import { type Token, tokensOf } from './signal/tokens.ts';
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
 * counts. Symmetric in the two texts; white space changes nothing. A language without tables is always high.
 */
export function signalOf(before: string | null, after: string | null, words: SignalWords): Signalled {
  if (!words.known) return { signal: 'high', signals: ['language'] };
  const sides = [before, after].filter((text) => text !== null).sort();
  const readings = sides.map((text): Reading => {
    const tokens = tokensOf(text);
    return { tokens, spans: spansIn(tokens, words.lexicon) };
  });
  const [first, second] = readings;
  const found = new Set<string>();
  if (first && second) {
    for (const hunk of hunksBetween(first.tokens, second.tokens))
      for (const signal of signalsOfHunk(hunk, first, second)) found.add(signal);
  } else for (const { signal } of first?.spans ?? []) if (!ofExchange.has(signal)) found.add(signal);
  if (readings.length > 0 && readings.every(isLogEntry)) return low(['log-entry']);
  const signals = [...new Set([...found].map((signal) => (signal === 'opening' ? 'name' : signal)))].sort();
  return { signal: signals.some((one) => !lowSignals.has(one)) ? 'high' : 'low', signals };
}

/** Tells something only where one stands in another's place: `and` for `or`, one first word for another. */
const ofExchange: ReadonlySet<string> = new Set(['alternative', 'opening']);

interface Reading {
  readonly tokens: readonly Token[];
  readonly spans: readonly Span[];
}

function low(signals: readonly string[]): Signalled {
  return { signal: 'low', signals };
}

/** A line of a change log: a date, a colon, what was done to the document. */
function isLogEntry({ tokens, spans }: Reading): boolean {
  const [span] = spans;
  if (span?.start !== 0 || (span.signal !== 'date' && span.signal !== 'updated')) return false;
  return tokens[span.end]?.key === ':' && tokens.length > span.end + 1;
}

function signalsOfHunk(hunk: Hunk, before: Reading, after: Reading): Iterable<string> {
  const [gone, come] = [touched(before.spans, hunk.before), touched(after.spans, hunk.after)];
  const found = new Set<string>();
  for (const signal of new Set([...gone, ...come].map((span) => span.signal))) {
    const [a, b] = [valuesOf(gone, signal), valuesOf(come, signal)];
    if (a === b) continue;
    if (ofExchange.has(signal) && (a === '' || b === '')) continue;
    if (signal !== 'link') found.add(signal);
    else found.add((a !== '' && b !== '') || offersChoice(hunk, before, after) ? 'link-target' : 'link');
  }
  if (isTurned(...wordsOf(hunk, before, after))) found.add('negation');
  if (isPunctuation(hunk, before, after) && besideNegation(hunk, before, after)) found.add('negation');
  const inAddress = [...gone, ...come].some((span) => span.signal === 'address');
  if (!inAddress && isListed(before.tokens.slice(...hunk.before), after.tokens.slice(...hunk.after)))
    found.add('item');
  return spellingOf(
    found,
    wordsOf(hunk, before, after),
    [...gone, ...come].map((span) => lettersOf(span, before, after)),
  );
}

function valuesOf(spans: readonly Span[], signal: string): string {
  return spans
    .filter((span) => span.signal === signal)
    .map(({ value }) => value)
    .sort()
    .join('\t');
}

function wordsOf(hunk: Hunk, before: Reading, after: Reading): readonly [string, string] {
  const join = ({ tokens }: Reading, [start, end]: readonly [number, number]): string =>
    tokens
      .slice(start, end)
      .map(({ key }) => key)
      .join(' ');
  return [join(before, hunk.before), join(after, hunk.after)];
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

const near = 12;

/** Whether a link that comes or goes stands where readers are told of something they can choose. */
function offersChoice(hunk: Hunk, before: Reading, after: Reading): boolean {
  const close = ({ spans }: Reading, [start, end]: readonly [number, number]): boolean =>
    spans.some((span) => span.signal === 'consent' && span.end > start - near && span.start < end + near);
  return close(before, hunk.before) || close(after, hunk.after);
}

function isPunctuation(hunk: Hunk, before: Reading, after: Reading): boolean {
  const changed = [...before.tokens.slice(...hunk.before), ...after.tokens.slice(...hunk.after)];
  return changed.every((token) => token.is === 'mark');
}

/** `不，同意` and `不同意`: a mark beside a negation can turn it. */
function besideNegation(hunk: Hunk, before: Reading, after: Reading): boolean {
  const beside = ({ spans }: Reading, [start, end]: readonly [number, number]): boolean =>
    spans.some((span) => span.signal === 'negation' && (span.end === start || span.start === end));
  return beside(before, hunk.before) || beside(after, hunk.after);
}

/** `lawful` and `unlawful`. */
function isTurned(before: string, after: string): boolean {
  const [short = '', long = ''] = [before, after].sort((a, b) => a.length - b.length);
  return short.length > 3 && englishTurning.some((prefix) => long === prefix + short);
}

/** One more thing in a list, or one fewer; it may be a kind of data or a company that no table knows. */
function isListed(before: readonly Token[], after: readonly Token[]): boolean {
  if (before.length > 0 && after.length > 0) return false;
  const tokens = before.length > 0 ? before : after;
  const [first, last] = [tokens[0]?.key ?? '', tokens.at(-1)?.key ?? ''];
  return (joining.has(first) || joining.has(last)) && tokens.some(isContent);
}

function isContent({ is, key }: Token): boolean {
  if (is === 'han') return !joining.has(key);
  return is === 'word' && key.length > 2 && !englishCommon.has(key.toLowerCase()) && !/ly$/.test(key);
}
