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
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '');
  return (plain.match(/[a-z0-9]+/g) ?? []).join('-');
}
