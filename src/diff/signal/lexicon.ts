import { stemOf } from './stem.ts';
import { type Token, tokensOfWords } from './tokens.ts';

/**
 * Words by what they signal. A list inside a list holds words that say the same: exchanging them is no signal.
 * A word after `=` is meant in that form only: `=others` is not `other`. Words under `none` hold no signal where they stand, although they contain a word that does.
 */
export type Table = Readonly<Record<string, readonly (string | readonly string[])[]>>;

export interface Term {
  readonly signal: string;
  /** Equal for terms that say the same. */
  readonly value: string;
}

interface Entry extends Term {
  readonly parts: readonly string[];
}

/** Finds the longest term that begins at a token. */
export interface Lexicon {
  readonly at: (tokens: readonly Token[], start: number) => (Term & { readonly length: number }) | undefined;
}

/**
 * Later terms win over earlier ones of the same words. Of thousands of terms a text asks for a few, so each is read
 * whole when its first part is.
 */
export function lexiconOf(terms: Iterable<readonly [words: string, term: Term]>): Lexicon {
  const index = new Map<string, (readonly [words: string, term: Term])[]>();
  for (const one of terms) {
    const first = firstPartOf(one[0]);
    if (first === undefined) continue;
    const list = index.get(first);
    if (list) list.push(one);
    else index.set(first, [one]);
  }
  const read = new Map<string, readonly Entry[]>();
  const entriesOf = (first: string): readonly Entry[] => {
    const entries = read.get(first) ?? entriesIn(index.get(first) ?? []);
    read.set(first, entries);
    return entries;
  };
  return {
    at: (tokens, start) => {
      const token = tokens[start];
      if (!token) return undefined;
      for (const first of formsOf(token)) {
        const found = entriesOf(first).find(({ parts }) =>
          parts.every((part, at) => at === 0 || formsOf(tokens[start + at]).includes(part)),
        );
        if (found) return { signal: found.signal, value: found.value, length: found.parts.length };
      }
      return undefined;
    },
  };
}

/** The longest first. */
function entriesIn(terms: readonly (readonly [words: string, term: Term])[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const [words, term] of terms) {
    const parts = partsOf(words);
    entries.set(parts.join(' '), { ...term, parts });
  }
  return [...entries.values()].sort((a, b) => b.parts.length - a.parts.length);
}

/** Several lexicons as one; of terms as long the earlier lexicon's wins. */
export function longestOf(lexicons: readonly Lexicon[]): Lexicon {
  return {
    at: (tokens, start) =>
      lexicons
        .flatMap((lexicon) => lexicon.at(tokens, start) ?? [])
        .reduce<ReturnType<Lexicon['at']>>(
          (best, found) => (best !== undefined && best.length >= found.length ? best : found),
          undefined,
        ),
  };
}

export function* termsOfTable(table: Table): Generator<readonly [string, Term]> {
  for (const [signal, words] of Object.entries(table)) {
    for (const one of words) {
      const same = typeof one === 'string' ? [one] : one;
      for (const word of same) yield [word, { signal, value: same[0] ?? word }];
    }
  }
}

/** Most terms are plain small words, or Chinese, which need no reading. */
const smallWords = /^([a-z]+)(?:[ -][a-z]+)*$/;
const chinese = /^\p{Script=Han}+$/u;

/** What the tokens of a term are looked up by. */
export function partsOf(words: string): readonly string[] {
  if (words.startsWith('=')) return [words.slice(1)];
  if (smallWords.test(words)) return words.split(/[ -]/).map(stemOf);
  return chinese.test(words) ? [...words] : tokensOfWords(words).map(partOf);
}

/** The first of the parts, without reading the others where that is not needed. */
function firstPartOf(words: string): string | undefined {
  const small = smallWords.exec(words)?.[1];
  return small === undefined ? partsOf(words)[0] : stemOf(small);
}

/** Short capitals stand for themselves (`US`), everything else for its stem. */
function partOf(token: Token): string {
  return token.is === 'word' && token.key === token.key.toLowerCase() ? stemOf(token.key) : token.key;
}

/** Capitals used for stress are read as the word: `NOT`. */
function formsOf(token: Token | undefined): readonly string[] {
  if (!token) return [];
  if (token.is !== 'word') return [token.key.replace(/^~/, '')];
  const key = token.key.replace(/^~/, '');
  return [key, stemOf(key)];
}
