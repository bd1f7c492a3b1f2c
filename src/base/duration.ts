import { eachOnDemand, keptByText } from './on-demand.ts';

/** Durations are ISO 8601 (`P30D`, `P1Y6M`, `PT72H`). A month has 28 to 31 days, so some pairs have no order. */

/** The parts of an ISO 8601 duration, in the order of `durationUnits`. */
export const durationPattern =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
export const durationUnits = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;

const secondsPerDay = 86_400;

/** A duration in the two units that calendars do not convert into each other. */
export interface Duration {
  /** Years and months, in months. */
  readonly months: number;
  /** Everything below a month, in seconds. */
  readonly seconds: number;
}

/** Reads an ISO 8601 duration; undefined for any other text. The hours of `PT72H` are read as seconds. */
export function parseDuration(text: string): Duration | undefined {
  const match = durationPattern.exec(text);
  if (!match) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return {
    months: (years ?? 0) * 12 + (months ?? 0),
    seconds:
      ((weeks ?? 0) * 7 + (days ?? 0)) * secondsPerDay +
      (hours ?? 0) * 3600 +
      (minutes ?? 0) * 60 +
      (seconds ?? 0),
  };
}

/** Each period of one policy may be held against each of another. */
const read = keptByText<Duration | undefined>();

/**
 * Negative, zero or positive when the first is shorter, equal or longer. One that is longer in some years and shorter in
 * none counts as longer (P1Y against P365D); P12M equals P1Y. Undefined when it depends on the year (P1M against P30D),
 * or when either is not a duration.
 */
export function compareDurations(a: string, b: string): number | undefined {
  const [left, right] = [a, b].map((text) => read(text, text.length, () => parseDuration(text)));
  if (!left || !right) return undefined;
  const months = left.months - right.months;
  const seconds = left.seconds - right.seconds;
  if (months === 0) return seconds;
  if (seconds === 0 || Math.sign(months) === Math.sign(seconds)) return months;
  const [shortest, longest] = daysOfMonths(Math.abs(months));
  const gap = Math.abs(seconds);
  if (shortest * secondsPerDay >= gap) return months;
  if (longest * secondsPerDay <= gap) return seconds;
  return undefined;
}

/** A key that is equal for durations of one length in every calendar (P12M and P1Y); undefined when it is none. */
export function lengthOf(text: string): string | undefined {
  const duration = parseDuration(text);
  return duration && `${duration.months} ${duration.seconds}`;
}

/** The most whole days a duration can last: P1M is 31. Undefined when it is not a duration. */
export function mostDays(text: string): number | undefined {
  const duration = parseDuration(text);
  if (!duration) return undefined;
  return daysOfMonths(duration.months)[1] + Math.ceil(duration.seconds / secondsPerDay);
}

/** The calendar repeats after this many months, which have this many days. */
const cycle = { months: 4800, days: 146_097 };

/** The fewest and the most days that a number of months in a row can have. */
function daysOfMonths(months: number): readonly [number, number] {
  const whole = Math.floor(months / cycle.months) * cycle.days;
  const [fewest, most] = daysWithinCycle(months % cycle.months);
  return [whole + fewest, whole + most];
}

const daysWithinCycle = eachOnDemand((months: number): readonly [number, number] => {
  let fewest = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let start = 0; start < cycle.months; start++) {
    const days = (Date.UTC(2000, start + months, 1) - Date.UTC(2000, start, 1)) / (secondsPerDay * 1000);
    if (days < fewest) fewest = days;
    if (days > most) most = days;
  }
  return [fewest, most];
});
