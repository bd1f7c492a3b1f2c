import { keptByText, keptWith } from '../base/on-demand.ts';
import type { Span } from '../base/span.ts';

/** A name found in a text: the ids that it may stand for, and where. */
export interface Mention extends Span {
  readonly ids: readonly string[];
}

/** Finds the names of a vocabulary in texts of one language: the longest first, as words of their own where a language parts words. */
export type Finder = (words: string) => readonly Mention[];

/** What a name stands for, and whether a letter or digit at its end makes it another word. */
interface Name {
  readonly ids: readonly string[];
  readonly endsInWord: boolean;
}

export type Names = readonly (readonly [name: string, id: string])[];

/** Names that begin with the same word: by how long they are, the longest first. */
type NamesByLength = Map<number, Map<string, Name>>;

/** A word of a script that parts words, or one letter of another. */
const heads = /[\p{Script=Latin}\d]+|\p{L}/gu;
const wordLetter = /[\p{Script=Latin}\d-]/u;
const plural = /^(?:s|x|n|en|es|e)(?![\p{Script=Latin}\d-])/u;

/** Most policies name what their edition does: its thousands of names are put in order once. */
const finders = keptByText<Finder>();

/** Names are found by their first word or letter, so that a text costs what it is long, however many names there are. */
export function finderOf(names: Names): Finder {
  const written = JSON.stringify(names);
  return finders(written, written.length, () => finderMade(names));
}

function finderMade(names: Names): Finder {
  const byName = new Map<string, Set<string>>();
  for (const [name, id] of names) {
    const key = keyOf(name);
    byName.set(key, (byName.get(key) ?? new Set()).add(id));
  }
  const byHead = new Map<string, NamesByLength>();
  for (const [name, ids] of [...byName].sort(([a], [b]) => b.length - a.length)) {
    const head = name.match(heads)?.[0] ?? '';
    const lengths: NamesByLength = byHead.get(head) ?? new Map();
    const entry = { ids: [...ids], endsInWord: wordLetter.test(name.at(-1) ?? '') };
    byHead.set(head, lengths.set(name.length, (lengths.get(name.length) ?? new Map()).set(name, entry)));
  }
  const find: Finder = (words) => {
    const lower = words.toLowerCase();
    // A letter that is two when it is small would move every place behind it.
    const text = (lower.length === words.length ? lower : words).replace(/\s/g, ' ');
    const found: Mention[] = [];
    let done = 0;
    const held = { left: (text.length + 100) * mostHeld };
    for (const { 0: head, index: start } of text.matchAll(heads)) {
      if (start < done || text[start - 1] === '-') continue;
      const candidates = byHead.get(head) ?? byHead.get(head.replace(/s$/, ''));
      const mention = candidates && longestAt(text, start, candidates, held);
      if (!mention) continue;
      found.push(mention);
      done = mention.end;
    }
    return found;
  };
  // Many parts of one sentence ask for what it names, one after another.
  let last: { readonly words: string; readonly found: readonly Mention[] } = { words: '', found: [] };
  return (words) => {
    if (words !== last.words) last = { words, found: find(words) };
    return last.found;
  };
}

/**
 * How many letters of names each letter of a text is held against, on average: a text that says one word again and again,
 * with which hundreds of long names begin, is not followed without end.
 */
const mostHeld = 40;

const lengthsOf = keptWith((names: NamesByLength) => [...names.keys()].reduce((sum, one) => sum + one, 0));

/** The longest of some names that stands at a place. */
function longestAt(
  text: string,
  start: number,
  candidates: NamesByLength,
  held: { left: number },
): Mention | undefined {
  if (held.left < 0) return undefined;
  held.left -= lengthsOf(candidates);
  for (const [length, named] of candidates) {
    const name = named.get(text.slice(start, start + length));
    const end = name && endOf(name, text, start + length);
    if (name && end !== undefined) return { ids: name.ids, start, end };
  }
  return undefined;
}

/** Where a word that is a name ends, in the plural or not; undefined if it goes on as another. */
function endOf({ endsInWord }: Name, text: string, end: number): number | undefined {
  if (!endsInWord) return end;
  const last = end + (plural.exec(text.slice(end, end + 3))?.[0].length ?? 0);
  return wordLetter.test(text[last] ?? '') ? undefined : last;
}

function keyOf(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
