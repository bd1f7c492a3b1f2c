import type { Hunk } from './hunks.ts';
import { hostOf, isOffer, ownerOf } from './links.ts';
import { isNear, type Reading } from './reading.ts';
import type { Span } from './spans.ts';
import { englishChoosing } from './tables/en.ts';
import { chineseChoosing } from './tables/zh.ts';

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
  const isOneSided = gone.length === 0 || come.length === 0;
  const reach = isOneSided ? ofWords : ofSentence;
  const offered =
    before.offers ||
    isNear(isChoosing, reach, before, hunk.before) ||
    isNear(isChoosing, reach, after, hunk.after);
  if (isOneSided) return signal === 'site' ? 'name' : offered ? 'link-target' : signal;
  const isSame = ownersOf(gone) === ownersOf(come);
  if (isSame && !offered && ![...gone, ...come].some(({ value }) => isOffer(value))) return 'link';
  return signal === 'site' && !isSame ? 'name' : 'link-target';
}

/** How many tokens away a choice may be: of words that become a link, and of a link that leads elsewhere. */
const [ofWords, ofSentence] = [6, 12];

/** A site that is written out is its whole host: it may be one of those that a policy is about. */
function ownersOf(spans: readonly Span[]): string {
  const owners = spans.map(({ signal, value }) => (signal === 'site' ? hostOf(value) : ownerOf(value)));
  return [...new Set(owners)].sort().join();
}

function isChoosing({ signal, value }: Span): boolean {
  return signal === 'switch' || englishChoosing.has(value) || chineseChoosing.has(value);
}
