import { distance } from 'fastest-levenshtein';

/** Signals that long words carry, of which one letter is more likely a slip than another meaning. */
const soft: ReadonlySet<string> = new Set([
  'opening',
  'field',
  'category',
  'recipient',
  'purpose',
  'processing',
  'consent',
  'right',
]);

/** From how many letters on; two letters in each other's place hardly ever make another word. */
const longEnough = { other: 8, swapped: 6 };
/** A first word is long enough sooner: mostly it is no name at all. */
const longEnoughToOpen = 5;

/** Takes a hunk's signals for a slip when one long term differs from what stood there in one letter. */
export function spellingOf(
  found: ReadonlySet<string>,
  [before, after]: readonly [string, string],
  letters: readonly number[],
): ReadonlySet<string> {
  if (found.size === 0) return found;
  if (isSpacing(before, after) && [...found].every((signal) => spaced.has(signal)))
    return new Set(['spelling']);
  if (![...found].every((signal) => soft.has(signal))) return found;
  const slip = slipBetween(before, after);
  if (slip === undefined) return found;
  const least = found.has('opening') ? longEnoughToOpen : longEnough[slip];
  return letters.every((length) => length >= least) ? new Set(['spelling']) : found;
}

/** `Example Shop` and `ExampleShop`: only a space, of a word that is no word of a table. */
function isSpacing(before: string, after: string): boolean {
  return before.replaceAll(' ', '') === after.replaceAll(' ', '');
}

const spaced: ReadonlySet<string> = new Set(['name', 'opening']);

/** A letter put before a word makes another word (`typical`, `atypical`); anywhere else it is a slip. */
export function slipBetween(a: string, b: string): keyof typeof longEnough | undefined {
  if (a === '' || b === '' || `${a}${b}`.includes(' ') || a.endsWith(b) || b.endsWith(a)) return undefined;
  const letters = (word: string): string => [...word].sort().join('');
  const off = distance(a, b);
  if (off === 2 && letters(a) === letters(b)) return 'swapped';
  return off === 1 ? 'other' : undefined;
}
