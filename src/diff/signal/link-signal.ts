import type { Hunk } from '../../syntax/hunks.ts';
import { hostOf, isMailbox, ownerOf, pathOf, placeOf, reachesPeople } from '../../syntax/web-address.ts';
import { isOffer } from './offers.ts';
import type { Reading } from './reading.ts';
import { isKindOfDocument, isPronoun, type Range, type Token } from './tokens.ts';

export function isAddressed({ is }: Token): boolean {
  return is === 'link' || is === 'site';
}

/** Whether two texts are nothing but titles of one page: `[Schedule 4: Hats](/hats)`, `[Schedule 5: Our Hats](/hats)`. */
export function areTitles(...texts: readonly Reading[]): boolean {
  const isTitle = ({ tokens, words: { nameOf } }: Reading): boolean =>
    tokens.at(-1)?.words === tokens.length - 1 &&
    tokens.every(
      ({ is, text, key }) => is !== 'word' || (/^\p{Lu}/u.test(text) && !nameOf(key.toLowerCase())),
    ) &&
    !tokens.some(isPronoun);
  const [url = '#', ...others] = new Set(texts.map(({ tokens }) => tokens.at(-1)?.key));
  return others.length === 0 && !url.includes('#') && texts.every(isTitle);
}

/**
 * What it tells that a text leads elsewhere. Another page of the same owner, or a link on words that had none, leads to
 * more words. Where readers are told of something that they can choose or ask for, or are led to people, it is read first.
 */
export function linkSignal(hunk: Hunk, before: Reading, after: Reading): string {
  const [gone, come] = [addressesIn(before, hunk.before), addressesIn(after, hunk.after)];
  const offered = gone.some((at) => isOffered(before, at)) || come.some((at) => isOffered(after, at));
  const tokens = [...gone.map((at) => before.tokens[at]), ...come.map((at) => after.tokens[at])];
  const isWritten = tokens.some((token) => token?.is === 'site');
  if (gone.some((at) => misleads(before, at)) !== come.some((at) => misleads(after, at)))
    return 'link-target';
  if (gone.length === 0 || come.length === 0) {
    const leads = offered || tokens.some((token) => token !== undefined && reachesPeople(token.key));
    return isWritten ? 'name' : leads ? 'link-target' : 'link';
  }
  if (isSameOwner(before, gone, after, come) && (!offered || isMoved(before, gone, after, come)))
    return 'link';
  return isWritten ? 'name' : 'link-target';
}

/** What offers no more and no less than it did: the page `telemetry`, in another folder of its site. */
function isMoved(before: Reading, gone: readonly number[], after: Reading, come: readonly number[]): boolean {
  const [one, other] = [before.tokens[gone[0] ?? -1]?.key ?? '', after.tokens[come[0] ?? -1]?.key ?? ''];
  const isAlone = gone.length === 1 && come.length === 1;
  return isAlone && isSamePage(one, other) && isOffer(one) === isOffer(other);
}

/** Whether two addresses end in one name, long enough to be that of a page or of a place on one. */
function isSamePage(one: string, other: string): boolean {
  const name = (url: string): string => url.split(/[/#]/).at(-1)?.toLowerCase() ?? '';
  return name(one).length >= 6 && name(one) === name(other);
}

/** How far the words reach that may say what a link is for. */
const reach = 12;

/**
 * Whether a link may lead to a choice: by its address, by its own words, or by those around it unless its own name a
 * document.
 */
function isOffered(reading: Reading, at: number): boolean {
  const { tokens, offers } = reading;
  const own: Range = [at - (tokens[at]?.words ?? 0), at];
  if (offers || tokens[at]?.apart || chooses(reading, own)) return true;
  const said = tokens.slice(...own);
  if (said.some(({ is, key }) => is === 'site' && isOffer(key))) return true;
  if (said.some(isKindOfDocument)) return false;
  if (reading.words.isForeign) return true;
  return isOffer(tokens[at]?.key ?? '') || chooses(reading, [Math.max(0, own[0] - reach), at + reach]);
}

function chooses({ tokens, words }: Reading, range: Range): boolean {
  return tokens.slice(...range).some(({ key }) => words.nameOf(key.toLowerCase()) === 'right');
}

/** Whether the words of a link name another site than the one it leads to. */
function misleads({ tokens }: Reading, at: number): boolean {
  const { key = '', words = 0 } = tokens[at] ?? {};
  return tokens
    .slice(at - words, at)
    .some((token) => token.is === 'site' && hostOf(token.key) !== hostOf(key.toLowerCase()));
}

function addressesIn({ tokens }: Reading, [start, end]: Range): readonly number[] {
  return tokens.slice(start, end).flatMap((token, at) => (isAddressed(token) ? [start + at] : []));
}

/** One page of a site, whether named whole or from its root; a site that is written out is its whole host. */
function isSameOwner(
  before: Reading,
  gone: readonly number[],
  after: Reading,
  come: readonly number[],
): boolean {
  const each = ({ tokens }: Reading, list: readonly number[], part: (token: Token) => string): string =>
    [...new Set(list.flatMap((at) => (tokens[at] ? [part(tokens[at])] : [])))].sort().join();
  const owner = ({ is, key }: Token): string =>
    is === 'site' && !isMailbox(key) ? hostOf(key) : ownerOf(key);
  const [one, other] = [each(before, gone, owner), each(after, come, owner)];
  if (one === other) return true;
  const place = ({ key }: Token): string => placeOf(key);
  if (each(before, gone, place) === each(after, come, place)) return true;
  const path = ({ key }: Token): string => pathOf(key);
  const [from, to] = [each(before, gone, path), each(after, come, path)];
  return (one === '') !== (other === '') && (from === to || isSamePage(from, to));
}
