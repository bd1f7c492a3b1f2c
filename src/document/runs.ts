import { counted, listOf } from '../base/likeness.ts';
import { keptWith } from '../base/on-demand.ts';
import type { Block } from './document.ts';

type Words = readonly string[];

/** The words of a block in their order. Kept, as it is held against many others. */
export const listOfBlock = keptWith(({ text }: Block) => listOf(text));

/** How often each word of a block occurs. */
export const wordsOfBlock = keptWith((block: Block) => counted(listOfBlock(block)));

/**
 * Texts, by their words, that are several successive pieces together: the index of each with that of its first piece. No
 * piece begins two.
 */
export function* runsIn(
  wholes: readonly Words[],
  pieces: readonly Words[],
): Generator<readonly [whole: number, first: number]> {
  const starts = beginnings(pieces);
  for (const [whole, words] of wholes.entries()) {
    const run = startingIn(starts, pieces, words).find(([at]) => isRun(words, pieces, at));
    if (run === undefined) continue;
    const [first, ends] = run;
    ends.splice(ends.indexOf(first), 1);
    yield [whole, first];
  }
}

/**
 * Texts in a tree by their words, so that all texts that another one begins with are found in one walk. A branch is only
 * as long as texts have it in common: the indexes of equal texts stand where no other one goes on in the same way.
 */
interface Beginnings {
  readonly ends: number[];
  readonly next: Map<string, Beginnings | number[]>;
}

function beginnings(texts: readonly Words[]): Beginnings {
  const root: Beginnings = { ends: [], next: new Map() };
  texts.forEach((words, at) => {
    if (words.length > 0) insert(root, texts, words, at);
  });
  return root;
}

function insert(root: Beginnings, texts: readonly Words[], words: Words, at: number): void {
  let node = root;
  for (const [depth, word] of words.entries()) {
    const next = node.next.get(word);
    if (next === undefined) return void node.next.set(word, [at]);
    if (Array.isArray(next)) {
      const other = texts[next[0] ?? at] ?? [];
      if (other.length === words.length && goesOn(words, other, depth)) return void next.push(at);
      // They part later: what stands here goes a word further.
      const [further, ends] = [other[depth + 1], next];
      const inner: Beginnings =
        further === undefined ? { ends, next: new Map() } : { ends: [], next: new Map([[further, ends]]) };
      node.next.set(word, inner);
      node = inner;
    } else node = next;
  }
  node.ends.push(at);
}

/** Whether a text begins with another, as far as that is not known yet. */
function goesOn(words: Words, beginning: Words, from: number): boolean {
  for (let at = from; at < beginning.length; at++) if (words[at] !== beginning[at]) return false;
  return true;
}

/** Of more equal texts only the first ones are tried, to keep the cost linear. */
const mostEqual = 40;

/**
 * The texts that another begins with, lowest index first, each with the list that holds its index; of many equal texts
 * only the first ones.
 */
function startingIn(
  root: Beginnings,
  texts: readonly Words[],
  words: Words,
): [index: number, ends: number[]][] {
  const found: [number, number[]][] = [];
  const add = (ends: number[]): void => {
    for (const index of ends.slice(0, mostEqual)) found.push([index, ends]);
  };
  let node = root;
  for (const [depth, word] of words.entries()) {
    const next = node.next.get(word);
    if (next === undefined) break;
    if (Array.isArray(next)) {
      if (goesOn(words, texts[next[0] ?? -1] ?? [], depth)) add(next);
      break;
    }
    node = next;
    add(node.ends);
  }
  return found.sort(([a], [b]) => a - b);
}

/** Whether successive pieces, from `start` on, make up a text. */
function isRun(words: Words, pieces: readonly Words[], start: number): boolean {
  let from = 0;
  for (let at = start; at < pieces.length; at++) {
    const piece = pieces[at] ?? [];
    if (piece.length === 0 || !piece.every((word, nth) => word === words[from + nth])) return false;
    from += piece.length;
    if (from === words.length) return at > start;
  }
  return false;
}
