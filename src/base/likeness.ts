/** How often each word, number or Han character occurs in a text, without the addresses of links. */
export type Words = ReadonlyMap<string, number>;

/** Counts the words of a text, ignoring case and the width of letters. */
export function wordsIn(text: string): Words {
  return counted(listOf(text));
}

/** How often each of some words occurs. */
export function counted(list: readonly string[]): Words {
  const words = new Map<string, number>();
  for (const word of list) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** The words of a text in their order, a space between. */
export function sequenceOf(text: string): string {
  return listOf(text).join(' ');
}

/** Invisible characters, and trademark signs. */
export const unseen = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff™®℠]|\p{Variation_Selector}/gu;

/** The words of a text in their order. */
export function listOf(text: string): readonly string[] {
  return (
    text
      .replace(unseen, '')
      .normalize('NFKC')
      .replace(/\]\([^()\s]*\)/g, ']')
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The Dice coefficient: from 0, nothing in common, to 1, the same words. It only decides what is shown side by side. */
export function likeness(a: Words, b: Words): number {
  let [shared, total] = [0, 0];
  for (const [word, count] of a) {
    shared += Math.min(count, b.get(word) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}
