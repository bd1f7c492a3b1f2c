import { isNoName } from '../../base/folded-name.ts';

/** Makes unique ids from words; words without Latin letters get an id from `within`. */
export function newIds(taken: readonly string[]): (words: string, within: string) => string {
  const used = new Set(taken);
  return (words, within) => {
    const slug = slugOf(words).split('-').slice(0, 6).join('-').slice(0, 48).replace(/-$/, '');
    const base = /[a-z]/.test(slug) && isLatin(words) ? slug : within;
    let id = base === slug ? base : `${base}-1`;
    // Chapters become files, so ids that are no valid file names are avoided.
    for (let count = 2; used.has(id) || isNoName(id); count++) id = `${base}-${count}`;
    used.add(id);
    return id;
  };
}

/** Whether words get an id from their Latin letters: among Chinese words, an address says little about the topic. */
function isLatin(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  return 3 * (words.match(/\p{sc=Latin}/gu)?.length ?? 0) >= letters;
}

/** Latin letters and digits of words, joined by hyphens. */
export function slugOf(words: string): string {
  const plain = plainLetters(words).replace(/['’]/g, '');
  return (plain.match(/[a-z0-9]+/g) ?? []).join('-');
}

/** Small letters without marks, and what stands for those that have no other form. */
export function plainLetters(words: string): string {
  const bare = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter);
}

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  'ß ss|æ ae|œ oe|ø o|ł l|đ d|ð d|þ th|ı i'.split('|').map((pair) => pair.split(' ')),
);
