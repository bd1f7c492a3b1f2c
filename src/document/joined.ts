import type { Words } from '../base/likeness.ts';
import type { Block } from './document.ts';
import { wordsOfBlock } from './runs.ts';

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
  const wordsAt = (at: number): Words | undefined => {
    const block = partnerOf.has(at) || joined.has(at) ? undefined : blocks[at];
    return block && wordsOfBlock(block);
  };
  for (const [index, partner] of partnerOf) {
    const [block, other] = [blocks[index], others[partner]];
    if (!block || !other || block.normal === other.normal) continue;
    const missing = take(new Map(wordsOfBlock(other)), wordsOfBlock(block));
    for (const step of [1, -1]) {
      let at = index + step;
      for (let words = wordsAt(at); isPart(words, missing); words = wordsAt(at)) {
        joined.set(at, index);
        take(missing, words);
        at += step;
      }
    }
  }
  return joined;
}

function isPart(words: Words | undefined, missing: Words): words is Words {
  return words !== undefined && shared(words, missing) >= most * total(words);
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
