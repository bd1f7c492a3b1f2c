import german from './countries/de.json' with { type: 'json' };
import spanish from './countries/es.json' with { type: 'json' };
import first from './countries/first.json' with { type: 'json' };
import french from './countries/fr.json' with { type: 'json' };
import japanese from './countries/ja.json' with { type: 'json' };
import taiwanese from './countries/zh-TW.json' with { type: 'json' };

/** Countries by ISO 3166-1 code, with their English and Chinese names. */
export const countries: Readonly<Record<string, readonly string[]>> = first;

const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
  'zh-TW': taiwanese,
};

/** The name of a country in a language that policyc speaks. Ours to keep: what `Intl` says differs between builds of Node. */
export function countryIn(tag: string, code: string): string | undefined {
  if (tag === 'en' || tag === 'zh-CN') {
    const names = Object.hasOwn(countries, code) ? countries[code] : undefined;
    return names?.[tag === 'en' ? 0 : 1];
  }
  const names = Object.hasOwn(named, tag) ? named[tag] : undefined;
  return names && Object.hasOwn(names, code) ? names[code] : undefined;
}
