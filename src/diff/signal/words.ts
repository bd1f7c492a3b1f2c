import { onDemand } from '../../base/on-demand.ts';
import { numberAt, type SpelledNumber } from '../../language/number-words.ts';
import type { Policy } from '../../model/policy.ts';
import { type PartNumbers, partNumbersIn } from '../part-numbers.ts';
import { english } from './tables/en.ts';
import type { Language } from './tables/language.ts';
import { others } from './tables/others.ts';
import { chinese } from './tables/zh.ts';

/** What a text is read with: the words of its language, and the words that both policies have. */
export interface SignalWords {
  /** The signal for a word of a closed list. */
  readonly nameOf: (word: string) => string | undefined;
  readonly isNeutral: (word: string) => boolean;
  /** A word in the form shared by all words that mean the same. */
  readonly plain: (word: string) => string;
  /** The phrases that begin with a word, longest first, each with its equivalent. */
  readonly phrasesFrom: (word: string) => readonly Phrase[];
  readonly isDated: (word: string) => boolean;
  readonly isPart: (word: string) => boolean;
  readonly parts: PartNumbers;
  readonly numberAt: (words: readonly { readonly key: string }[], at: number) => SpelledNumber | undefined;
  /** Whether only a few words of the language are known, so that nobody can tell which links lead to a choice. */
  readonly isForeign: boolean;
  /** Whether the words of the language are known in full. */
  readonly hasDictionary: boolean;
  /** Whether the word occurs in both policies; otherwise it was replaced everywhere. */
  readonly stays: (word: string) => boolean;
}

export interface Phrase {
  readonly phrase: readonly string[];
  readonly says: readonly string[];
}

const all: readonly Language[] = [english, others, chinese];
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Texts quote other languages, so names and dates are known in all; neutral words only in their own language. */
const named: ReadonlyMap<string, string> = new Map(
  all
    .flatMap((language) => Object.entries(language.named))
    .reverse()
    .flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);
const dated = setOf(all.map((language) => language.dated).join(' '));
const months = setOf(all.map((language) => language.months).join(' '));

/** Whether a word is a month, like `april`, in any language. */
export const isMonth = (word: string): boolean => months.has(word);

const partWords = setOf(all.map((language) => language.parts).join(' '));
const neutral = new Map(all.map((language) => [language, setOf(language.neutral)]));
const pairs = all
  .flatMap((language) => language.same.split(' '))
  .map((pair) => pair.split(':').map((side) => side.split('_')) as [string[], string[]]);
const same: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([words, says]) => (words.length === 1 ? [[words.join(), says.join()]] : [])),
);
const phrases = new Map<string, Phrase[]>();
const longestFirst = pairs
  .filter(([words]) => words.length > 1)
  .sort(([one], [other]) => other.length - one.length);
for (const [phrase, says] of longestFirst) {
  const [first = ''] = phrase;
  phrases.set(first, [...(phrases.get(first) ?? []), { phrase, says }]);
}

/** The words for each locale, and those that both policies share. */
export function signalWordsFor(base: Policy, head: Policy): (locale: string) => SignalWords {
  const shared = onDemand(() => {
    const [one, two] = [wordsOf(base), wordsOf(head)];
    return new Set([...one].filter((word) => two.has(word)));
  });
  const parts = partNumbersIn(textsOf(base), textsOf(head));
  return (locale) => {
    const language = /^en\b/i.test(locale) ? english : /^zh\b/i.test(locale) ? chinese : others;
    return {
      nameOf: (word) => named.get(word),
      isNeutral: (word) => neutral.get(language)?.has(word) === true,
      plain: (word) => same.get(word) ?? word,
      phrasesFrom: (word) => phrases.get(word) ?? [],
      isDated: (word) => dated.has(word),
      isPart: (word) => partWords.has(word),
      parts,
      numberAt: (words, at) => numberAt(words, at, language === english ? 'english' : 'others'),
      isForeign: language === others,
      hasDictionary: language === english,
      stays: (word) => shared().has(word.toLowerCase()),
    };
  };
}

const textsOf = ({ prose }: Policy): string[] => prose.map(({ values }) => String(values.text ?? ''));

function wordsOf(policy: Policy): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of textsOf(policy))
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) words.add(word);
  return words;
}
