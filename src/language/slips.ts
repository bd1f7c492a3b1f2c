import { distance } from 'fastest-levenshtein';
import { isSwap, sharedStart } from '../base/letters.ts';

/** From how many letters on one wrong letter, and two, are more likely a slip than another word. */
const [long, longer] = [5, 10];

/** From how many letters on a word is taken for a compound: its capital is not that of a name, and one letter makes no other word. */
export const compound = 16;

/**
 * Whether one of two words may be the other with a slip. A slip usually keeps the first letter, and adds nothing at either
 * end. Two letters may be wrong in a long word, or where one of the words is `known` to both documents and the other to neither.
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

/** Whether a word is the other without its first letter, as `nformation` is. Only a dictionary can tell that from `theist` and `atheist`. */
export function isBeheaded(one: string, other: string): boolean {
  return one.length >= long && other.length === one.length + 1 && other.endsWith(one);
}

/**
 * Whether similar words are one word with a slip, where no dictionary can tell: not so `abmelden` and `anmelden`, or `contatto`
 * and `contratto`. A slip is in the accents, in a letter written twice, or in two that changed places, and in a word that is not
 * short (`chúng` and `chung`, `copia` and `coppia`); in compounds, anywhere but at the end. The last letter says who does it, or to whom
 * (`behandlar`, `behandlas`; `удаляем`, `удаляет`). In scripts of syllables or roots, one more letter is always another word.
 */
export function isLikelySlip(one: string, other: string): boolean {
  const least = Math.min(one.length, other.length);
  if (least < midlong || ![one, other].every((word) => alphabetic.test(word))) return false;
  const stem = sharedStart(one, other);
  if (plainLetters(one) === plainLetters(other)) return !areInflected(one, other);
  return (
    isSwap(one, other) ||
    isSwap(plainLetters(one), plainLetters(other)) ||
    (least >= compound && stem >= long && stem < least - 1 && distance(one, other) === 1)
  );
}

/** From how many letters on words that differ in an accent, or in the order of two letters, are seldom two. */
const midlong = 7;

/** Whether accents tell two forms or words apart: `eliminará` and `eliminara`, `informé` and `informe`, `zählen` and `zahlen`. */
function areInflected(one: string, other: string): boolean {
  const [ends, end] = [one, other].map((word) => /án$|.$/u.exec(word.normalize('NFC'))?.[0]);
  const plain = (word: string): string => word.normalize('NFD').replace(/(?<=[aou])[\u0308\u030a]/g, '');
  return ends !== end || (one !== other && plain(one) === plain(other));
}

const alphabetic =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{M}']+$/u;

/** Without accents and doubled letters: `généréés` and `generes` are the same. */
function plainLetters(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').replace(/(.)\1/gu, '$1');
}

/** `Editeur` and `Éditeur`: many write a capital without its accent. */
export function isAccented(one: string, other: string): boolean {
  const [plain, same] = [one, other].map((word) =>
    word.normalize('NFD').replace(/^([A-Z])[\u0300-\u0302]/, '$1'),
  );
  return one.length > 4 && one !== other && plain === same && /^\p{Lu}/u.test(one);
}

/** The plural in `s` of a word, up to the endings that English changes. */
function pluralOf(word: string): string {
  if (word.length < 3) return word;
  return /(?:[sxz]|[cs]h)$/.test(word) ? `${word}es` : word.replace(/(?<=[^aeiou])y$/, 'ie').concat('s');
}

/** Whether one of two words is the plural of the other. */
export function arePlural(one: string, other: string): boolean {
  return pluralOf(one) === other || pluralOf(other) === one;
}

/** Words for whom data reaches: of these the number is a fact, as a second partner is another recipient. */
export const recipients =
  /^(?:partner|affiliate|subsidiar(?:y|ie)|provider|vendor|(?:sub)?processor|broker|advertiser|network|supplier|(?:sub)?contractor|recipient|buyer|compan(?:y|ie)|part(?:y|ie)|countr(?:y|ie)|authorit(?:y|ie))s?$/;

/** A word in American spelling: `canceled`, `analyzers` and `licenses` for `cancelled`, `analysers` and `licences`. */
export function american(word: string): string {
  return word
    .replace(/([iy])s(?=(?:e|ed|es|ers?|ing|ations?|ational)$)/, '$1z')
    .replace(/(?<=[a-z]{3})our/, 'or')
    .replace(/(?<=cance|labe|mode|trave|counse|leve|signa|tota|channe)ll(?=e[dr]|ing)/, 'l')
    .replace(/(?<=licen|defen|offen)ce/, 'se')
    .replace(/(?<=cent|theat)re(?=s?$)/, 'er')
    .replace(/(?<=program)me(?=s?$)/, '');
}
