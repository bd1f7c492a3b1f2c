import { compareDurations } from '../base/duration.ts';
import { durationInEnglish } from '../base/duration-words.ts';
import type { Scalar } from '../model/policy.ts';
import type { Meaning, ValueKnowledge } from './meaning.ts';

/** How long something may take, and how its days are counted: `P15D`, `working`. */
export interface CountedTime {
  readonly period: Scalar | undefined;
  readonly days: Scalar | undefined;
}

/**
 * What it means that a time and the counting of its days change together. So many working days are at least as many
 * calendar days, and nobody can say how many more: what that does not settle merely changes.
 */
export function countedMeaning(
  { meanings, compare }: ValueKnowledge,
  before: CountedTime,
  after: CountedTime,
): Meaning {
  const [longer, shorter, otherwise] = meanings;
  const inOrder = compare(before.period, after.period);
  if (before.days === after.days || !longer || !shorter || !otherwise) return inOrder;
  if (before.period === undefined || after.period === undefined) return inOrder;
  const order = compareDurations(String(after.period), String(before.period));
  if (order === undefined) return otherwise;
  if (after.days === 'working') return order >= 0 ? longer : otherwise;
  return order <= 0 ? shorter : otherwise;
}

/** `15 working days`. */
export function timeInWords({ period, days }: CountedTime): string {
  if (period === undefined) return 'not stated';
  return durationInEnglish(String(period)).replace(/ days?$/, (unit) => ` ${days ?? 'calendar'}${unit}`);
}
