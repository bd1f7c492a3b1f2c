import { wordsOfAge } from '../../language/furniture.ts';
import {
  binds,
  bound,
  copyrightYears,
  endsForce,
  lastUpdated,
  starts,
  tails,
  undecided,
  year,
} from '../../language/own-dates.ts';
import { isKindOfDocument, type Range, type Token } from './tokens.ts';
import { isMonth, type SignalWords } from './words.ts';

/** Tokens of sentences that only date their document: `Last updated: May 1`, not `Effective May 1, we sell …`. */
export function ownDates(tokens: readonly Token[], words: SignalWords): ReadonlySet<number> {
  const own = new Set<number>();
  for (const [start, end] of sentencesIn(tokens)) {
    const sentence = tokens.slice(start, end);
    const dated = datedPart(sentence, words, end - start === tokens.length);
    if (dated > 0) for (let at = start; at < start + dated; at++) own.add(at);
    else for (const at of datesAmong(sentence, words)) own.add(start + at);
  }
  return own;
}

function datesAmong(sentence: readonly Token[], words: SignalWords): readonly number[] {
  const found = lastUpdated(sentence, isMonth);
  const before = sentence.slice(0, found[0]);
  const isPlain = before.some(isKindOfDocument) && !before.some(({ key }) => words.nameOf(key));
  const [start, end] = asideIn(sentence);
  const isOwn = end > 0 && isDated(sentence.slice(start, end), words, false);
  return [
    ...copyrightYears(sentence),
    ...(isPlain ? found : []),
    ...(isOwn ? [...sentence.keys()].slice(start, end) : []),
  ];
}

/** `this policy (last updated …) tells`: what stands in brackets behind a kind of document. */
function asideIn(sentence: readonly Token[]): Range {
  const opens = ({ key }: Token, at: number): boolean =>
    key === '(' && sentence.slice(Math.max(0, at - 1), at).some(isKindOfDocument);
  const start = sentence.findIndex(opens);
  return [start, sentence.findIndex(({ key }, at) => start > 0 && at > start && key === ')')];
}

export function* sentencesIn(tokens: readonly Token[]): Generator<Range> {
  let start = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && !endsAt(tokens, at)) continue;
    yield [start, at];
    start = at;
  }
}

/** A sentence goes on after a colon, and after the full stop of `1. Mai` or `Dec. 3`. */
function endsAt(tokens: readonly Token[], at: number): boolean {
  const [mark, next] = [tokens[at - 1], tokens[at]];
  if (mark?.key === '|' || next?.key === '|') return true;
  if (mark?.key === '.') return !isMonth(tokens[at - 2]?.key ?? '') && !isMonth(next?.key ?? '');
  return (next?.opens === true || next?.line === true) && !/^[:[]$/.test(mark?.key ?? '');
}

/** How many tokens only date the document: all, or those before `(view archived versions, or ask us)`. */
function datedPart(sentence: readonly Token[], words: SignalWords, whole: boolean): number {
  if (isDated(sentence, words, whole)) return sentence.length;
  const ago = wordsOfAge(sentence);
  if (ago > 0) return ago;
  const aside = sentence.findIndex(({ key }) => key === '(');
  return aside > 0 && isDated(sentence.slice(0, aside), words, false) ? aside : 0;
}

function isDated(sentence: readonly Token[], words: SignalWords, whole: boolean): boolean {
  let [dates, said] = [0, 0];
  const isSaid = ({ is }: Token): boolean => is !== 'mark' && is !== 'link';
  const plain = sentence.filter(isSaid).map(({ key }) => key.toLowerCase());
  if (sentence.at(-1)?.key === ':' || endsForce(plain.join(' '))) return false;
  for (const [at, { is, key }] of sentence.entries()) {
    const [word, open] = [key.toLowerCase(), sentence[at - 1]?.key === '[' ? '[' : ''];
    if (is === 'mark' || is === 'link') continue;
    if (is === 'number') dates += year.test(key) ? 1 : 0;
    else if ((isMonth(word) && sentence[at - 1]?.key !== '个') || undecided.test(open + word)) dates++;
    // 日期 is a date; any other 期 is a period of time.
    else if (word === '期' && sentence[at - 1]?.key !== '日') return false;
    else if ((is === 'word' || is === 'character') && words.isDated(word) && isOfDocument(sentence, at)) {
      if (!binds.test(word)) said++;
      if (/^(?:vers(?:ion|ão|ión|ione)|wersja|版)$/.test(word)) dates++;
    } else if (!words.isNeutral(word) && !bound.test(`${word} ${sentence[at + 1]?.key}`)) return false;
  }
  const isLine = whole && /\d{4}|yyyy|tb[da]/.test(plain.join()) && !plain.some((word) => starts.test(word));
  return dates > 0 && (said > 0 || isLine);
}

/** `Terms of Service`, 用户协议: but services and cookies also have dates (`services use cookies from May 1, 2024`). */
function isOfDocument(sentence: readonly Token[], at: number): boolean {
  const { key = '' } = sentence[at] ?? {};
  if (tails[key] !== undefined) return tails[key].includes(sentence[at + 1]?.key ?? ' ');
  if (!/^(?:use|services?|cookies?|utilisation)$/.test(key)) return true;
  const isApart = (token: Token): boolean => !amongNames.test(token.key);
  const [before, next] = [sentence.slice(0, at).findLast(isApart), sentence.slice(at + 1).find(isApart)];
  return [before, next].some((token) => token && isKindOfDocument(token)) || /^[:(|]$/.test(next?.key ?? '');
}

const amongNames = /^(?:use|services?|cookies?|privacy|and|of|the|our|this|générales|d)$/;
