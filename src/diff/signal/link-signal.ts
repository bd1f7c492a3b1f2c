import type { Hunk } from './hunks.ts';
import { hostOf, isOffer, ownerOf, pathOf } from './links.ts';
import { isNear, type Range, type Reading } from './reading.ts';
import type { Span } from './spans.ts';
import { stemOf } from './stem.ts';
import { englishChoosing, englishDocuments, englishFunction, englishPointing } from './tables/en.ts';
import { chineseChoosing, chineseDocuments } from './tables/zh.ts';

/** An address on the web or of a mailbox, be it under other words or written out. */
export function isAddressed({ signal }: Pick<Span, 'signal'>): boolean {
  return signal === 'link' || signal === 'link-target' || signal === 'site';
}

/**
 * A link that comes or goes leads to more words, a site that does is a name; one that leads elsewhere is a change.
 * Where readers are told of something that they can choose or ask for, all are read first; elsewhere another page of
 * the same owner is not.
 */
export function linkSignal(
  signal: string,
  [gone, come]: readonly [readonly Span[], readonly Span[]],
  hunk: Hunk,
  before: Reading,
  after: Reading,
): string {
  if (gone.length === 0 || come.length === 0) {
    const isOffered =
      before.offers ||
      isNear(isChoosing, ofWords, before, hunk.before) ||
      isNear(isChoosing, ofWords, after, hunk.after);
    return signal === 'site' ? 'name' : isOffered ? 'link-target' : signal;
  }
  const [owner, other] = [ownersOf(gone), ownersOf(come)];
  const isSame = owner === other || ((owner === '') !== (other === '') && pathsOf(gone) === pathsOf(come));
  const isOffered = gone.some((link) => offers(before, link)) || come.some((link) => offers(after, link));
  if (isSame && !isOffered) return 'link';
  return signal === 'site' && !isSame ? 'name' : 'link-target';
}

/** How many tokens away a choice may be: of words that become a link, and of a link that leads elsewhere. */
const [ofWords, ofSentence] = [6, 12];

/**
 * Whether a link may lead to a choice: its own words tell when they name a document or a choice; words as `here` say
 * nothing, and then all around them count; other words are not meant by what another link is about.
 */
function offers(reading: Reading, link: Span): boolean {
  if (reading.offers) return true;
  const own = wordsOf(reading, link);
  const isNearby = (isMeant: (span: Span) => boolean): boolean =>
    isNear((span) => isChoosing(span) && isMeant(span), ofSentence, reading, [link.start, link.end]);
  if (isNearby(({ start, end }) => start < own[1] && end > own[0])) return true;
  if (namesDocument(reading, own)) return false;
  if (isOffer(link.value)) return true;
  return isNearby((span) => pointsOn(reading, own) || !isOfOtherLink(reading, span));
}

function wordsOf({ tokens }: Reading, { start }: Span): Range {
  return [start - (tokens[start]?.words ?? 0), start];
}

function namesDocument({ tokens }: Reading, range: Range): boolean {
  const words = tokens.slice(...range);
  return (
    words.some(({ key }) => englishDocuments.has(stemOf(key))) ||
    chineseDocuments.test(words.map(({ key }) => key).join(''))
  );
}

function pointsOn({ tokens }: Reading, range: Range): boolean {
  const words = tokens.slice(...range).filter(({ is }) => is === 'word' || is === 'han');
  return words.every(({ key }) => englishFunction.has(key) || englishPointing.has(stemOf(key)));
}

function isOfOtherLink({ tokens }: Reading, { start, end }: Span): boolean {
  return tokens.some(({ words = 0 }, at) => at - words <= start && end <= at);
}

/** A site that is written out is its whole host: it may be one of those that a policy is about. */
function ownersOf(spans: readonly Span[]): string {
  const owners = spans.map(({ signal, value }) => (signal === 'site' ? hostOf(value) : ownerOf(value)));
  return [...new Set(owners)].sort().join();
}

/** A page named from the root of its own site, and the same page by its whole address. */
function pathsOf(spans: readonly Span[]): string {
  return spans
    .map(({ value }) => pathOf(value))
    .sort()
    .join();
}

function isChoosing({ value }: Span): boolean {
  return englishChoosing.has(value) || chineseChoosing.has(value);
}
