import { languageFor } from '../../words/languages.ts';

/** The languages that texts are read in. */
export const tongues = ['en', 'de', 'fr', 'es', 'ja', 'zh-CN', 'zh-TW'] as const;
export type Tongue = (typeof tongues)[number];

/** A word list has a line for each of them. */
export type InEachTongue = Readonly<Record<Tongue, string>>;

/** The language whose words a locale has: `en-GB` those of English. */
export function tongueFor(locale: string): Tongue | undefined {
  const tag = languageFor(locale)?.tag;
  return tongues.find((tongue) => tongue === tag);
}
