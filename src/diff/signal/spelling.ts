import { distance } from 'fastest-levenshtein';

/** Signals that long words carry, of which one letter is more likely a slip than another meaning. */
const soft: ReadonlySet<string> = new Set([
  'category',
  'recipient',
  'purpose',
  'processing',
  'consent',
  'right',
]);
const longEnough = 8;
/** A first word is long enough sooner: mostly it is no name at all. */
const longEnoughToOpen = 5;

/** Takes a hunk's signals for a slip when one long term differs from what stood there in one letter. */
export function spellingOf(
  found: ReadonlySet<string>,
  [before, after]: readonly [string, string],
  letters: readonly number[],
): ReadonlySet<string> {
  const isSlip =
    found.size > 0 &&
    [...found].every((signal) => soft.has(signal)) &&
    letters.every((length) => length >= (found.has('opening') ? longEnoughToOpen : longEnough)) &&
    !`${before}${after}`.includes(' ') &&
    isOneLetterOff(before, after);
  return isSlip ? new Set(['spelling']) : found;
}

/** A letter put before a word makes another word (`typical`, `atypical`); anywhere else it is a slip. */
function isOneLetterOff(a: string, b: string): boolean {
  if (a === '' || b === '' || a.endsWith(b) || b.endsWith(a)) return false;
  const letters = (word: string): string => [...word].sort().join('');
  const off = distance(a, b);
  return off === 1 || (off === 2 && letters(a) === letters(b));
}
