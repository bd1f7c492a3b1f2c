import { type Words, wordsIn } from '../base/likeness.ts';
import type { Block } from './document.ts';

/** Index of a block → index of the block beside it of which it was a part, or became one. */
export type Joined = ReadonlyMap<number, number>;

/** How much of a block must stand in the other text for it to be a part of it. */
const most = 0.8;

/**
 * Of blocks without a partner, those whose words stand in the partner of the block beside them, where that one lacks
 * them: a paragraph was split, a heading came off its text. They are compared as one text with their neighbour.
 */
export function joinParts(
  blocks: readonly Block[],
  others: readonly Block[],
  partnerOf: ReadonlyMap<number, number>,
): Joined {
  const joined = new Map<number, number>();
  for (const [index, partner] of partnerOf) {
    const [block, other] = [blocks[index], others[partner]];
    if (!block || !other || block.normal === other.normal) continue;
    const missing = without(wordsIn(other.text), wordsIn(block.text));
    for (const step of [1, -1]) {
      for (let at = index + step; isFree(at, blocks, partnerOf, joined); at += step) {
        const words = wordsIn(blocks[at]?.text ?? '');
        if (shared(words, missing) < most * total(words)) break;
        joined.set(at, index);
        take(missing, words);
      }
    }
  }
  return joined;
}

function isFree(
  at: number,
  blocks: readonly Block[],
  partnerOf: ReadonlyMap<number, number>,
  joined: Joined,
): boolean {
  return at >= 0 && at < blocks.length && !partnerOf.has(at) && !joined.has(at);
}

function without(words: Words, others: Words): Map<string, number> {
  return take(new Map(words), others);
}

function take(words: Map<string, number>, others: Words): Map<string, number> {
  for (const [word, count] of others) words.set(word, Math.max(0, (words.get(word) ?? 0) - count));
  return words;
}

function shared(words: Words, others: Words): number {
  return [...words].reduce((sum, [word, count]) => sum + Math.min(count, others.get(word) ?? 0), 0);
}

function total(words: Words): number {
  return [...words.values()].reduce((sum, count) => sum + count, 0);
}
