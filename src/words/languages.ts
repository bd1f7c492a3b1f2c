import * as cardinals from 'make-plural/cardinals';
import { eachOnDemand, onDemand, parsed } from '../base/on-demand.ts';
import { countries } from './countries.ts';
import german from './made/de.json?raw';
import { english } from './made/en.ts';
import spanish from './made/es.json?raw';
import french from './made/fr.json?raw';
import japanese from './made/ja.json?raw';
import chinese from './made/zh-CN.json?raw';
import taiwanese from './made/zh-TW.json?raw';
import { scriptOf } from './scripts.ts';
import type { AnyTable, PluralCategory } from './table.ts';

/** A language that policyc has words for. */
export interface Language {
  /** The BCP 47 tag of its table. */
  readonly tag: string;
  readonly table: AnyTable;
}

/** English, which is the model of all other tables. */
export const model: AnyTable = english;

/** A language whose table is parsed on first use. */
function lazily(tag: string, text: string): Language {
  const table = parsed<AnyTable>(text);
  return {
    tag,
    get table() {
      return table();
    },
  };
}

/** In the order in which they are listed to users. */
export const languages: readonly Language[] = [
  { tag: 'en', table: model },
  lazily('de', german),
  lazily('fr', french),
  lazily('es', spanish),
  lazily('ja', japanese),
  lazily('zh-CN', chinese),
  lazily('zh-TW', taiwanese),
];

/**
 * The language whose words serve a locale: the same language in the same script. So `de-AT` gets German and `zh-HK`
 * traditional characters, and no locale gets another language or script.
 */
export const languageFor = eachOnDemand((locale: string): Language | undefined => {
  const wanted = languageAndScript(locale);
  return languages.find(({ tag }) => languageAndScript(tag) === wanted);
});

function languageAndScript(tag: string): string {
  return `${tag.split('-')[0]}-${scriptOf(tag)}`;
}

const plurals = onDemand(() => new Map<string, (count: number) => PluralCategory>(Object.entries(cardinals)));

/** The plural rules of any language, by whole number. */
export function categoriesOf(locale: string): (count: number) => PluralCategory {
  const rules = plurals().get(locale.split('-')[0] ?? '');
  return (count) => rules?.(count) ?? 'other';
}

/**
 * Tags from the locale's own to the most general, as in BCP 47 lookup: `zh-Hant-HK`, `zh-Hant`, `zh`. Tags that imply
 * another script are left out.
 */
export function lookupOf(locale: string): readonly string[] {
  const parts = locale.split('-');
  const script = scriptOf(locale);
  return parts
    .map((_, index) => parts.slice(0, parts.length - index).join('-'))
    .filter((tag) => scriptOf(tag) === script);
}

/** Whether a tag is of a language that has a name in English. */
function isNamedLanguage(tag: string): boolean {
  try {
    const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    return names.of(new Intl.Locale(tag).language) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The tag probably meant by an invalid or unusual one: the main language of the country it names (`jp`), or its BCP 47
 * form (`iw`, `zh_TW`). Undefined if nothing is known to be wrong with it.
 */
export function meantBy(tag: string): string | undefined {
  try {
    const [canonical = tag] = Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    if (isNamedLanguage(canonical)) return canonical === tag ? undefined : canonical;
    const isCountry = Object.hasOwn(countries, tag.toUpperCase());
    return isCountry ? new Intl.Locale(`und-${tag}`).maximize().language : undefined;
  } catch {
    return undefined;
  }
}
