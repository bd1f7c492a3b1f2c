import { article, counted, few } from '../../language/articles.ts';
import { isContents, isFurniture, leadOf, longestPhrase } from '../../language/furniture.ts';
import { wordsOfImprint } from '../../language/imprint.ts';
import { isLanguageMenu } from '../../language/language-menu.ts';
import { ownDates, sentencesIn } from './dates.ts';
import { renumbered } from './numbering.ts';
import { isKindOfDocument, isName, isPronoun, type Token, tokensOf } from './tokens.ts';
import { isMonth, type SignalWords } from './words.ts';

/** The tokens of a text, and which of them may change without a reason to read it first. */
export interface Reading {
  readonly tokens: readonly Token[];
  /** For each token the low signal of a change: empty if none is needed, undefined if it is high. */
  readonly low: readonly (string | undefined)[];
  /** Whether the text is known to offer readers a choice. */
  readonly offers: boolean;
  readonly words: SignalWords;
}

/** Reads two texts with the words that both documents, or both texts, have. */
export function readingsOf(
  one: string,
  other: string,
  words: SignalWords,
  offers: boolean,
): readonly [Reading, Reading] {
  const [first, second] = [tokensOf(one), tokensOf(other)];
  const keys = new Set(first.map(({ key }) => key));
  const both = new Set(second.flatMap(({ key }) => (keys.has(key) ? [key] : [])));
  const shared = { ...words, stays: (word: string) => both.has(word) || words.stays(word) };
  const named =
    [first, second].every((tokens) => tokens.some((token) => token.title && isKindOfDocument(token))) ||
    isOnlyTitle([...first, ...second], words);
  return [readingOf(first, shared, offers, named), readingOf(second, shared, offers, named)];
}

/** Whether there is just a title such as `Privacy Policy`; `Cookies` can be the title of a part. */
function isOnlyTitle(tokens: readonly Token[], words: SignalWords): boolean {
  return (
    tokens.some((token) => isKindOfDocument(token) || /^(?:privacy|隐)$/.test(token.key)) &&
    tokens.every(({ is, key, title }) => title && (is === 'mark' || namesDocument(key.toLowerCase(), words)))
  );
}

/** A word of a title such as `Privacy Policy`; not `Previous`, since such a document is no longer in force. */
function namesDocument(word: string, { isDated }: SignalWords): boolean {
  return isDated(word) && !/^(?:archived|previous|prior|earlier|replace[ds]|supersede[ds])$/.test(word);
}

/**
 * A title that names another kind of document still means this one; `named` says that both texts contain a title of a
 * document, or are nothing but one.
 */
function readingOf(tokens: readonly Token[], words: SignalWords, offers: boolean, named: boolean): Reading {
  const dates = ownDates(tokens, words);
  const numbers = renumbered(tokens, words);
  const furniture = furnitureIn(tokens, words);
  let represented = 0;
  const low = tokens.map(({ is, key, text, title, opens, heading }, at) => {
    if (key.startsWith('~')) return undefined;
    // `category A` is a name, and `a few` is not `few`.
    if (/^\p{Lu}$/u.test(text) && !opens && !heading) return numbers.has(at) ? 'reference' : undefined;
    if (key === 'of' && [tokens[at - 1], tokens[at + 1]].every((beside) => beside?.is === 'number'))
      return undefined;
    if (few.test(`${key} ${tokens[at + 1]?.key}`)) return undefined;
    if (dates.has(at)) return 'updated';
    if (numbers.has(at)) return 'reference';
    if (furniture.has(at)) return 'furniture';
    represented = Math.max(represented, at + wordsOfImprint(tokens, at));
    if (at < represented && words.nameOf(key.toLowerCase()) === undefined) return 'representative';
    if (title && named && namesDocument(key.toLowerCase(), words)) return 'title';
    if (mayBeMissing(tokens, at, words)) return '';
    if (counted.test(key) && article.test(tokens[at - 1]?.key ?? '')) return undefined;
    return is === 'mark' || words.isNeutral(key.toLowerCase()) ? '' : undefined;
  });
  return { tokens, low, offers, words };
}

/**
 * `on` before a date (`effective on May 1`): elsewhere it may be the position of a switch. `that` in `data that you give us`: after a
 * mark, or before a noun, it refers to something. `be` before a participle, as in `may not be sold`.
 */
function mayBeMissing(tokens: readonly Token[], at: number, { nameOf }: SignalWords): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !next) return false;
  if (token.key === 'on') return isMonth(next.key) && /^\p{Lu}/u.test(next.text);
  if (token.key === 'that') return before?.is === 'word' && /^(?:i|you|we|they|he|she|it)$/.test(next.key);
  const isLed = /^(?:modal|negation)$/.test(nameOf(before?.key ?? '') ?? '');
  return token.key === 'be' && isLed && /(?:ed|wn)$/.test(next.key);
}

/**
 * Finds phrases without content that are a sentence of their own: `Back to top`, `Read our policy`. The name of a
 * table of contents must be a heading, or longer than `Contents`, which may mean the contents of letters.
 */
function furnitureIn(tokens: readonly Token[], words: SignalWords): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [start, end] of sentencesIn(tokens)) {
    const sentence = tokens.slice(start, end);
    const said = sentence.filter(({ is }) => is !== 'mark' && is !== 'link');
    if (said.length > longestPhrase) continue;
    const isMenu = isLanguageMenu(sentence);
    const phrase = said.map(({ is, key }) => (is === 'number' ? '0' : key.toLowerCase())).join(' ');
    const isApart = said[0]?.heading === true || (end - start === tokens.length && said.length > 2);
    const isWay = isFurniture(phrase, said[0]?.title) || (isApart && isContents(phrase));
    if (!isMenu && !isWay && !leadsOn(sentence, words)) continue;
    for (let at = start; at < end; at++) if (isMenu || tokens[at]?.is !== 'link') found.add(at);
  }
  return found;
}

/** `Read the new terms`, `Learn more about hats`: a pointer to things that both documents mention elsewhere. */
function leadsOn(sentence: readonly Token[], words: SignalWords): boolean {
  const said = sentence.filter(({ is, key }) => is !== 'link' && !/^[.!?|]$/.test(key));
  const plain = (token: Token): string =>
    isName(token) && !words.isDated(token.key.toLowerCase()) ? 'N' : token.key.toLowerCase();
  const rest = said.slice(leadOf(said.map(plain).join(' ')));
  const isSaidElsewhere = ({ is, key }: Token): boolean =>
    is === 'word' && words.nameOf(key) === undefined && words.stays(key);
  return rest.length < said.length && rest.every(isSaidElsewhere) && !rest.some(isPronoun);
}
