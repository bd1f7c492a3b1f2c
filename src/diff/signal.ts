import { isEnglish } from '../language/dictionary.ts';
import { isUnrelated } from '../language/unrelated.ts';
import { type Hunk, hunksBetween } from '../syntax/hunks.ts';
import { areTitles, isAddressed, linkSignal } from './signal/link-signal.ts';
import { isCell, isMarkMoved, markSignal } from './signal/marks.ts';
import { type Reading, readingsOf } from './signal/reading.ts';
import { areWrittenAlike } from './signal/same-words.ts';
import { isRespelled } from './signal/spelling.ts';
import { isName, type Range, saySame, type Token } from './signal/tokens.ts';
import { isMonth, type SignalWords } from './signal/words.ts';

/** How soon a person should read a change of prose: what it touches decides, never its size. */
export type Signal = 'high' | 'low';

export interface Signalled {
  readonly signal: Signal;
  /** What differs, sorted: `negation`, `number`, `name`… Their words are the report's. */
  readonly signals: readonly string[];
  /** What was replaced everywhere alike, each as `one → other`. */
  readonly renamed: readonly string[];
}

/** All that may differ without a reason to read a change first. */
export const lowSignals: ReadonlySet<string> = new Set([
  'front-matter',
  'furniture',
  'link',
  'reference',
  'renamed',
  'representative',
  'spelling',
  'title',
  'updated',
]);

/**
 * What a change of a text touches: every word that changed is a reason to read it first, unless it belongs to the few
 * that may change unread. `null` stands for a text that was not there or is gone: then all its words changed. Symmetric
 * in the two texts; white space changes nothing. `offers` says that the text is known to offer something, `told` which
 * replacements have been told of already.
 */
export function signalOf(
  before: string | null,
  after: string | null,
  words: SignalWords,
  offers = false,
  told: ReadonlySet<string> = new Set(),
): Signalled {
  const [one = '', other = ''] = [before, after].map((text) => text ?? '').sort();
  if (isUnrelated(one, other)) return { signal: 'high', signals: ['wording'], renamed: [] };
  const [first, second] = readingsOf(one, other, words, offers);
  const isReset = saySame(heavy(first), heavy(second));
  const found = new Set<string>();
  const renamed = new Set<string>();
  const hunks = hunksBetween(first.tokens, second.tokens);
  for (const hunk of hunks) {
    const changed: Words = [heavy(first, hunk.before), heavy(second, hunk.after)];
    const name = renameIn(changed, first);
    if (name !== undefined) renamed.add(name);
    const isTold = name !== undefined && told.has(name);
    for (const signal of isTold ? ['renamed'] : signalsOfHunk(hunk, changed, first, second, isReset))
      found.add(signal);
  }
  const isHigh = (): boolean => [...found].some((signal) => !lowSignals.has(signal));
  if (one !== '' && other !== '' && !isHigh() && isMarkMoved(hunks, first, second)) found.add('clause');
  const signals = [...found].sort();
  return {
    signal: isHigh() ? 'high' : 'low',
    signals,
    renamed: [...renamed].sort(),
  };
}

/** The words of a hunk that may not change unread, before and after. */
type Words = readonly [gone: readonly Token[], come: readonly Token[]];

/** `isReset`: the words of the texts are the same in the same order, whatever stands between them. */
function* signalsOfHunk(
  hunk: Hunk,
  [gone, come]: Words,
  before: Reading,
  after: Reading,
  isReset: boolean,
): Generator<string> {
  const turned = markSignal(hunk, before, after);
  if (turned !== undefined) yield turned;
  if (isCell(hunk, before, after)) yield 'cell';
  const changed = [...lowIn(before, hunk.before), ...lowIn(after, hunk.after)];
  for (const low of changed) if (low) yield low;
  const isNamed = ({ key }: Token): boolean => before.words.nameOf(key.toLowerCase()) !== undefined;
  if (isReset && ![...gone, ...come].some(isNamed)) return;
  if ([...gone, ...come].some(isAddressed)) yield linkSignal(hunk, before, after);
  const [words, others] = [gone, come].map((tokens) => tokens.filter((token) => !isAddressed(token)));
  if (!words || !others || saySame(words, others)) return;
  if (isRepeated(hunk, before, after) || areWrittenAlike(hunk, before, after)) return yield 'spelling';
  yield* signalsOfWords([words, others], before, after);
}

function signalsOfWords([gone, come]: Words, before: Reading, after: Reading): readonly string[] {
  const words = [...gone, ...come];
  if (words.every(({ is }) => is === 'word') && areTitles(before, after)) return ['link'];
  return isRespelled(gone, come, before.words)
    ? ['spelling']
    : words.map((token) => nameOf(token, before.words));
}

/** `that you are that you are`: what comes or goes stands right beside, and turns nothing. */
function isRepeated(hunk: Hunk, before: Reading, after: Reading): boolean {
  const isEmpty = ([start, end]: Range): boolean => start === end;
  if (!isEmpty(hunk.before) && !isEmpty(hunk.after)) return false;
  const [{ tokens, words }, [start, end]] = isEmpty(hunk.before)
    ? [after, hunk.after]
    : [before, hunk.before];
  const said = tokens.slice(start, end);
  if (said.some(({ is, key }) => is !== 'word' || words.nameOf(key.toLowerCase()) !== undefined))
    return false;
  const beside = [tokens.slice(end, 2 * end - start), tokens.slice(Math.max(0, 2 * start - end), start)];
  return beside.some((others) => saySame(others, said));
}

function lowIn({ low }: Reading, [start, end]: Range): readonly (string | undefined)[] {
  return low.slice(start, end);
}

/** The tokens of a range that may not change unread. */
function heavy({ tokens, low }: Reading, [start, end]: Range = [0, tokens.length]): readonly Token[] {
  return tokens.slice(start, end).filter((_, at) => low[start + at] === undefined);
}

function keysOf(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join(' ');
}

/**
 * `Contoso` for `Fabrikam`, when neither document has the other's name left. A word that is no name (`disabled`, `enabled`)
 * is read wherever it changes; a language of which few words are known has numbers among the others: there it takes a capital.
 */
function renameIn([gone, come]: Words, { words }: Reading): string | undefined {
  const isReplaced = (tokens: readonly Token[]): boolean =>
    tokens.length > 0 &&
    tokens.length <= 3 &&
    tokens.every(
      ({ is, key }) => is === 'word' && words.nameOf(key.toLowerCase()) === undefined && !words.stays(key),
    );
  if (!isReplaced(gone) || !isReplaced(come) || isRespelled(gone, come, words)) return undefined;
  const mayName = (token: Token): boolean =>
    isName(token) ||
    /^\p{Lu}{2}/u.test(token.text) ||
    (token.key.length > 4 && !isEnglish(token.key.toLowerCase()));
  if (words.hasDictionary ? ![...gone, ...come].every(mayName) : ![...gone, ...come].some(isName))
    return undefined;
  return `${keysOf(gone)} → ${keysOf(come)}`;
}

/** The signal that a changed token gives. */
function nameOf(token: Token, words: SignalWords): string {
  const { is, key } = token;
  if (is === 'number' || is === 'sign' || is === 'field') return is;
  if (is === 'directive') return 'category';
  if (key.startsWith('~')) return 'negation';
  const word = key.toLowerCase();
  return words.nameOf(word) ?? (isMonth(word) && is === 'word' ? 'date' : isName(token) ? 'name' : 'wording');
}
