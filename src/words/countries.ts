import { parsed } from '../base/on-demand.ts';
import german from './countries/de.json?raw';
import spanish from './countries/es.json?raw';
import first from './countries/first.json' with { type: 'json' };
import french from './countries/fr.json?raw';
import japanese from './countries/ja.json?raw';
import taiwanese from './countries/zh-TW.json?raw';

/** Countries by ISO 3166-1 code, with their English and Chinese names. */
export const countries: Readonly<Record<string, readonly string[]>> = first;

type Names = Readonly<Record<string, string>>;

/** Names in the languages that were added after the first two. */
const named: Readonly<Record<string, () => Names>> = {
  de: parsed<Names>(german),
  fr: parsed<Names>(french),
  es: parsed<Names>(spanish),
  ja: parsed<Names>(japanese),
  'zh-TW': parsed<Names>(taiwanese),
};

/**
 * The name of a country in a language of policyc. We keep our own, because `Intl` gives different names in different
 * builds of Node.
 */
export function countryIn(tag: string, code: string): string | undefined {
  if (tag === 'en' || tag === 'zh-CN') {
    const names = Object.hasOwn(countries, code) ? countries[code] : undefined;
    return names?.[tag === 'en' ? 0 : 1];
  }
  const names = Object.hasOwn(named, tag) ? named[tag]?.() : undefined;
  return names && Object.hasOwn(names, code) ? names[code] : undefined;
}
