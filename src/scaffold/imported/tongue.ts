import { languageFor } from '../../words/languages.ts';

/** The languages in which texts can be read. */
export const tongues = ['en', 'de', 'fr', 'es', 'ja', 'zh-CN', 'zh-TW'] as const;
export type Tongue = (typeof tongues)[number];

/** For each language some words, as alternatives of a regular expression. */
export type InEachTongue = Readonly<Record<Tongue, string>>;

/** The words of all languages, as alternatives of a regular expression. */
export const eachOf = (words: InEachTongue): string => Object.values(words).join('|');

/** The language to read texts of a locale in: English for `en-GB`. */
export function tongueFor(locale: string): Tongue | undefined {
  const tag = languageFor(locale)?.tag;
  return tongues.find((tongue) => tongue === tag);
}
