import { distance } from 'fastest-levenshtein';
import { append } from '../base/group.ts';
import { likeness, listOf, type Words, wordsIn } from '../base/likeness.ts';
import { keptInOrder } from '../syntax/edit-path.ts';
import type { Block } from './document.ts';
import { listOfBlock, runsIn, wordsOfBlock } from './runs.ts';

/** Which block of the base became which block of the head, and which of these moved. */
export interface Alignment {
  /** Index in the head → index in the base. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Indexes in the head of blocks that moved by themselves, not along with their parent. */
  readonly moved: ReadonlySet<number>;
}

/**
 * Pairs the blocks of two documents. First come those with the same normal form in the same order, then the same ones
 * elsewhere, then similar ones between the same neighbours, even one with several together, then similar ones
 * anywhere. A line of a table of contents, as `isListed` tells, is never paired with the heading that it names.
 */
export function alignBlocks(
  base: readonly Block[],
  head: readonly Block[],
  isListed: (block: Block) => boolean = () => false,
): Alignment {
  const pairs = new Pairs();
  const sides: Sides = { base, head, pairs, isListed };
  const gaps = pairInOrder(sides);
  pairSameElsewhere(sides);
  for (const gap of gaps) {
    pairRows(sides, gap);
    pairWithRuns(sides, gap);
  }
  for (const gap of gaps) pairAlike(sides, gap, 0.5);
  for (const gap of gaps) {
    pairLastOnes(sides, gap);
    pairWithParts(sides, gap);
  }
  pairAlike(sides, { bases: [...base.keys()], heads: [...head.keys()] }, 0.75);
  return { pairs: pairs.byHead, moved: movedBlocks(head, pairs.byHead) };
}

class Pairs {
  readonly byHead = new Map<number, number>();
  readonly #bases = new Set<number>();

  add(base: number, head: number): void {
    this.byHead.set(head, base);
    this.#bases.add(base);
  }

  isFree = (base: number): boolean => !this.#bases.has(base);
  isHeadFree = (head: number): boolean => !this.byHead.has(head);
}

/** The blocks of both documents, and the pairs so far. */
interface Sides {
  readonly base: readonly Block[];
  readonly head: readonly Block[];
  readonly pairs: Pairs;
  readonly isListed: (block: Block) => boolean;
}

/** The blocks between two neighbouring blocks that stayed, on both sides. */
interface Gap {
  readonly bases: number[];
  readonly heads: number[];
}

function pairInOrder({ base, head, pairs }: Sides): Gap[] {
  const gaps: Gap[] = [{ bases: [], heads: [] }];
  let [b, h] = [0, 0];
  let paired = false;
  const upTo = (baseEnd: number, headEnd: number): void => {
    if (b === baseEnd && h === headEnd) return;
    if (paired) gaps.push({ bases: [], heads: [] });
    paired = false;
    const gap = gaps.at(-1);
    while (b < baseEnd) gap?.bases.push(b++);
    while (h < headEnd) gap?.heads.push(h++);
  };
  const normals = (blocks: readonly Block[]): string[] => blocks.map(({ normal }) => normal);
  for (const [before, after] of keptInOrder(normals(base), normals(head), mostMoved) ?? []) {
    upTo(before, after);
    pairs.add(b++, h++);
    paired = true;
  }
  upTo(base.length, head.length);
  return gaps;
}

/** The most edits in a search for the common order; with more, no block is taken to keep its order. */
const mostMoved = 2000;

function pairSameElsewhere({ base, head, pairs }: Sides): void {
  const waiting = new Map<string, number[]>();
  base.forEach(({ normal }, index) => {
    if (pairs.isFree(index)) append(waiting, normal, index);
  });
  head.forEach(({ normal }, index) => {
    const found = pairs.isHeadFree(index) ? waiting.get(normal)?.shift() : undefined;
    if (found !== undefined) pairs.add(found, index);
  });
}

/** Pairs rows of a table by their first cell, which says what a row is about. */
function pairRows({ base, head, pairs }: Sides, { bases, heads }: Gap): void {
  const waiting = new Map<string, number[]>();
  for (const index of bases) {
    const cell = firstCell(base[index]);
    if (cell !== undefined && pairs.isFree(index)) append(waiting, cell, index);
  }
  for (const index of heads) {
    const cell = firstCell(head[index]);
    const found = cell !== undefined && pairs.isHeadFree(index) ? waiting.get(cell)?.shift() : undefined;
    if (found !== undefined) pairs.add(found, index);
  }
}

/** The words of a row's first cell; undefined for the head of a table and for an empty cell. */
function firstCell(block: Block | undefined): string | undefined {
  if (block?.kind !== 'row' || block.isHead) return undefined;
  const [words] = block.text.split('|').map((cell) => [...wordsIn(cell).keys()].join(' '));
  return words === '' ? undefined : words;
}

/**
 * Two rows about different things are never paired, however similar their other cells are; nor are a heading and a
 * line of a table of contents.
 */
