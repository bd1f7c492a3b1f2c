import { onDemand } from '../base/on-demand.ts';
import { english } from './en.ts';
import { type AnyTable, type PluralCategory, pluralCategories, type Table } from './table.ts';
import { chinese } from './zh.ts';

/** A language that policyc speaks. */
export interface Language {
  /** The BCP 47 tag that its table is for. */
  readonly tag: string;
  readonly table: () => Table;
  /** The names of its plural rules, by whole number. */
  readonly categoryOf: (count: number) => PluralCategory;
}

const oneAlone = (count: number): PluralCategory => (count === 1 ? 'one' : 'other');
const none = (): PluralCategory => 'other';

/** In the order in which they are told. A table is read when its language is asked for. */
export const languages: readonly Language[] = [
  { tag: 'en', table: onDemand((): Table => english), categoryOf: oneAlone },
  { tag: 'zh-CN', table: onDemand((): Table => chinese), categoryOf: none },
];

/** English as the model of every other table. */
export const model: AnyTable = english;

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

/** A locale with the script that it is most likely written in. */
export function likely(tag: string): { readonly language: string; readonly script: string } {
  try {
    const { language, script = '' } = new Intl.Locale(tag).maximize();
    return { language, script };
  } catch {
    return { language: tag, script: '' };
  }
}

/** The plural rules of any language. */
export function categoriesOf(locale: string): (count: number) => PluralCategory {
  const shipped = languageFor(locale);
  if (shipped) return shipped.categoryOf;
  const rules = onDemand(() => new Intl.PluralRules(locale));
  return (count) => pluralCategories.find((one) => one === rules().select(count)) ?? 'other';
}
