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

/** Later terms win over earlier ones of the same words. */
export function lexiconOf(terms: Iterable<readonly [words: string, term: Term]>): Lexicon {
  const index = new Map<string, Map<string, Entry>>();
  for (const [words, term] of terms) {
    const parts = partsOf(words);
    const [first] = parts;
    if (first === undefined) continue;
    const entries = index.get(first) ?? new Map<string, Entry>();
    index.set(first, entries.set(parts.join(' '), { ...term, parts }));
  }
  const sorted = new Map(
    [...index].map(([first, entries]) => [
      first,
      [...entries.values()].sort((a, b) => b.parts.length - a.parts.length),
    ]),
  );
  return {
    at: (tokens, start) => {
      const token = tokens[start];
      if (!token) return undefined;
      for (const first of formsOf(token)) {
        const found = sorted
          .get(first)
          ?.find(({ parts }) =>
            parts.every((part, index) => index === 0 || formsOf(tokens[start + index]).includes(part)),
          );
        if (found) return { signal: found.signal, value: found.value, length: found.parts.length };
      }
      return undefined;
    },
  };
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

/** What the tokens of a term are looked up by. Most terms are plain small words, which need no reading. */
export function partsOf(words: string): readonly string[] {
  if (words.startsWith('=')) return [words.slice(1)];
  return /^[a-z]+(?:[ -][a-z]+)*$/.test(words)
    ? words.split(/[ -]/).map(stemOf)
    : /^\p{Script=Han}+$/u.test(words)
      ? [...words]
      : tokensOfWords(words).map(partOf);
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
