import { isNoName } from '../../base/folded-name.ts';

/** Names parts of a document by their words, each name once; those that have no Latin letters go by what they stand in. */
export function newIds(taken: readonly string[]): (words: string, within: string) => string {
  const used = new Set(taken);
  return (words, within) => {
    const slug = slugOf(words).split('-').slice(0, 6).join('-').slice(0, 48).replace(/-$/, '');
    const base = /[a-z]/.test(slug) && isLatin(words) ? slug : within;
    let id = base === slug ? base : `${base}-1`;
    // A chapter is a file that is called so.
    for (let count = 2; used.has(id) || isNoName(id); count++) id = `${base}-${count}`;
    used.add(id);
    return id;
  };
}

/** Whether words are named by their Latin letters: an address among Chinese ones says little of what they are about. */
function isLatin(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  return 3 * (words.match(/\p{sc=Latin}/gu)?.length ?? 0) >= letters;
}

/** The Latin letters and digits of some words, joined by hyphens. */
export function slugOf(words: string): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '');
  return (plain.match(/[a-z0-9]+/g) ?? []).join('-');
}
