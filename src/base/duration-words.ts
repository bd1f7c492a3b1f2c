import { durationPattern, durationUnits } from './duration.ts';

/** An ISO 8601 period in English: P1Y6M is “1 year 6 months”. Anything else is returned as it is. */
export function durationInEnglish(duration: string): string {
  if (duration === 'forever') return 'all time';
  if (duration === 'session') return 'one visit';
  if (duration === 'while-active') return 'as long as the account is active';
  const counts = durationPattern.exec(duration)?.slice(1) ?? [];
  const words = durationUnits.flatMap((unit, index) => {
    const count = counts[index];
    return count === undefined ? [] : [`${count} ${unit}${count === '1' ? '' : 's'}`];
  });
  return words.join(' ') || duration;
}
