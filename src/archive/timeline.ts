import { withdrawalsIn } from './chain.ts';
import type { Manifest } from './release.ts';

/** From a date until the next span, one version is in force, or none. */
interface SpanInForce {
  readonly from: string;
  readonly version: Manifest | undefined;
}

/** A period in which another version is in force than would have been. */
export interface Shift {
  readonly from: string;
  /** The first date after it; undefined when it has no end. */
  readonly until: string | undefined;
  readonly before: Manifest | undefined;
  readonly after: Manifest | undefined;
}

/** The same by the numbers of versions: null where none is in force, and where it has no end. */
export interface NumberedShift {
  readonly from: string;
  readonly until: string | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** The versions in force from a date on, in spans; the same as `inForceOn` for each day. Neighbouring spans differ. */
export function timelineFrom(manifests: readonly Manifest[], date: string): SpanInForce[] {
  const withdrawn = withdrawalsIn(manifests);
  const standing = manifests
    .filter(({ sequence }) => !withdrawn.has(sequence))
    .sort((a, b) => (a.effective < b.effective ? -1 : a.effective > b.effective ? 1 : 0));
  const spans: { from: string; version: Manifest | undefined }[] = [{ from: date, version: undefined }];
  for (const version of standing) {
    const last = spans.at(-1);
    if (!last || (last.version && last.version.sequence > version.sequence)) continue;
    if (version.effective <= last.from) last.version = version;
    else spans.push({ from: version.effective, version });
  }
  return spans;
}

/**
 * The versions before the newest that readers have on a date, or will have from a later one on: what these promise
 * stands, whatever the newest says that it will be.
 */
export function standingOn(manifests: readonly Manifest[], date: string): Manifest[] {
  const had = timelineFrom(manifests, date).flatMap(({ version }) => version ?? []);
  return had.filter((version) => version !== manifests.at(-1));
}

/** The periods from a date on in which the second archive has another version in force than the first. */
export function shiftsBetween(
  before: readonly Manifest[],
  after: readonly Manifest[],
  date: string,
): Shift[] {
  const [was, is] = [timelineFrom(before, date), timelineFrom(after, date)];
  const dates = [...new Set([...was, ...is].map(({ from }) => from))].sort();
  const shifts: Shift[] = [];
  for (const [index, from] of dates.entries()) {
    const [old, now] = [was, is].map((spans) => spans.findLast((span) => span.from <= from)?.version);
    const shift = { from, until: dates[index + 1], before: old, after: now };
    if (shift.before?.sequence === shift.after?.sequence) continue;
    const last = shifts.at(-1);
    const goesOn = last?.until === from && isSamePair(last, shift);
    if (goesOn) shifts[shifts.length - 1] = { ...last, until: shift.until };
    else shifts.push(shift);
  }
  return shifts;
}

function isSamePair(one: Shift, other: Shift): boolean {
  return one.before?.sequence === other.before?.sequence && one.after?.sequence === other.after?.sequence;
}
