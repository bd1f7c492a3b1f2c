import { uncapped } from '../../language/capitals.ts';
import { isEnglish } from '../../language/dictionary.ts';
import { isLost } from '../../language/misread-encoding.ts';
import {
  american,
  arePlural,
  compound,
  isAccented,
  isBeheaded,
  isLikelySlip,
  isNear,
  recipients,
} from '../../language/slips.ts';
import { isName, type Token } from './tokens.ts';
import type { SignalWords } from './words.ts';

/**
 * Whether the words are the same, apart from spelling. A word of a closed list is never a slip, and a word that both
 * documents also have elsewhere is a word of its own.
 */
export function isRespelled(before: readonly Token[], after: readonly Token[], words: SignalWords): boolean {
  const [gone, come] = [before, after].map((tokens) => tokens.map(({ key }) => words.plain(uncapped(key))));
  if (!gone || !come || gone.length === 0 || come.length === 0) return false;
  const isSame = gone.length === come.length && gone.every((word, at) => word === come[at]);
  if (isSame || ![...before, ...after].every(({ is }) => is === 'word')) return isSame;
  if (gone.join('') === come.join('')) return !isTurned(gone, come, words);
  return (
    gone.length === come.length &&
    gone.every((word, at) => {
      const [one, other] = [before[at], after[at]];
      if (word === come[at] || !one || !other) return word === come[at];
      return isAccented(one.text, other.text) || isSlip(word, come[at] ?? '', words, areNames(one, other));
    })
  );
}

/** Whether both are names. In capitals, or where a sentence may begin, a word in the dictionary is not a name. */
function areNames(one: Token, other: Token): boolean {
  const are = (capital: RegExp): boolean => [one, other].every(({ text }) => capital.test(text));
  const mayOpen = are(/^\p{Lu}{5,}$/u) || !isName(one) || !isName(other);
  const [word, near] = [one.key.toLowerCase(), other.key.toLowerCase()];
  return are(/^\p{Lu}/u) && !(mayOpen && isEnglish(word) !== isEnglish(near));
}

/** `not able` and `notable`, `in active` and `inactive` are opposites; `log in` and `login` are not. */
function isTurned(
  one: readonly string[],
  other: readonly string[],
  { nameOf, hasDictionary }: SignalWords,
): boolean {
  // In English `non` is a part of a word: `non-exclusive`, `nonexclusive`.
  if (hasDictionary && [one, other].some(([first, ...rest]) => first === 'non' && rest.length === 1))
    return false;
  const parts = [...one, ...other];
  return (
    parts.some((part) => nameOf(part) !== undefined) ||
    [one, other].some(([first = '']) => turning.test(first))
  );
}

const turning = /^(?:in|im|il|ir|un|non|dis|now|de|anti|a)$/;

/**
 * A name with another letter is another name, unless just one of them occurs elsewhere. Of two words just one may be
 * in the dictionary, as a county is not a country; if neither is, the kind of difference decides.
 */
function isSlip(one: string, other: string, words: SignalWords, named: boolean): boolean {
  if (american(one) === american(other)) return true;
  if ([one, other].some(words.nameOf)) return isMisspelt(one, other, words) || isMisspelt(other, one, words);
  if (arePlural(one, other)) return !recipients.test(one);
  if (isLost(one, other)) return true;
  const [stays, stay] = [words.stays(one), words.stays(other)];
  const isCompound = Math.min(one.length, other.length) >= compound;
  return (
    !(stays && stay) &&
    (!named || isCompound || stays !== stay) &&
    ((isNear(one, other, stays !== stay) && isOneWord(one, other, words)) || isCut(one, other, words))
  );
}

/** A weighty word with one letter wrong that makes no other word of it: `unsubscrbe`, `notwithstandng`. */
function isMisspelt(weighty: string, other: string, { nameOf, hasDictionary, stays }: SignalWords): boolean {
  const isOther = nameOf(other) !== undefined || isEnglish(other) || stays(other);
  return hasDictionary && weighty.length > 6 && isEnglish(weighty) && !isOther && isNear(weighty, other);
}

function isCut(one: string, other: string, { hasDictionary }: SignalWords): boolean {
  const [cut, whole] = one.length < other.length ? [one, other] : [other, one];
  return hasDictionary && isBeheaded(cut, whole) && isEnglish(whole) && !isEnglish(cut);
}

function isOneWord(one: string, other: string, { hasDictionary }: SignalWords): boolean {
  const isKnown = hasDictionary && (isEnglish(one) || isEnglish(other));
  return isKnown ? isEnglish(one) !== isEnglish(other) : isLikelySlip(one, other);
}
