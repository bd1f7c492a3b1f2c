import { distance } from 'fastest-levenshtein';
import { englishTurning } from './tables/en.ts';

/** Signals that long words carry, of which one letter is more likely a slip than another meaning. */
const soft: ReadonlySet<string> = new Set([
  'opening',
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
/** A name that the text has elsewhere. */
const longEnoughToKnow = 6;

/**
 * Takes a hunk's signals for a slip when one long term differs from what stood there in one letter. A name that does is
 * another one, unless the text is `familiar` with one of the two.
 */
export function spellingOf(
  found: ReadonlySet<string>,
  [before, after]: readonly [string, string],
  letters: readonly number[],
  familiar: (word: string) => boolean,
): ReadonlySet<string> {
  if (found.size === 0) return found;
  if (isSpacing(before, after) && [...found].every((signal) => spaced.has(signal)))
    return new Set(['spelling']);
  if (found.size === 1 && found.has('name') && (familiar(before) || familiar(after)))
    return isLongSlip(before, after, letters, longEnoughToKnow) ? new Set(['spelling']) : found;
  if (![...found].every((signal) => soft.has(signal))) return found;
  const least = found.has('opening') ? longEnoughToOpen : undefined;
  return isLongSlip(before, after, letters, least) ? new Set(['spelling']) : found;
}

function isLongSlip(before: string, after: string, letters: readonly number[], least?: number): boolean {
  const slip = slipBetween(before, after);
  return slip !== undefined && letters.every((length) => length >= (least ?? longEnough[slip]));
}

/** `Example Shop` and `ExampleShop`: only a space or a hyphen; `in active` is no slip. */
function isSpacing(before: string, after: string): boolean {
  if (before.replaceAll(' ', '') !== after.replaceAll(' ', '')) return false;
  return ![before, after].some((words) => englishTurning.some((prefix) => words.startsWith(`${prefix} `)));
}

const spaced: ReadonlySet<string> = new Set([...soft, 'name', 'wording']);

/** A letter put before a word makes another word (`typical`, `atypical`); anywhere else it is a slip. */
export function slipBetween(a: string, b: string): keyof typeof longEnough | undefined {
  if (a === '' || b === '' || `${a}${b}`.includes(' ') || a.endsWith(b) || b.endsWith(a)) return undefined;
  const letters = (word: string): string => [...word].sort().join('');
  const off = distance(a, b);
  if (off === 2 && letters(a) === letters(b)) return 'swapped';
  return off === 1 ? 'other' : undefined;
}
