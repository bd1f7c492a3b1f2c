import { eachOnDemand } from '../base/on-demand.ts';
import type { Span } from '../base/span.ts';

/** Where a name stands in words, and which of the names that were asked for it is. */
export interface PlaceOfName extends Span {
  readonly name: string;
}

export type NameSearch = (words: string) => readonly PlaceOfName[];

/** A word or number of a script that parts words, a space of any length, or any other character. */
const pieces = /[\p{Script=Latin}\d]+|\s+|./gsu;
const [letterLast, partedLast] = [/[\p{L}\d]$/u, /[\p{Script=Latin}\d]$/u];

/** The names that begin with the pieces on the way to it. */
interface Node {
  readonly next: Map<string, Node>;
  name?: string;
}

/** How many letters more a name may have where it ends in a word, and what may not follow it there. */
interface Ending {
  readonly more: number;
  readonly follows: RegExp;
}

const asWritten: Ending = { more: 0, follows: /^[\p{L}\d]/u };
const inAnyForm: Ending = { more: 3, follows: /^\p{L}{4}/u };

/** Finds names in whatever number: those of stems. */
export function searchForForms(stems: Iterable<string>): NameSearch {
  return search(stems, inAnyForm);
}

/** Finds names, whatever the case and the spaces, as words of their own where a language parts words. */
export function searchFor(names: Iterable<string>): NameSearch {
  return search(names, asWritten);
}

export function stemOf(name: string): string {
  return name.trim().replace(/(?<=\p{Script=Latin}{3})(?:ies|es|s|y|e)$/iu, '');
}

/** The cost is what words and names are long together, however many names there are. */
function search(names: Iterable<string>, ending: Ending): NameSearch {
  const root: Node = { next: new Map() };
  const named = [...names].map((name) => ({ name, parts: piecesOf(folded(name.trim())) }));
  for (const { name, parts } of named) insert(root, name, parts);
  const mayHold = named.length > fewNames ? () => true : holdsAny(named.map(({ parts }) => parts));
  const mayBegin = eachOnDemand((piece: string) =>
    shortened(piece, ending.more).some((one) => root.next.has(one)),
  );
  return (words) => {
    const text = folded(words);
    return mayHold(text) ? placesIn(words, piecesOf(text), { root, ending, mayBegin }) : [];
  };
}

/** Names in order, how they may end, and whether one may begin with a piece. */
interface Index {
  readonly root: Node;
  readonly ending: Ending;
  readonly mayBegin: (piece: string) => boolean;
}

/** Places come in the order of the words; those of one name do not overlap. */
function placesIn(words: string, all: readonly string[], index: Index): readonly PlaceOfName[] {
  const { root, ending, mayBegin } = index;
  const done = new Map<string, number>();
  const found: PlaceOfName[] = [];
  const namesFrom = namesIn(all, ending.more);
  let start = 0;
  for (const [at, piece] of all.entries()) {
    const begun = mayBegin(piece) && !isInWord(words, start) ? namesFrom(root, at) : none;
    for (const { name, length } of begun) {
      const end = start + length;
      if (goesOn(words, end, ending) || (done.get(name) ?? 0) > start) continue;
      done.set(name, end);
      found.push({ name, start, end });
    }
    start += piece.length;
  }
  return found;
}

/** Of so few names each is looked for in a whole text before that is taken apart: most texts hold none of them. */
const fewNames = 32;

/** Whether a text has every part of one of some names, wherever they stand; spaces are of any length. */
function holdsAny(names: readonly (readonly string[])[]): (text: string) => boolean {
  const parts = names.map((pieces) => pieces.filter((piece) => piece.trim() !== ''));
  return (text) => parts.some((some) => some.length > 0 && some.every((part) => text.includes(part)));
}

function insert(root: Node, name: string, parts: readonly string[]): void {
  let last = root;
  for (const piece of parts) {
    const text = spaced(piece);
    const next = last.next.get(text) ?? { next: new Map() };
    last.next.set(text, next);
    last = next;
  }
  if (last !== root) last.name ??= name;
}

interface Begun {
  readonly name: string;
  readonly length: number;
}

const none: readonly Begun[] = [];

/**
 * The names that begin with a piece, and how long they are there. The last word of one may go on for some letters. A text
 * that begins like names again and again is not followed without end.
 */
function namesIn(all: readonly string[], more: number): (root: Node, first: number) => readonly Begun[] {
  let left = mostFollowed * all.length;
  return (root, first) => {
    const found: Begun[] = [];
    let [here, length]: [Node | undefined, number] = [root, 0];
    for (let at = first; here && at < all.length && left > 0; at++, left--) {
      const piece = all[at] ?? '';
      const text = spaced(piece);
      for (const part of shortened(text, more)) {
        const name: string | undefined = here.next.get(part)?.name;
        if (name !== undefined) found.push({ name, length: length + part.length });
      }
      here = here.next.get(text);
      length += piece.length;
    }
    return found;
  };
}

/** How often each piece of a text is held against names, on average; texts of people stay below two. */
const mostFollowed = 4;

/** A piece without up to so many of its last letters, the shortest first. */
function shortened(piece: string, more: number): readonly string[] {
  const most = Math.min(more, piece.length - 1);
  return Array.from({ length: most + 1 }, (_, at) => piece.slice(0, piece.length - most + at));
}

/** The pieces of a text, which are as long together as the text. */
function piecesOf(text: string): readonly string[] {
  return text.match(pieces) ?? [];
}

/** A text in small letters, as long as before. */
function folded(words: string): string {
  const lower = words.toLowerCase();
  if (lower.length === words.length) return lower;
  // A letter that is two when it is small would move every place behind it.
  return Array.from(words, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}

function spaced(piece: string): string {
  return piece.trim() === '' ? ' ' : piece;
}

/** Whether a letter or digit before a place is of the same word. */
function isInWord(words: string, start: number): boolean {
  return isParted(words, start) && letterLast.test(words.slice(Math.max(0, start - 2), start));
}

/** Whether a word that a name ends in is longer than that. */
function goesOn(words: string, end: number, { follows }: Ending): boolean {
  return isParted(words, end - 1) && follows.test(words.slice(end, end + 8));
}

function isParted(words: string, at: number): boolean {
  return partedLast.test(words[at] ?? '');
}
