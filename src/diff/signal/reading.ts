import { isContents, isFurniture, leadOf, longestPhrase, wordsOfImprint } from '../../language/furniture.ts';
import { ownDates, sentencesIn } from './dates.ts';
import { renumbered } from './numbering.ts';
import { isKindOfDocument, isName, isPronoun, type Token, tokensOf } from './tokens.ts';
import type { SignalWords } from './words.ts';

/** A text as its tokens, and what is known of each that may change without a reason to read the text first. */
export interface Reading {
  readonly tokens: readonly Token[];
  /** For each token the low signal that it gives when it changes: empty for none at all, undefined for a high one. */
  readonly low: readonly (string | undefined)[];
  /** Whether it is known to tell readers of something that they can choose. */
  readonly offers: boolean;
  readonly words: SignalWords;
}

/** Two texts, each read with the words that both documents, or both texts, have. */
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

/** `Privacy Policy`, and no word more; `Cookies` is what a part of one is called. */
function isOnlyTitle(tokens: readonly Token[], words: SignalWords): boolean {
  return (
    tokens.some((token) => isKindOfDocument(token) || /^(?:privacy|隐)$/.test(token.key)) &&
    tokens.every(({ is, key, title }) => title && (is === 'mark' || namesDocument(key.toLowerCase(), words)))
  );
}

/** A word of `Privacy Policy`; of `Previous Privacy Policy` one is not, since that is no longer in force. */
function namesDocument(word: string, { isDated }: SignalWords): boolean {
  return isDated(word) && !/^(?:archived|previous|prior|earlier|replace[ds]|supersede[ds])$/.test(word);
}

/**
 * Another kind of document that a title names is the same document; `named` says that both texts hold a title, or are a
 * title that tells nothing else.
 */
function readingOf(tokens: readonly Token[], words: SignalWords, offers: boolean, named: boolean): Reading {
  const dates = ownDates(tokens, words);
  const numbers = renumbered(tokens, words);
  const furniture = furnitureIn(tokens, words);
  let represented = 0;
  const low = tokens.map(({ is, key, text, title, opens, heading }, at) => {
    if (key.startsWith('~')) return undefined;
    // `category A`, and `a few` for `few`.
    if (/^\p{Lu}$/u.test(text) && !opens && !heading) return numbers.has(at) ? 'reference' : undefined;
    if (key === 'of' && [tokens[at - 1], tokens[at + 1]].every((beside) => beside?.is === 'number'))
      return undefined;
    if (key === 'a' && /^(?:few|little)$/.test(tokens[at + 1]?.key ?? '')) return undefined;
    if (dates.has(at)) return 'updated';
    if (numbers.has(at)) return 'reference';
    if (furniture.has(at)) return 'furniture';
    represented = Math.max(represented, at + wordsOfImprint(tokens, at));
    if (at < represented) return 'representative';
    if (title && named && namesDocument(key.toLowerCase(), words)) return 'title';
    if (key === 'on' && isDate(tokens[at + 1], words)) return '';
    if (key === 'that' && isRelative(tokens[at - 1], tokens[at + 1])) return '';
    if (key === 'be' && isPassive(tokens, at, words)) return '';
    if (counted.test(key) && article.test(tokens[at - 1]?.key ?? '')) return undefined;
    return is === 'mark' || words.isNeutral(key.toLowerCase()) ? '' : undefined;
  });
  return { tokens, low, offers, words };
}

/** `l'une des sociétés`, `der eine`: after an article, another is a number. */
const article = /^(?:l|le|la|les|el|los|las|der|die|das|den|dem|des)$/;
const counted = /^(?:une?|eine?[nmrs]?)$/;

/** `effective on May 1`: elsewhere the word may be that of a switch. */
function isDate(next: Token | undefined, { isMonth }: SignalWords): boolean {
  return next !== undefined && isMonth(next.key) && /^\p{Lu}/u.test(next.text);
}

/** `data that you give us`, with the word or without; after a mark, or before a noun, it points at something. */
function isRelative(before: Token | undefined, next: Token | undefined): boolean {
  return before?.is === 'word' && /^(?:i|you|we|they|he|she|it)$/.test(next?.key ?? '');
}

/** `may not be sold`: without the word it says the same, in bad English; what `be` alone turns is a word that is no participle. */
function isPassive(tokens: readonly Token[], at: number, { nameOf }: SignalWords): boolean {
  const before = nameOf(tokens[at - 1]?.key ?? '');
  return /(?:ed|wn)$/.test(tokens[at + 1]?.key ?? '') && (before === 'modal' || before === 'negation');
}

/**
 * `Back to top`, `Read our policy`, wherever it is a sentence of its own; what names a table of contents does so as a heading,
 * or in more words than `Contents`, which may be kept of letters.
 */
function furnitureIn(tokens: readonly Token[], words: SignalWords): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [start, end] of sentencesIn(tokens, words)) {
    const said = tokens.slice(start, end).filter(({ is }) => is !== 'mark' && is !== 'link');
    if (said.length > longestPhrase) continue;
    const phrase = said.map(({ is, key }) => (is === 'number' ? '0' : key.toLowerCase())).join(' ');
    const isApart = said[0]?.heading === true || (end - start === tokens.length && said.length > 2);
    if (!isFurniture(phrase) && !(isApart && isContents(phrase)) && !leadsOn(tokens.slice(start, end), words))
      continue;
    for (let at = start; at < end; at++) if (tokens[at]?.is !== 'link') found.add(at);
  }
  return found;
}

/** `Read the new terms`, `Learn more about hats`: of what there is more, both documents speak elsewhere, and nothing goes on. */
function leadsOn(sentence: readonly Token[], words: SignalWords): boolean {
  const said = sentence.filter(({ is, key }) => is !== 'link' && !/^[.!?|]$/.test(key));
  const plain = (token: Token): string =>
    isName(token) && !words.isDated(token.key.toLowerCase()) ? 'N' : token.key.toLowerCase();
  const rest = said.slice(leadOf(said.map(plain).join(' ')));
  const isSaidElsewhere = ({ is, key }: Token): boolean =>
    is === 'word' && words.nameOf(key) === undefined && words.stays(key);
  return rest.length < said.length && rest.every(isSaidElsewhere) && !rest.some(isPronoun);
}
