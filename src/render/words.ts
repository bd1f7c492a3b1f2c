import { durationPattern, durationUnits } from '../base/duration.ts';
import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import type { Policy } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import { countryIn } from '../words/countries.ts';
import { categoriesOf, languageFor, languages, model } from '../words/languages.ts';
import type { english } from '../words/made/en.ts';
import { tableOf } from '../words/own.ts';
import { speak } from '../words/speak.ts';
import { subdivisions } from '../words/subdivisions.ts';
import type { AnyTable, Spoken } from '../words/table.ts';

/** The fixed words around a policy's own, in one language. */
export type Words = Spoken<typeof english> & {
  readonly locale: string;
  /** The name of a country by its ISO 3166-1 code. */
  readonly country: (code: string) => string | undefined;
};

/** The word for a value in a table; the value itself if the table has none. */
export function wordFor(table: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(table, value) ? (table[value] ?? value) : value;
}

/**
 * The fixed words for readers of a locale: the policy's own, else those of the language. If there are neither, as in
 * versions released before policies had to bring words, those of the prevailing language or English.
 */
export function wordsIn(policy: Policy, locale: string): Words {
  return wordsOfPolicy(policy)(locale);
}

/** Kept, because every text, label and link to another language needs them. */
const wordsOfPolicy = keptWith((policy: Policy) =>
  eachOnDemand((locale: string) => findWords(policy, locale)),
);

function findWords(policy: Policy, locale: string): Words {
  const own = ownWords(policy, locale);
  if (own) return own;
  const shipped = languageFor(locale) ?? languageFor(policy.prevailing);
  const words = shipped
    ? wordsWith(`${shipped.tag} ${nounOf(policy)}`)
    : (ownWords(policy, policy.prevailing) ?? wordsOf('en'));
  return locale === 'en-US' ? americanDates(words) : words;
}

const americanDates = keptWith(
  (words: Words): Words => ({
    ...words,
    date: (day, month, year) => `${month} ${day}, ${year}`,
  }),
);

/** What the policy calls readers' data; empty for the usual term. */
function nounOf(policy: Policy): string {
  return String(rowsIn(policy).one('policy', 'policy')?.values.noun ?? '');
}

function ownWords(policy: Policy, locale: string): Words | undefined {
  const { words = {} } = policy.vocabulary;
  const texts = Object.hasOwn(words, locale) ? words[locale] : undefined;
  if (!texts) return undefined;
  const shipped = languageFor(locale);
  const table = withNoun(tableOf(model, shipped?.table ?? {}, texts), nounOf(policy));
  return spoken(locale, table, (code) => {
    const named = `countries.${code}`;
    return Object.hasOwn(texts, named) ? texts[named] : shipped && countryIn(shipped.tag, code);
  });
}

/** The words of a language that policyc speaks. */
export function wordsOf(tag: string): Words {
  return wordsWith(`${tag} `);
}

/** The words of a language with the policy's term for readers' data: `en personal-information`. */
const wordsWith = eachOnDemand((chosen: string): Words => {
  const [tag = '', noun = ''] = chosen.split(' ');
  const table = languages.find((one) => one.tag === tag)?.table ?? model;
  return spoken(tag, withNoun(tableOf(model, table, {}), noun), (code) => countryIn(tag, code));
});

/** A table in which readers' data is called what the policy calls it. */
function withNoun(table: AnyTable, noun: string): AnyTable {
  const usual = String(table.personalData);
  const instead = typeof table.nouns === 'object' ? table.nouns[noun] : undefined;
  if (typeof instead !== 'string' || instead === usual) return table;
  const inText = (text: string): string =>
    text.replaceAll(usual, () => instead).replaceAll(capitalise(usual), () => capitalise(instead));
  const inTable = (part: AnyTable): AnyTable =>
    Object.fromEntries(
      Object.entries(part).map(([name, one]) => [name, typeof one === 'string' ? inText(one) : inTable(one)]),
    );
  return inTable(table);
}

function spoken(locale: string, table: AnyTable, country: Words['country']): Words {
  return {
    ...(speak(model, table, categoriesOf(locale)) as Spoken<typeof english>),
    locale,
    country,
  };
}

/**
 * The first label found for these locales; each is looked up by its own tag, then by that of the language serving it.
 */
export function labelIn(
  label: Readonly<Record<string, string>>,
  locales: readonly string[],
): string | undefined {
  for (const locale of locales)
    for (const tag of [locale, languageFor(locale)?.tag ?? locale])
      if (Object.hasOwn(label, tag)) return label[tag];
  return undefined;
}

/** The name of a locale where readers choose it: the language's own name, with the country if two share the name. */
export function localeName(policy: Policy, locale: string): string {
  const words = wordsIn(policy, locale);
  const name = (other: string): string => wordsIn(policy, other).ownName;
  const shared = policy.locales.some((other) => other !== locale && name(other) === words.ownName);
  const region = locale.split('-').find((part) => /^[A-Z]{2}$/.test(part));
  return shared && region !== undefined
    ? `${words.ownName}${words.open}${countryName(words, region)}${words.close}`
    : words.ownName;
}

/** A calendar date in words: `24 October 2021`. Anything other than `YYYY-MM-DD` is returned unchanged. */
export function dateWords(words: Words, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return date;
  const named = wordFor(words.months, String(month));
  return words.date(day === 1 ? words.firstDay : day, named, year);
}

/** An ISO 8601 duration in words, in the units it was written in: `6 months`, `72 hours`. */
export function periodWords(words: Words, period: string, days = 'calendar'): string {
  if (period === 'forever') return words.forever;
  if (period === 'while-active') return words.whileActive;
  const match = durationPattern.exec(period);
  if (!match) return period;
  const amounts = match.slice(1).flatMap((digits, index): string[] => {
    if (digits === undefined) return [];
    const unit = durationUnits[index] ?? 'day';
    const say = unit === 'day' && days === 'working' ? words.workingDays : words.units[unit];
    return [say(Number(digits))];
  });
  return amounts.join(words.sentenceGap);
}

/** The name of a country by its ISO 3166-1 code; the code itself when there is none. */
export function countryName(words: Words, code: string): string {
  return words.country(code) ?? code;
}

/** A country or region for use in a sentence. A part of a country has its English name if the language has none. */
export function regionName(words: Words, code: string): string {
  const inText = wordFor(words.regionsInText, code);
  return inText === code ? (words.country(code) ?? subdivisions[code] ?? code) : inText;
}

/** `a, b and c`; with `alternative`, `a, b or c`. */
export function listWords(words: Words, items: readonly string[], alternative = false): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  // Spanish has `u` for `o` before an o, and `e` for `y` before an i.
  const [end, beforeAlike, alike] = alternative
    ? ([words.listAlternative, words.listAlternativeBeforeO, /^h?[oó]/i] as const)
    : ([words.listEnd, words.listEndBeforeI, /^h?[ií](?![aeo])/i] as const);
  return items.slice(0, -1).join(words.listSeparator) + (alike.test(last) ? beforeAlike : end) + last;
}

/** Labels are lower-case noun phrases; cells and sentences begin with a capital. */
export function capitalise(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
