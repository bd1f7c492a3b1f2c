import { distance } from 'fastest-levenshtein';
import { append } from './group.ts';
import { isSwap, sharedStart } from './letters.ts';
import { limits } from './limits.ts';
import { keptByText } from './on-demand.ts';

/** Something to search for, by its names in any language. */
export interface Findable {
  readonly id: string;
  /** The first is its proper name. */
  readonly names: readonly string[];
}

export interface Found<Entry extends Findable> {
  readonly entry: Entry;
  /** From 0 to 1: how much of the question the name covers, and how little else it says. */
  readonly score: number;
}

/**
 * Finds entries by words: in any order, in the plural, joined or apart, with a letter wrong; in scripts without spaces,
 * by pairs of characters. Best first; entries that cover less than half of the question are left out.
 */
export function searchIn<Entry extends Findable>(
  entries: readonly Entry[],
): (question: string) => readonly Found<Entry>[] {
  const named = entries.map((entry) => {
    const names = entry.names.map(tokensOf).filter((tokens) => tokens.length > 0);
    return { entry, names: [...names, tokensOf(entry.id)] };
  });
  const relatedTo = relations(named.flatMap(({ names }) => names));
  const weigh = weights(named.map(({ names }) => new Set(names.flat())));
  return (question) => {
    const asked = tokensOf(question.slice(0, limits.nameLength)).slice(0, 24);
    if (asked.length === 0) return [];
    const related = relatedTo(asked);
    const found = named.map(({ entry, names }) => {
      const scores = names.map((name, at) =>
        related.has(name) ? likeness(asked, name, weigh) - Math.min(at, 4) * 0.005 : 0,
      );
      return { entry, score: Math.max(0, ...scores) };
    });
    return found.filter(({ score }) => score >= 0.5).sort((a, b) => b.score - a.score);
  };
}

type Name = readonly string[];

/** Finds the names that share something with a question. Each word of the question is compared with each word once. */
function relations(names: readonly Name[]): (asked: readonly string[]) => ReadonlySet<Name> {
  const withWord = new Map<string, Name[]>();
  for (const name of names)
    for (const word of new Set([...name, ...joined(name)])) append(withWord, word, name);
  const words = [...withWord.keys()];
  const kept = keptByText<readonly string[]>();
  const likeOne = (asked: string): readonly string[] =>
    kept(asked, asked.length, () => words.filter((word) => alike(asked, word) > 0));
  return (asked) => {
    const like = [...joined(asked), ...asked.flatMap(likeOne)];
    return new Set(like.flatMap((word) => withWord.get(word) ?? []));
  };
}

type Weigh = (token: string) => number;

/** Rare words weigh more than frequent ones; a word that no name has weighs most. */
function weights(names: readonly ReadonlySet<string>[]): Weigh {
  const counts = new Map<string, number>();
  for (const name of names) for (const token of name) counts.set(token, (counts.get(token) ?? 0) + 1);
  return (token) => Math.log(1 + names.length / (counts.get(token) ?? 1));
}

function likeness(asked: readonly string[], name: readonly string[], weigh: Weigh): number {
  const said = covered(asked, name, weigh);
  return said === 0 ? 0 : said * (0.7 + 0.3 * covered(name, asked, weigh));
}

/** How much of some words others cover, by weight; two words there may match one here, or one match two. */
function covered(words: readonly string[], others: readonly string[], weigh: Weigh): number {
  const pairs = joined(others);
  let [all, found] = [0, 0];
  words.forEach((word, at) => {
    const best = Math.max(
      ...[...others, ...pairs].map((other) => alike(word, other)),
      ...[words[at - 1] ?? '', words[at + 1] ?? ''].map((next, side) =>
        next !== '' && others.includes(side === 0 ? next + word : word + next) ? 1 : 0,
      ),
    );
    all += weigh(word);
    found += weigh(word) * best;
  });
  return all === 0 ? 0 : found / all;
}

function joined(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]}${word}`);
}

function alike(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (unspaced.test(short)) return sharesCharacter(short, long);
  if (short.length < 4) return 0;
  if (isSlip(short, long)) return 0.75;
  const same = sharedStart(short, long);
  if (same === short.length && same >= long.length * 0.4) return same >= long.length * 0.6 ? 0.85 : 0.5;
  return same >= 6 && same >= long.length * 0.6 ? 0.7 : 0;
}

/** Without spaces words have no borders: a shared character says a little, and more when it was the whole question. */
function sharesCharacter(one: string, other: string): number {
  return [...one].some((character) => other.includes(character)) ? (one.length === 1 ? 0.65 : 0.3) : 0;
}

/**
 * Whether words differ by a letter that is wrong, missing, added or swapped; by two in long words, by none in short ones.
 */
function isSlip(short: string, long: string): boolean {
  if (isSwap(short, long)) return true;
  if (short.length < 6 && (short[0] !== long[0] || short.length === long.length)) return false;
  const slips = short.length < 8 ? 1 : 2;
  return long.length - short.length <= slips && distance(short, long) <= slips;
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const runs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+|(?:(?!\p{sc=Han})[\p{L}\p{N}])+/gu;
const idle = new Set(
  'a an and any at by for from how in is my of on or our the their to what with you your'.split(' '),
);
const idleHan = /[的与和您我你]|用户/gu;

function tokensOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const spaced = plain
    .normalize('NFKC')
    .replace(/['’]s\b/g, '')
    .replace(idleHan, ' ');
  const tokens = (spaced.match(runs) ?? []).flatMap((run) =>
    unspaced.test(run) ? pairsIn(run) : [stem(run)],
  );
  const telling = tokens.filter((token) => !idle.has(token));
  return telling.length === 0 ? tokens : telling;
}

function pairsIn(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** The singular of an English word, or a stem that it shares with its plural. */
function stem(written: string): string {
  const word = written.replace('ization', 'isation').replace('ized', 'ised');
  if (word.length < 3 || /(ss|us|is)$/.test(word)) return word;
  if (/ies?$/.test(word)) return word.replace(/ies?$/, 'y');
  if (/(sh|ch|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
