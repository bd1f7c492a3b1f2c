import { onDemand } from '../../base/on-demand.ts';
import { numberAt, type SpelledNumber } from '../../language/number-words.ts';
import type { Policy } from '../../model/policy.ts';
import { english } from './tables/en.ts';
import type { Language } from './tables/language.ts';
import { others } from './tables/others.ts';
import { chinese } from './tables/zh.ts';

/** What a text is read with: the words of its language, and which words both policies have. */
export interface SignalWords {
  /** The signal that a word of a closed list gives. */
  readonly nameOf: (word: string) => string | undefined;
  readonly isNeutral: (word: string) => boolean;
  /** What a word says: the same for two that say the same. */
  readonly plain: (word: string) => string;
  /** The phrases that begin with a word, longest first, each with what says the same. */
  readonly phrasesFrom: (word: string) => readonly Phrase[];
  readonly isDated: (word: string) => boolean;
  readonly isMonth: (word: string) => boolean;
  readonly isPart: (word: string) => boolean;
  readonly numberAt: (words: readonly { readonly key: string }[], at: number) => SpelledNumber | undefined;
  /** Whether hardly a word of the language is known, so that nobody can tell which of its links lead to a choice. */
  readonly isForeign: boolean;
  /** Whether the words of the language are known, not a few of them. */
  readonly hasDictionary: boolean;
  /** Whether the word stands somewhere in both policies. One that does not was replaced everywhere. */
  readonly stays: (word: string) => boolean;
}

export interface Phrase {
  readonly phrase: readonly string[];
  readonly says: readonly string[];
}

const all: readonly Language[] = [english, others, chinese];
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Texts in one language quote another, so names and dates are known in all; neutral words in a language of their own. */
const named: ReadonlyMap<string, string> = new Map(
  all
    .flatMap((language) => Object.entries(language.named))
    .reverse()
    .flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);
const dated = setOf(all.map((language) => language.dated).join(' '));
const months = setOf(all.map((language) => language.months).join(' '));

/** `april`, in any of the languages. */
export const isMonth = (word: string): boolean => months.has(word);

const parts = setOf(all.map((language) => language.parts).join(' '));
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

/** The words of each locale, and those that the texts of both policies share. */
export function signalWordsFor(base: Policy, head: Policy): (locale: string) => SignalWords {
  const shared = onDemand(() => {
    const [one, two] = [wordsOf(base), wordsOf(head)];
    return new Set([...one].filter((word) => two.has(word)));
  });
  return (locale) => {
    const language = /^en\b/i.test(locale) ? english : /^zh\b/i.test(locale) ? chinese : others;
    return {
      nameOf: (word) => named.get(word),
      isNeutral: (word) => neutral.get(language)?.has(word) === true,
      plain: (word) => same.get(word) ?? word,
      phrasesFrom: (word) => phrases.get(word) ?? [],
      isDated: (word) => dated.has(word),
      isMonth,
      isPart: (word) => parts.has(word),
      numberAt: (words, at) => numberAt(words, at, language === english ? 'english' : 'others'),
      isForeign: language === others,
      hasDictionary: language === english,
      stays: (word) => shared().has(word),
    };
  };
}

function wordsOf({ prose }: Policy): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { values } of prose)
    for (const [word] of String(values.text ?? '')
      .toLowerCase()
      .matchAll(/[\p{L}\p{M}]+/gu))
      words.add(word);
  return words;
}
