import type { Hunk } from './hunks.ts';
import { hostOf, isOffer } from './links.ts';
import { isNear, type Reading } from './reading.ts';
import type { Span } from './spans.ts';

/**
 * A link that comes or goes leads to more words; one that leads elsewhere is a change, unless it stays with the same
 * host or domain and nothing is offered there or decided near it.
 */
export function linkSignal(
  signal: string,
  sides: readonly [readonly Span[], readonly Span[]],
  hunk: Hunk,
  before: Reading,
  after: Reading,
): string {
  const [gone, come] = sides.map((spans) => spans.filter((span) => span.signal.startsWith('link')));
  const near = (signals: ReadonlySet<string>): boolean =>
    isNear(signals, before, hunk.before) || isNear(signals, after, hunk.after);
  if (!gone?.length || !come?.length) return near(consenting) ? 'link-target' : signal;
  const hosts = (spans: readonly Span[]): string =>
    [...new Set(spans.map(({ value }) => hostOf(value)))].sort().join();
  const moved = hosts(gone) === hosts(come) && ![...gone, ...come].some(({ value }) => isOffer(value));
  return moved && !near(deciding) ? 'link' : 'link-target';
}

const consenting: ReadonlySet<string> = new Set(['consent']);
/** What stands near a link that does more than show another page. */
const deciding: ReadonlySet<string> = new Set([
  'consent',
  'right',
  'processing',
  'purpose',
  'negation',
  'switch',
]);
