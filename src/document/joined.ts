import { type Words, wordsIn } from '../base/likeness.ts';
import type { Block } from './document.ts';

/** Index of a block → index of the neighbour that it was split from or merged into. */
export type Joined = ReadonlyMap<number, number>;

/** The share of a block's words that the other text must have for the block to be a part of it. */
const most = 0.8;

/**
 * Finds blocks without a partner that are parts of a neighbour: their words are in the neighbour's partner, but not in
 * the neighbour. This happens when a paragraph is split, or a heading is separated from its text. Such blocks are
 * compared with the neighbour as one text.
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
    const missing = take(new Map(wordsIn(other.text)), wordsIn(block.text));
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
