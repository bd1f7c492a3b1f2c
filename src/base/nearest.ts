import { distance } from 'fastest-levenshtein';

/** The known name most like an unknown one, if any is alike enough to be meant. Ties go to the first in order. */
export function nearest(unknown: string, known: Iterable<string>): string | undefined {
  const wanted = unknown.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length * 0.4)) + 1;
  for (const candidate of [...known].sort()) {
    const lower = candidate.toLowerCase();
    const away = lower.endsWith(`.${wanted}`) ? 1 : distance(wanted, lower);
    if (away < bestDistance) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}
