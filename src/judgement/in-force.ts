import { versionFolder } from '../archive/layout.ts';
import type { ArchivedVersion } from '../archive/read.ts';
import { shiftsBetween } from '../archive/timeline.ts';
import { dateAt, daysBetween } from '../base/date.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { mostDays } from '../base/duration.ts';
import { startOfFile } from '../base/place.ts';
import type { ShiftInForce } from './compared.ts';

/**
 * The day that a request is of: today, or that of its newest commit (seconds since the epoch) when that is later. Whoever writes a commit chooses
 * its date, and can only be held to more by it.
 */
export function dateOfRequest(seconds: number, today: string, utcOffset: string): string {
  // What no calendar has holds nobody to more.
  if (!(seconds < endOfDates)) return today;
  const committed = dateAt(seconds * 1000, utcOffset);
  return committed > today ? committed : today;
}

/** 9999-12-31, in seconds since the epoch. */
const endOfDates = Date.UTC(9999, 11, 31) / 1000;

/** The day that a request is judged on. */
export interface JudgedOn {
  readonly today: string;
  /** It is today by the clock, and not a day that somebody asked about: nothing was published later. */
  readonly byClock?: boolean;
}

/**
 * Versions that say they were published on another day than the request that adds them: the time that readers were
 * promised before they take effect would be kept on paper alone; or on a day that has not come, whatever day its commits
 * say they are of: no other version could be published before. What is taken over from elsewhere says so itself, and was
 * published before.
 */
export function misdated(
  added: readonly ArchivedVersion[],
  requestDate: string,
  { today, byClock }: JudgedOn,
  tolerances: readonly string[],
): Diagnostic[] {
  const tolerance = Math.min(...tolerances.map((one) => mostDays(one) ?? 0));
  return added.flatMap(({ sequence, manifest: { published, adopted } }) => {
    const date = byClock && published > today ? today : requestDate;
    const days = daysBetween(published, date);
    const isPast = -days <= tolerance;
    if (isPast && (adopted || days <= tolerance)) return [];
    const args = { version: sequence, published, date, tolerance, ...(adopted ? { adopted } : {}) };
    return [
      diagnostic('archive-misdated', args, startOfFile(`archive/${versionFolder(sequence)}/manifest.json`)),
    ];
  });
}

/** The days on which readers will have another version in force than they would have had without a request, from its day on. */
export function shiftsInForce(
  before: readonly ArchivedVersion[],
  after: readonly ArchivedVersion[],
  date: string,
): ShiftInForce[] {
  const [was, is] = [before, after].map((versions) => versions.map(({ manifest }) => manifest));
  return shiftsBetween(was ?? [], is ?? [], date).map(({ from, until, before: old, after: now }) => ({
    from,
    until: until ?? null,
    before: old?.sequence ?? null,
    after: now?.sequence ?? null,
  }));
}
