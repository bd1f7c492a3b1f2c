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

/** What may not follow a name that ends in a word; and the form of one, which has up to three letters more. */
const [follows, followsForm] = [/^[\p{L}\d]/u, /^\p{L}{4}/u];

/** Finds names in whatever number: those of stems. */
export function searchForForms(stems: Iterable<string>): NameSearch {
  return search(stems, 3, followsForm);
}

/** Finds names, whatever the case and the spaces, as words of their own where a language parts words. */
export function searchFor(names: Iterable<string>): NameSearch {
  return search(names, 0, follows);
}

export function stemOf(name: string): string {
  return name.trim().replace(/(?<=\p{Script=Latin}{3})(?:ies|es|s|y|e)$/iu, '');
}

/**
 * The cost is what words and names are long together, however many names there are. Places come in the order of the
 * words; those of one name do not overlap.
 */
function search(names: Iterable<string>, more: number, after: RegExp): NameSearch {
  const root: Node = { next: new Map() };
  const named = [...names].map((name) => ({ name, parts: piecesOf(folded(name.trim())) }));
  for (const { name, parts } of named) insert(root, name, parts);
  const mayHold = named.length > fewNames ? () => true : holdsAny(named.map(({ parts }) => parts));
  const begin = eachOnDemand((piece: string) => shortened(piece, more).some((one) => root.next.has(one)));
  return (words) => {
    const text = folded(words);
    if (!mayHold(text)) return [];
    const all = piecesOf(text);
    const done = new Map<string, number>();
    const found: PlaceOfName[] = [];
    let start = 0;
    for (const [at, piece] of all.entries()) {
      if (begin(piece)) {
        const isInWord =
          isParted(words, start) && letterLast.test(words.slice(Math.max(0, start - 2), start));
        for (const { name, length } of isInWord ? [] : namesFrom(root, all, at, more)) {
          const end = start + length;
          if (isParted(words, end - 1) && after.test(words.slice(end, end + 8))) continue;
          if ((done.get(name) ?? 0) > start) continue;
          done.set(name, end);
          found.push({ name, start, end });
        }
      }
      start += piece.length;
    }
    return found;
  };
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

/** The names that begin with a piece, and how long they are there. The last word of one may go on for some letters. */
function namesFrom(
  root: Node,
  all: readonly string[],
  first: number,
  more: number,
): readonly { readonly name: string; readonly length: number }[] {
  const found: { name: string; length: number }[] = [];
  let [here, length]: [Node | undefined, number] = [root, 0];
  for (let at = first; here && at < all.length; at++) {
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
}

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

function isParted(words: string, at: number): boolean {
  return partedLast.test(words[at] ?? '');
}
