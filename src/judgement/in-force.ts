import { versionFolder } from '../archive/layout.ts';
import type { ArchivedVersion } from '../archive/read.ts';
import { type NumberedShift, shiftsBetween } from '../archive/timeline.ts';
import { dateAt, daysBetween } from '../base/date.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { mostDays } from '../base/duration.ts';
import { startOfFile } from '../base/place.ts';

/**
 * The day of a pull request: today, or that of its newest commit (seconds since the epoch) if that is later. Whoever
 * makes a commit chooses its date, and can only make the check stricter with it.
 */
export function dateOfRequest(seconds: number, today: string, utcOffset: string): string {
  // A time beyond all dates is ignored.
  if (!(seconds < endOfDates)) return today;
  const committed = dateAt(seconds * 1000, utcOffset);
  return committed > today ? committed : today;
}

/** In seconds since the epoch: 9999-12-31. */
const endOfDates = Date.UTC(9999, 11, 31) / 1000;

/** The day on which a pull request is judged. */
export interface JudgedOn {
  readonly today: string;
  /** The day is today by the clock, and not one that was asked about: no version can have been published later. */
  readonly byClock?: boolean;
}

/**
 * Versions that claim another day of publication than that of the pull request that adds them: their promised notice
 * period would exist on paper only. Or a day in the future, whatever day the commits claim. Adopted versions say
 * themselves that they were published before; and what another one takes back is gone at once, not on a day to come.
 */
export function misdated(
  added: readonly ArchivedVersion[],
  requestDate: string,
  { today, byClock }: JudgedOn,
  tolerances: readonly string[],
): Diagnostic[] {
  const tolerance = Math.min(...tolerances.map((one) => mostDays(one) ?? 0));
  return added.flatMap(({ sequence, manifest: { published, adopted, withdraws } }) => {
    const date = byClock && published > today ? today : requestDate;
    const days = daysBetween(published, date);
    const isPast = -days <= (withdraws ? 0 : tolerance);
    if (isPast && (adopted || days <= tolerance)) return [];
    const args = {
      version: sequence,
      published,
      date,
      tolerance,
      ...(adopted ? { adopted } : {}),
      ...(withdraws && !isPast ? { early: true } : {}),
    };
    return [
      diagnostic('archive-misdated', args, startOfFile(`archive/${versionFolder(sequence)}/manifest.json`)),
    ];
  });
}

/** The periods in which readers have another version in force than without the request, from its day on. */
export function shiftsInForce(
  before: readonly ArchivedVersion[],
  after: readonly ArchivedVersion[],
  date: string,
): NumberedShift[] {
  const [was, is] = [before, after].map((versions) => versions.map(({ manifest }) => manifest));
  return shiftsBetween(was ?? [], is ?? [], date).map(({ from, until, before: old, after: now }) => ({
    from,
    until: until ?? null,
    before: old?.sequence ?? null,
    after: now?.sequence ?? null,
  }));
}
