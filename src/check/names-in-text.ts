/** Where a name stands in words, and which of the names that were asked for it is. */
export interface PlaceOfName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export type NameSearch = (words: string) => readonly PlaceOfName[];

/** A word or number of a script that parts words, a space of any length, or any other character. */
const pieces = /[\p{Script=Latin}\d]+|\s+|./gsu;
const [letterLast, partedLast] = [/[\p{L}\d]$/u, /[\p{Script=Latin}\d]$/u];

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

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
  for (const name of names) insert(root, name);
  return (words) => {
    const all = piecesOf(words);
    const done = new Map<string, number>();
    return all.flatMap(({ start }, first) => {
      const isInWord = letterLast.test(words.slice(Math.max(0, start - 2), start));
      return namesFrom(root, all, first, more).filter(({ name, end }) => {
        const [begins, ends] = [isParted(words, start), isParted(words, end - 1)];
        if (begins && isInWord) return false;
        if (ends && after.test(words.slice(end, end + 8))) return false;
        if ((done.get(name) ?? 0) > start) return false;
        done.set(name, end);
        return true;
      });
    });
  };
}

function insert(root: Node, name: string): void {
  let last = root;
  for (const { text } of piecesOf(name.trim())) {
    const next = last.next.get(text) ?? { next: new Map() };
    last.next.set(text, next);
    last = next;
  }
  if (last !== root) last.name ??= name;
}

/** The names that begin with a piece. The last word of one may go on for some letters. */
function namesFrom(root: Node, all: readonly Piece[], first: number, more: number): PlaceOfName[] {
  const found: PlaceOfName[] = [];
  const start = all[first]?.start ?? 0;
  let here: Node | undefined = root;
  for (let at = first; here && at < all.length; at++) {
    const { text = '', end = 0 } = all[at] ?? {};
    for (let left = Math.min(more, text.length - 1); left >= 0; left--) {
      const name: string | undefined = here.next.get(text.slice(0, text.length - left))?.name;
      if (name !== undefined) found.push({ name, start, end: end - left });
    }
    here = here.next.get(text);
  }
  return found;
}

function piecesOf(words: string): readonly Piece[] {
  return [...words.matchAll(pieces)].map(({ 0: piece, index }) => {
    const lower = piece.toLowerCase();
    // A letter that is two when it is small would move every place behind it.
    const text = /^\s/.test(piece) ? ' ' : lower.length === piece.length ? lower : piece;
    return { text, start: index, end: index + piece.length };
  });
}

function isParted(words: string, at: number): boolean {
  return partedLast.test(words[at] ?? '');
}