function mayPair({ base, head, isListed }: Sides, b: number, h: number): boolean {
  const [one, other] = [base[b], head[h]];
  if (one && other && one.kind !== other.kind) {
    if (one.kind === 'heading' && isListed(other)) return false;
    if (other.kind === 'heading' && isListed(one)) return false;
  }
  if ((one?.kind === 'row') !== (other?.kind === 'row')) return one?.kind !== 'row' && other?.kind !== 'row';
  const [was, is] = [firstCell(one), firstCell(other)];
  if (was === undefined || is === undefined) return true;
  return likeness(wordsIn(was), wordsIn(is)) >= 0.5 || isSlip(was, is);
}

function isSlip(one: string, other: string): boolean {
  return Math.min(one.length, other.length) > 5 && distance(one, other) <= 2;
}

/** In long stretches each block is only compared with those at about the same place, to keep the cost linear. */
const reach = 40;

function pairAlike(sides: Sides, { bases, heads }: Gap, least: number): void {
  const { base, head, pairs } = sides;
  const free = bases.filter(pairs.isFree).flatMap(withWords(base));
  const open = heads.filter(pairs.isHeadFree).flatMap(withWords(head));
  const ratio = free.length / Math.max(1, open.length);
  const found: { readonly like: number; readonly base: number; readonly head: number }[] = [];
  open.forEach((one, at) => {
    const from = Math.max(0, Math.floor(at * ratio) - reach);
    for (const other of free.slice(from, from + 2 * reach + 1)) {
      const like = likeness(other.words, one.words);
      if (like >= least && mayPair(sides, other.index, one.index))
        found.push({ like, base: other.index, head: one.index });
    }
  });
  found.sort((a, b) => b.like - a.like || a.head - b.head || a.base - b.base);
  for (const { base: b, head: h } of found) if (pairs.isFree(b) && pairs.isHeadFree(h)) pairs.add(b, h);
}

function withWords(blocks: readonly Block[]) {
  return (index: number) => {
    const block = blocks[index];
    return block ? [{ index, words: wordsOfBlock(block) }] : [];
  };
}

/** Pairs one block on one side with several successive ones on the other, if these have its words in its order. */
function pairWithRuns({ base, head, pairs }: Sides, { bases, heads }: Gap): void {
  const [free, open] = [bases.filter(pairs.isFree), heads.filter(pairs.isHeadFree)];
  const [was, is] = [free.map((index) => said(base[index])), open.map((index) => said(head[index]))];
  const pair = (b: number | undefined, h: number | undefined): void => {
    if (b !== undefined && h !== undefined && pairs.isFree(b) && pairs.isHeadFree(h)) pairs.add(b, h);
  };
  for (const [whole, first] of runsIn(was, is)) pair(free[whole], open[first]);
  for (const [whole, first] of runsIn(is, was)) pair(free[first], open[whole]);
}

function said(block: Block | undefined): readonly string[] {
  if (!block || block.kind === 'row') return [];
  const text = block.text.replace(lineBreak, ' ');
  return text === block.text ? listOfBlock(block) : listOf(text);
}

/** A break is no word: an address may be lines of one paragraph, or paragraphs. */
const lineBreak = /<br *\/?>/gi;

/** If a single block of one kind remains at the same place on both sides, it was edited, however much. */
function pairLastOnes(sides: Sides, { bases, heads }: Gap): void {
  const { base, head, pairs } = sides;
  const [b, ...moreBases] = bases.filter(pairs.isFree);
  const [h, ...moreHeads] = heads.filter(pairs.isHeadFree);
  if (b === undefined || h === undefined || moreBases.length > 0 || moreHeads.length > 0) return;
  if (base[b]?.kind === head[h]?.kind && mayPair(sides, b, h)) pairs.add(b, h);
}

/** Pairs a single block on one side with the first of several on the other that together say the same. */
function pairWithParts(sides: Sides, { bases, heads }: Gap): void {
  const { base, head, pairs } = sides;
  const [free, open] = [bases.filter(pairs.isFree), heads.filter(pairs.isHeadFree)];
  const [b, h] = [free[0], open[0]];
  if (b === undefined || h === undefined || Math.min(free.length, open.length) > 1) return;
  if (!mayPair(sides, b, h)) return;
  const words = (blocks: readonly Block[], indexes: readonly number[]): Words =>
    wordsIn(indexes.map((index) => blocks[index]?.text).join(' '));
  if (likeness(words(base, free), words(head, open)) >= 0.75) pairs.add(b, h);
}

/** The blocks outside the longest sequence that kept its order, without those that moved along with their parent. */
function movedBlocks(head: readonly Block[], pairs: ReadonlyMap<number, number>): Set<number> {
  const kept = longestRising([...pairs].sort(([a], [b]) => a - b));
  const out = new Set([...pairs.keys()].filter((index) => !kept.has(index)));
  return new Set([...out].filter((index) => !out.has(head[index]?.parent ?? -1)));
}

function longestRising(pairs: readonly (readonly [head: number, base: number])[]): Set<number> {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, base], at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < base) low = middle + 1;
      else high = middle;
    }
    before[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(pairs[at]?.[0] ?? -1);
  return kept;
}
