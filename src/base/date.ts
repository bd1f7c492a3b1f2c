/** Calendar dates are `YYYY-MM-DD` strings in the policy's own UTC offset; they sort as strings. */

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const offsetPattern = /^([+-])(\d{2}):(\d{2})$/;
const millisecondsPerDay = 86_400_000;

/** Whether the text is a date that exists: `2024-02-30` is not. */
export function isDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (!match) return false;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return Number(match[1]) > 0 && new Date(time).toISOString().slice(0, 10) === text;
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay;
}

/** Dates have four digits for the year; a period may be longer than they last, and than any number. */
const lastDate = '9999-12-31';
const lastTime = Date.parse(lastDate);

/** The date a number of days later; earlier if it is negative. Of what would be later than all dates, the last one. */
export function addDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * millisecondsPerDay;
  return time < lastTime ? new Date(time).toISOString().slice(0, 10) : lastDate;
}

/**
 * The days from Monday to Friday after `from`, up to and including `to`; 0 if `to` is not later. Public holidays differ
 * between places and are not known.
 */
export function workingDaysBetween(from: string, to: string): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  let count = Math.floor(days / 7) * 5;
  for (let rest = days % 7; rest > 0; rest--) if (isWorkingDay(addDays(to, 1 - rest))) count++;
  return count;
}

/** The first date before which, itself included, there are a number of working days. */
export function addWorkingDays(date: string, days: number): string {
  const weeks = Math.max(0, Math.floor((days - 1) / 5));
  let reached = addDays(date, weeks * 7);
  for (let rest = days - weeks * 5; rest > 0 && reached < lastDate; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) rest--;
  }
  return reached;
}

function isWorkingDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day !== 0 && day !== 6;
}

/** Minutes east of UTC for `+08:00`, `-03:30`, `Z`; undefined when it is none of these. */
export function utcOffsetMinutes(offset: string): number | undefined {
  if (offset === 'Z') return 0;
  const match = offsetPattern.exec(offset);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** The calendar date at a UTC offset of an instant given in milliseconds since the epoch. */
export function dateAt(epochMilliseconds: number, offset: string): string {
  return new Date(epochMilliseconds + (utcOffsetMinutes(offset) ?? 0) * 60_000).toISOString().slice(0, 10);
}
