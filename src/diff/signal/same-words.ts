import { uncapped } from '../../language/capitals.ts';
import { isNear } from '../../language/slips.ts';
import type { Hunk } from '../../syntax/hunks.ts';
import type { Reading } from './reading.ts';
import type { Range, Token } from './tokens.ts';
import type { SignalWords } from './words.ts';

/** Whether two pieces say the same in another form: `thirty (30) days` and `30 days`, `in order to` and `to`. */
export function areWrittenAlike(hunk: Hunk, before: Reading, after: Reading): boolean {
  const [one, other] = withNeighbours(hunk, before, after);
  return saidIn(before, one).join(' ') === saidIn(after, other).join(' ');
}

/** How many tokens on each side may belong to a hunk. */
const reach = 5;

/** Widens a hunk by shared tokens beside it, where a number may be repeated or a phrase may continue. */
function withNeighbours(hunk: Hunk, before: Reading, after: Reading): readonly [Range, Range] {
  let [lead, rest] = [0, 0];
  const isShared = (at: number, also: number): boolean =>
    before.tokens[at] !== undefined && before.tokens[at].key === after.tokens[also]?.key;
  while (lead < reach && isShared(hunk.before[0] - lead - 1, hunk.after[0] - lead - 1)) lead++;
  while (rest < reach && isShared(hunk.before[1] + rest, hunk.after[1] + rest)) rest++;
  const wider = ([start, end]: Range): Range => [start - lead, end + rest];
  return [wider(hunk.before), wider(hunk.after)];
}

/** The meaning of one or a few tokens, and whether it is a number, in words or in digits. */
interface Said {
  readonly said: readonly string[];
  readonly length: number;
  readonly number?: 'words' | 'digits';
}

/** The meaning of a range: numbers become digits; abbreviations and phrases become their equivalents. */
function saidIn({ tokens, words }: Reading, [start, end]: Range): readonly string[] {
  const here = tokens.slice(start, end);
  const all: string[] = [];
  let last: Said | undefined;
  let isBracketed = false;
  for (let at = 0; at < here.length; ) {
    if (here[at]?.is === 'mark') {
      isBracketed = here[at]?.key === '(';
      // The articles 13 to 22 are more than the articles 13, 22.
      if (here[at]?.key === ',' && [here[at - 1], here[at + 1]].every((beside) => beside?.is === 'number'))
        all.push(',');
      at++;
      continue;
    }
    const next = saidAt(here, at, words);
    if (!(isBracketed && (isSaidAgain(last, next) || isShort(all, next)))) all.push(...next.said);
    isBracketed = false;
    last = next;
    at += next.length;
  }
  return all;
}

/** `thirty (30)` and `European Union (EU)` say something twice; `section 6 (6)` does not. */
function isSaidAgain(last: Said | undefined, { said, number }: Said): boolean {
  if (last?.said.join() !== said.join()) return false;
  return number === undefined ? last.length > 1 : last.number !== undefined && number !== last.number;
}

/** `data protection officer (DPO)`: letters in brackets that the words before them begin with; a name that is not explained is one more. */
function isShort(before: readonly string[], { said }: Said): boolean {
  const [word = ''] = said;
  const initials = before.slice(-word.length).map((one) => one.charAt(0));
  return /^[a-z]{2,6}$/i.test(word) && initials.join('').toLowerCase() === word.toLowerCase();
}

function saidAt(tokens: readonly Token[], at: number, words: SignalWords): Said {
  const { is, key } = tokens[at] as Token;
  if (is === 'number') {
    const isOrdinal = /^(?:st|nd|rd|th)$/.test(tokens[at + 1]?.key ?? '');
    // `6(1)(a)` is split into its parts, and so is a telephone number; `10%` is a number and a sign.
    const said = key.match(/[^\d\s()%-]+|\d+(?:[.,:/]\d+)*|%/g) ?? [key];
    return { said, length: isOrdinal ? 2 : 1, number: 'digits' };
  }
  if (is !== 'word' && is !== 'character') return { said: [key], length: 1 };
  const number = words.numberAt(tokens, at);
  if (number) return { said: [String(number.value)], length: number.length, number: 'words' };
  return phraseAt(tokens, at, words);
}

/** The equivalent of the longest phrase at a word, despite the points of an abbreviation (`e.g.`) and slips. */
function phraseAt(tokens: readonly Token[], at: number, words: SignalWords): Said {
  for (const { phrase, says } of words.phrasesFrom(uncapped(tokens[at]?.key ?? ''))) {
    let end = at;
    const isNext = (word: string): boolean => {
      while (end > at && tokens[end]?.key === '.') end++;
      const said = uncapped(tokens[end++]?.key ?? '');
      return said === word || isNear(said, word, true);
    };
    if (phrase.every(isNext)) return { said: says, length: end - at };
  }
  return { said: [words.plain(uncapped(tokens[at]?.key ?? ''))], length: 1 };
}
