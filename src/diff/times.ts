import { type CountedTime, timeInWords } from '../knowledge/counted-time.ts';
import type { Difference, DifferenceThat } from './difference.ts';

/** The two times of a statement whose days are counted otherwise as well, or are working days. */
export function timesOf(difference: Difference): readonly [CountedTime, CountedTime] | undefined {
  if (difference.is !== 'changed') return undefined;
  const { name, base, head, also } = difference;
  if (!also?.includes('days') && !isInWorkingDays(difference)) return undefined;
  return [
    { period: base.values[name], days: base.values.days },
    { period: head.values[name], days: head.values.days },
  ];
}

function isInWorkingDays({ name, head }: DifferenceThat<'changed'>): boolean {
  return head.values.days === 'working' && (name === 'answerWithin' || name === 'leadTime');
}

export function timeWords([before, after]: readonly [CountedTime, CountedTime]) {
  return { before: timeInWords(before), after: timeInWords(after) };
}
