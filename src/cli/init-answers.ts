import { messageOf } from '../base/diagnostic.ts';
import { escapeText } from '../base/escape.ts';
import { CannotWork, cannot } from '../base/failure.ts';
import { hiddenIn } from '../base/hidden.ts';
import { nearest } from '../base/nearest.ts';
import { editionIds, editionOf } from '../model/edition.ts';
import {
  type Answers,
  isCountry,
  isLanguage,
  languageIn,
  languages,
  policyKinds,
  profilesIn,
  unnamedCompany,
} from '../scaffold/answers.ts';
import { type Beside, besides } from '../scaffold/beside.ts';
import { countryNearly } from '../words/country-called.ts';
import { languageFor, languages as pageLanguages } from '../words/languages.ts';
import type { World } from './world.ts';

/** What was given on the command line; the rest is asked for, or assumed. */
export interface InitOptions {
  readonly yes?: true;
  readonly company?: string;
  readonly country?: string;
  readonly locales?: string;
  readonly profile?: string;
  readonly kind?: string;
  readonly with?: string;
}

/** What a first policy is written with, and which files are wanted beside it. */
export interface InitAnswers extends Answers {
  readonly beside: readonly Beside[];
}

/** Collects every answer. Throws `CannotWork` where one is missing and nobody can be asked. */
export async function answersFor(options: InitOptions, world: World): Promise<InitAnswers> {
  const missing = (['company', 'country', 'locales', 'profile', 'kind'] as const).filter(
    (name) => options[name] === undefined,
  );
  if (options.yes !== true && !world.ask && missing.length > 0)
    throw cannot('init-unanswered', { missing: missing.map((name) => `--${name}`) });
  const get = <T>(given: string | undefined, question: Question<T>): Promise<T> =>
    answer(given, question, options.yes ? undefined : world.ask, world);

  const company = await get(options.company, {
    words: 'The legal name of the company',
    likely: unnamedCompany,
    read: companyOf,
  });
  const country = await get(options.country, {
    words: 'The country where it is established, as two letters',
    likely: 'IE',
    read: countryOf,
  });
  const locales = await get(options.locales, {
    words: `Languages, the prevailing one first (${languages.join(' or ')}; then any)`,
    likely: languageIn(country),
    read: localesOf,
  });
  const [first, ...others] = locales;
  const profiles = await get(options.profile, {
    words: `Legal profiles (${knownProfiles().join(', ')})`,
    likely: profilesIn(country).join(','),
    read: (text) => several('--profile', text, knownProfiles()),
  });
  const kind = await get(options.kind, {
    words: `Kind of example (${policyKinds.join(', ')})`,
    likely: 'minimal',
    read: (text) => oneOf('--kind', text.trim(), policyKinds),
  });
  // Nothing beside the policy is needed: without somebody to ask, nothing but what was given is written.
  const beside = await answer(
    options.with,
    {
      words: `Other files to write, or none (${besides.join(', ')})`,
      likely: 'none',
      read: besidesIn,
    },
    options.yes ? undefined : world.ask,
    world,
  );
  return { company, country, locales: [first, ...others], profiles, kind, beside };
}

/** The files that `--with` asks for. */
export function besidesIn(text: string): readonly Beside[] {
  return text.trim() === 'none' ? [] : several('--with', text, besides);
}

interface Question<T> {
  readonly words: string;
  readonly likely: string;
  /** Throws `CannotWork` for what is no answer. */
  readonly read: (text: string) => T;
}

/** Takes or refuses a given value; else asks, if somebody is there, until there is an answer. */
async function answer<T>(
  given: string | undefined,
  { words, likely, read }: Question<T>,
  ask: World['ask'],
  world: World,
): Promise<T> {
  if (given !== undefined) return read(given);
  if (!ask) return read(likely);
  for (;;) {
    const text = await ask(`${words} [${likely}]: `);
    if (text === undefined) throw cannot('init-stopped', {});
    try {
      return read(text.trim() === '' ? likely : text);
    } catch (error) {
      if (!(error instanceof CannotWork)) throw error;
      const { reason, fix } = messageOf(error.failure);
      world.remark(`${escapeText(reason)}\n  ${escapeText(fix)}\n`);
    }
  }
}

function companyOf(text: string): string {
  const company = text.trim();
  const fits = company !== '' && [...company].length <= 200 && !/[\n\t]/.test(company);
  if (fits && hiddenIn(company).next().done) return company;
  throw cannot('init-company-unfit', { company: JSON.stringify(company.slice(0, 200)) });
}

function countryOf(text: string): string {
  const country = text.trim().toUpperCase();
  if (isCountry(country)) return country;
  throw cannot('init-country-unknown', { value: text.trim(), meant: countryNearly(text) });
}

/** The example is written in few languages; it can be translated into all that pages have words in. */
function localesOf(text: string): Answers['locales'] {
  const [first = '', ...others] = text.split(',').map((one) => spokenAs(one.trim()));
  if (!isLanguage(first)) throw cannot('init-language-unwritten', { locale: first, written: languages });
  return [first, ...new Set(others.filter((one) => one !== first))];
}

/** The supported language that a locale is read in: `de` for `DE` and for `de-AT`. */
function spokenAs(locale: string): string {
  const spoken = pageLanguages.map(({ tag }) => tag);
  const found = spoken.find((one) => one.toLowerCase() === locale.toLowerCase());
  if (found !== undefined || languageFor(locale) !== undefined) return found ?? locale;
  throw cannot('init-language-unspoken', { locale, spoken });
}

function knownProfiles(): readonly string[] {
  return editionOf(editionIds.at(-1) ?? '')?.regimes ?? [];
}

function several<T extends string>(option: string, text: string, known: readonly T[]): readonly [T, ...T[]] {
  const [first = '', ...others] = text.split(',').map((one) => one.trim());
  return [
    oneOf(option, first, known),
    ...new Set(others.filter((one) => one !== first).map((one) => oneOf(option, one, known))),
  ];
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one.toLowerCase() === value.toLowerCase());
  if (found !== undefined) return found;
  throw cannot('init-answer-unknown', { option, value, known, nearest: nearest(value, known) });
}
