import { holdsNoChoice, isOffer } from '../../language/offer-addresses.ts';
import type { Hunk } from '../../syntax/hunks.ts';
import { areOfOneOwner, areVeiled, hostOf, isSamePage, reachesPeople } from '../../syntax/web-address.ts';
import type { Reading } from './reading.ts';
import { isKindOfDocument, isPronoun, type Range, type Token } from './tokens.ts';

export function isAddressed({ is }: Token): boolean {
  return is === 'link' || is === 'site';
}

/** Whether two texts are just titles of one page: `[Schedule 4: Hats](/hats)`, `[Schedule 5: Our Hats](/hats)`. */
export function areTitles(...texts: readonly Reading[]): boolean {
  const isTitle = ({ tokens, words: { nameOf, isPart } }: Reading): boolean =>
    tokens.at(-1)?.words === tokens.length - 1 &&
    isPart(tokens[0]?.key ?? '') &&
    tokens.every(
      ({ is, text, key }) => is !== 'word' || (/^\p{Lu}/u.test(text) && !nameOf(key.toLowerCase())),
    ) &&
    !tokens.some(isPronoun);
  const [url = '#', ...others] = new Set(texts.map(({ tokens }) => tokens.at(-1)?.key));
  return others.length === 0 && !url.includes('#') && texts.every(isTitle);
}

/**
 * The signal for a changed link. Another page of the same owner, or a link added or removed, is low. It is high where
 * readers may find a choice or a way to ask for something, or where the link leads to people.
 */
export function linkSignal(hunk: Hunk, before: Reading, after: Reading): string {
  const [gone, come] = [addressesIn(before, hunk.before), addressesIn(after, hunk.after)];
  const offered = gone.some((at) => isOffered(before, at)) || come.some((at) => isOffered(after, at));
  const tokensAt = ({ tokens }: Reading, list: readonly number[]): readonly Token[] =>
    list.flatMap((at) => tokens[at] ?? []);
  const [from, to] = [tokensAt(before, gone), tokensAt(after, come)];
  const tokens = [...from, ...to];
  if (areVeiled(from, to)) return 'link';
  const isWritten = tokens.some(({ is }) => is === 'site');
  if (gone.some((at) => misleads(before, at)) !== come.some((at) => misleads(after, at)))
    return 'link-target';
  if (gone.length === 0 || come.length === 0) {
    const leads = offered || tokens.some(({ key }) => reachesPeople(key));
    return isWritten ? 'name' : leads ? 'link-target' : 'link';
  }
  if (areOfOneOwner(from, to) && (!offered || isMoved(from, to))) return 'link';
  return isWritten ? 'name' : 'link-target';
}

/** Whether the page is still the same offer: `telemetry`, in another folder of its site. */
function isMoved(gone: readonly Token[], come: readonly Token[]): boolean {
  const [one = '', other = ''] = [gone[0]?.key, come[0]?.key];
  const isAlone = gone.length === 1 && come.length === 1;
  return isAlone && isSamePage(one, other) && isOffer(one) === isOffer(other);
}

/** How far from a link words may say what it is for. */
const reach = 12;

/** Whether a link may lead to a choice, by its address, its words, or, unless they name a document, words near it. */
function isOffered(reading: Reading, at: number): boolean {
  const { tokens, offers } = reading;
  const own: Range = [at - (tokens[at]?.words ?? 0), at];
  if (offers || tokens[at]?.apart || chooses(reading, own)) return true;
  const said = tokens.slice(...own);
  if (said.some(({ is, key }) => is === 'site' && isOffer(key))) return true;
  if (said.some(isKindOfDocument)) return false;
  const near: Range = [Math.max(0, own[0] - reach), at + reach];
  if (reading.words.isForeign && !holdsNoChoice(tokens, tokens.slice(...near))) return true;
  return isOffer(tokens[at]?.key ?? '') || chooses(reading, near);
}

/** Among many words `on` and `off` are no choice; and a character is a part of a word: 关于 is no choice, 关闭 is. */
function chooses({ tokens, words }: Reading, [start, end]: Range): boolean {
  const isRight = (at: number): boolean => words.nameOf(tokens[at]?.key.toLowerCase() ?? '') === 'right';
  const isWhole = (at: number): boolean => tokens[at]?.is !== 'character' || isRight(at + 1);
  const places = end - start > 3 ? /^o(?:n|ff)$/ : /^$/;
  for (let at = start; at < end; at++)
    if (isRight(at) && isWhole(at) && !places.test(tokens[at]?.key ?? '')) return true;
  return false;
}

/** Whether the words of a link name a site other than the one that it leads to. */
function misleads({ tokens }: Reading, at: number): boolean {
  const { key = '', words = 0 } = tokens[at] ?? {};
  return tokens
    .slice(at - words, at)
    .some((token) => token.is === 'site' && hostOf(token.key) !== hostOf(key.toLowerCase()));
}

function addressesIn({ tokens }: Reading, [start, end]: Range): readonly number[] {
  return tokens.slice(start, end).flatMap((token, at) => (isAddressed(token) ? [start + at] : []));
}
