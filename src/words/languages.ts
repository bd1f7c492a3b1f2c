import { onDemand } from '../base/on-demand.ts';
import { countries } from './countries.ts';
import german from './de.json' with { type: 'json' };
import { english } from './en.ts';
import { type AnyTable, type PluralCategory, pluralCategories } from './table.ts';
import { chinese } from './zh.ts';
import taiwanese from './zh-TW.json' with { type: 'json' };

/** A language that policyc speaks. */
export interface Language {
  /** The BCP 47 tag that its table is for. */
  readonly tag: string;
  readonly table: AnyTable;
  /** The category that its plural rules have for a whole number. */
  readonly categoryOf: (count: number) => PluralCategory;
}

/** English as the model of every other table. */
export const model: AnyTable = english;

const oneAlone = (count: number): PluralCategory => (count === 1 ? 'one' : 'other');
const none = (): PluralCategory => 'other';

/** In the order in which they are told. */
export const languages: readonly Language[] = [
  { tag: 'en', table: model, categoryOf: oneAlone },
  { tag: 'de', table: german, categoryOf: oneAlone },
  { tag: 'zh-CN', table: chinese, categoryOf: none },
  { tag: 'zh-TW', table: taiwanese, categoryOf: none },
];

/**
 * The language whose words serve a locale: the same language in the same script, so that `de-AT` has German, `zh-HK`
 * traditional characters, and no locale another language or another script.
 */
export function languageFor(locale: string): Language | undefined {
  const wanted = languageAndScript(locale);
  return languages.find(({ tag }) => languageAndScript(tag) === wanted);
}

function languageAndScript(tag: string): string {
  const { language, script } = likely(tag);
  return `${language}-${script}`;
}

/** The language of a tag and the script that it is most likely written in. */
export function likely(tag: string): { readonly language: string; readonly script: string } {
  try {
    const { language, script = '' } = new Intl.Locale(tag).maximize();
    return { language, script };
  } catch {
    return { language: tag, script: '' };
  }
}

export type Direction = 'ltr' | 'rtl';

/** Scripts that run from right to left; ours to keep, since not every build of Node knows. */
const rightToLeft: ReadonlySet<string> = new Set(
  'Adlm Arab Aran Hebr Hung Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '),
);

/** The direction in which a locale is written. */
export function directionOf(locale: string): Direction {
  return rightToLeft.has(likely(locale).script) ? 'rtl' : 'ltr';
}

/** The plural rules of any language. */
export function categoriesOf(locale: string): (count: number) => PluralCategory {
  const shipped = languageFor(locale);
  if (shipped) return shipped.categoryOf;
  const rules = onDemand(() => new Intl.PluralRules(locale));
  return (count) => pluralCategories.find((one) => one === rules().select(count)) ?? 'other';
}

/**
 * Tags from the locale's own to the most general one, as BCP 47 looks them up: `zh-Hant-HK`, `zh-Hant`, `zh`. Those in
 * which the locale would be written in another script are left out.
 */
export function lookupOf(locale: string): readonly string[] {
  const parts = locale.split('-');
  const { script } = likely(locale);
  return parts
    .map((_, index) => parts.slice(0, parts.length - index).join('-'))
    .filter((tag) => likely(tag).script === script);
}

/**
 * The tag that was meant by one that no language has: the language of the country it names (`jp`), or how BCP 47 writes it
 * (`iw`, `zh_TW`). Undefined for a tag that is right as far as anybody knows.
 */
export function meantBy(tag: string): string | undefined {
  try {
    const [canonical = tag] = Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    const { language } = new Intl.Locale(canonical);
    const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    if (names.of(language) !== undefined) return canonical === tag ? undefined : canonical;
    const isCountry = Object.hasOwn(countries, tag.toUpperCase());
    return isCountry ? new Intl.Locale(`und-${tag}`).maximize().language : undefined;
  } catch {
    return undefined;
  }
}
