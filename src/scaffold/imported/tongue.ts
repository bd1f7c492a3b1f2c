import { languageFor } from '../../words/languages.ts';

/** The languages that texts are read in. */
export const tongues = ['en', 'de', 'fr', 'es', 'ja', 'zh-CN', 'zh-TW'] as const;
export type Tongue = (typeof tongues)[number];

/** Words in each of them, as alternatives of a regular expression. */
export type InEachTongue = Readonly<Record<Tongue, string>>;

/** The words of all languages, as alternatives. */
export const eachOf = (words: InEachTongue): string => Object.values(words).join('|');

/** The language whose words a locale has: `en-GB` those of English. */
export function tongueFor(locale: string): Tongue | undefined {
  const tag = languageFor(locale)?.tag;
  return tongues.find((tongue) => tongue === tag);
}
