import { isEnglish } from '../language/dictionary.ts';
import { isOffer, mayBeChoice } from '../language/offer-addresses.ts';
import { type Hunk, hunksBetween } from '../syntax/hunks.ts';
import { reachesPeople } from '../syntax/web-address.ts';
import { isKindOfDocument, type Token, tokensOf } from './signal/tokens.ts';
import type { SignalWords } from './signal/words.ts';

/**
 * Whether what changed in a menu, or at the top or bottom of a page, only leads around: links with a few words each, in a menu
 * also labels of up to two words, and the number of a build (`7.6.0.2`). A choice (`Cookie settings`), a denial, a mailbox, a
 * sentence, and a policy that is now elsewhere, are read as anywhere else.
 */
export function leadOn(texts: readonly (string | null)[], words: SignalWords, isMenu: boolean): boolean {
  const [before = [], after = []] = texts.map((text) => tokensOf(text?.replace(unsaid, '') ?? ''));
  const hunks = hunksBetween(before, after);
  // At the top and bottom of a page a publisher may be named; what comes or goes there as one English word is a heading.
  const isHeading =
    texts.includes(null) && [...before, ...after].every(({ key }) => isEnglish(key.toLowerCase()));
  const most = isMenu ? mostInLabels : Number(isHeading);
  return (
    leads(before, rangesOf(hunks, 'before'), words, most) &&
    leads(after, rangesOf(hunks, 'after'), words, most)
  );
}

/** Notes of ours on what is hidden, what is reserved, and numbers of builds. */
const unsaid =
  /\((?:hidden|folded) (?:from|to) here\)|all rights reserved\.?|(?<![\w.])\d{1,6}(?:\.\d{1,6}){2,3}(?![\w.])/gi;

/** Whether a token from one place to another changed. */
type Changed = (from: number, to: number) => boolean;

function rangesOf(hunks: readonly Hunk[], side: 'before' | 'after'): Changed {
  return (from, to) => hunks.some(({ [side]: [start, end] }) => start < to && from < end);
}

function leads(tokens: readonly Token[], isChanged: Changed, words: SignalWords, most: number): boolean {
  const linked = new Set<number>();
  for (const [at, { is, words: own = 0 }] of tokens.entries()) {
    if (is !== 'link') continue;
    for (let word = at - own; word <= at; word++) linked.add(word);
    const isNewWay = !isChanged(at - own, at);
    if (isChanged(at - own, at + 1) && !isWay(tokens.slice(at - own, at + 1), isNewWay, words)) return false;
  }
  const labels = tokens.filter(({ is }, at) => is !== 'mark' && !linked.has(at) && isChanged(at, at + 1));
  return (
    labels.length <= most &&
    labels.every(({ is, key }) => is !== 'number' && !words.nameOf(key.toLowerCase())) &&
    !labels.some((label) => weighs(label, words))
  );
}

/** The most words of a link, and of all labels together. */
const [mostInLink, mostInLabels] = [12, 2];

/** Whether a link, behind its words, leads to a page and to no choice; with other words or as `isNewWay` with the same. */
function isWay(tokens: readonly Token[], isNewWay: boolean, words: SignalWords): boolean {
  const { key = '' } = tokens.at(-1) ?? {};
  const said = tokens.slice(0, -1).filter(({ is }) => is !== 'mark');
  if (said.length > mostInLink || reachesPeople(key) || isOffer(key)) return false;
  return !said.some((token) => weighs(token, words) || (isNewWay && isKindOfDocument(token)));
}

/** Whether a word denies, offers a choice, or tells what somebody does; `On sale` is no choice. */
function weighs(token: Token, { nameOf, isForeign }: SignalWords): boolean {
  const word = token.key.toLowerCase();
  if (/^(?:sign|field|site|directive)$/.test(token.is) || telling.test(word)) return true;
  if (isForeign && mayBeChoice(token)) return true;
  return word !== 'on' && /^(?:negation|right)$/.test(nameOf(word) ?? '');
}

/** Who does something, what is done with what is known of readers, and choices that no other list has. */
const telling =
  /^(?:i|we|you|they|cookies?|data|personal|sale|sold|sells?|selling|shared?|sharing|kept|keeps?|track(?:ing|ed|ers?)|access|portal|adchoices|complaints|cancellations?|returns?)$/;
