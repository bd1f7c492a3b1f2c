import { distance } from 'fastest-levenshtein';
import { limits } from './limits.ts';

/**
 * The known name closest to an unknown one, if any is close enough to be meant; of equally close ones, the first. No more
 * than a `part` of its letters may be wrong. A name of a very different length is only considered for its last part:
 * `gdpr` for `eu-gdpr`.
 */
export function nearest(unknown: string, known: Iterable<string>, part = 0.4): string | undefined {
  const wanted = unknown.toLowerCase();
  const one = singular(wanted);
  const farthest = Math.max(1, Math.floor(wanted.length * part));
  // No name is longer, and the cost of a distance is the product of the lengths.
  if (wanted.length > 2 * limits.nameLength) return undefined;
  let [best, bestDistance]: [string | undefined, number] = [undefined, farthest + 1];
  for (const candidate of known) {
    const lower = candidate.toLowerCase();
    const isLastPart = lower.endsWith(`.${wanted}`) || lower.endsWith(`-${wanted}`);
    if (!isLastPart && Math.abs(lower.length - wanted.length) > farthest) continue;
    const away = isLastPart || singular(lower) === one ? 1 : distance(wanted, lower);
    if (away < bestDistance || (away === bestDistance && best !== undefined && candidate < best))
      [best, bestDistance] = [candidate, away];
  }
  return best;
}

const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/s$/, '');

/**
 * As `nearest`, for as many unknown names as problems are listed; later ones get no hint, since each search looks at
 * every known name.
 */
export function nearestForSome(): (unknown: string, known: () => Iterable<string>) => string | undefined {
  let left: number = limits.problems;
  return (unknown, known) => (left-- > 0 ? nearest(unknown, known()) : undefined);
}
