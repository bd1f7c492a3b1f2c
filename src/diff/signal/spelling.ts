import { distance } from 'fastest-levenshtein';
import { isLost } from '../../syntax/mojibake.ts';
import { isEnglish } from './dictionary.ts';
import { isName, type Token } from './tokens.ts';
import type { SignalWords } from './words.ts';

/** From how many letters on one letter, and two, are more likely a slip than another word. */
const [long, longer] = [5, 10];

/**
 * Whether the same words stand there, spelt otherwise. None of a closed list is ever a slip, and a word that both
 * documents have elsewhere is itself.
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
      return (
        word === come[at] ||
        (one && other && isSlip(word, come[at] ?? '', words, isName(one) && isName(other)))
      );
    })
  );
}

/** `WE` of a text in capitals; what is another word in small letters stays itself. */
export function uncapped(key: string): string {
  return /^(?:US|IT|WHO|ICE|AIM)$/.test(key) ? key : key.toLowerCase();
}

/** `not able` and `notable`, `in active` and `inactive`; `log in` and `login` are one. */
function isTurned(one: readonly string[], other: readonly string[], { nameOf }: SignalWords): boolean {
  const parts = [...one, ...other];
  return (
    parts.some((part) => nameOf(part) !== undefined) ||
    [one, other].some(([first = '']) => turning.test(first))
  );
}

const turning = /^(?:in|im|il|ir|un|non|dis|now|de|anti|a)$/;

/** From how many letters on a capital is that of a compound, not of a name. */
const compound = 16;

/**
 * A name with another letter is another name, unless one of the two is `known`. Two words of the dictionary are two
 * words: a county is no country.
 */
function isSlip(one: string, other: string, words: SignalWords, named: boolean): boolean {
  if (british(one) === british(other)) return true;
  if (words.nameOf(one) !== undefined || words.nameOf(other) !== undefined) return false;
  if (isLost(one, other) || pluralOf(one) === other || pluralOf(other) === one) return true;
  const [stays, stay] = [words.stays(one), words.stays(other)];
  const isCompound = Math.min(one.length, other.length) >= compound;
  return (
    !(stays && stay) &&
    (!named || isCompound || stays !== stay) &&
    isNear(one, other, stays !== stay) &&
    !(isEnglish(one) && isEnglish(other))
  );
}

function pluralOf(word: string): string {
  if (word.length < 3) return word;
  return /(?:[sxz]|[cs]h)$/.test(word) ? `${word}es` : word.replace(/(?<=[^aeiou])y$/, 'ie').concat('s');
}

/** A word as both sides of the Atlantic spell it: `cancelled`, `analysers` and `licences` as `canceled`, `analyzers` and `licenses`. */
function british(word: string): string {
  return word
    .replace(/([iy])s(?=(?:e|ed|es|ers?|ing|ations?|ational)$)/, '$1z')
    .replace(/(?<=[a-z]{3})our/, 'or')
    .replace(/(?<=cance|labe|mode|trave|counse|leve|signa|tota|channe)ll(?=e[dr]|ing)/, 'l')
    .replace(/(?<=licen|defen|offen)ce/, 'se')
    .replace(/(?<=cent|theat)re(?=s?$)/, 'er')
    .replace(/(?<=program)me(?=s?$)/, '');
}

/**
 * A slip leaves the first letter alone, mostly, and makes a word neither longer at its end nor at its beginning. Two
 * letters may be wrong in a long word, or where one of the two is `known` to both documents and the other to neither.
 */
export function isNear(one: string, other: string, known = false): boolean {
  const least = Math.min(one.length, other.length);
  if (least < long || one[0] !== other[0] || one.endsWith(other) || other.endsWith(one)) return false;
  const letters = (word: string): string => [...word].sort().join('');
  const off = distance(one, other);
  return (
    off === 1 || (off === 2 && (least >= (known ? long + 2 : longer) || letters(one) === letters(other)))
  );
}
