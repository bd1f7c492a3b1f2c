import { keptWith } from '../base/on-demand.ts';
import { ancestry, editionOf } from '../model/edition.ts';
import { labelsIn } from '../model/edition-labels.ts';
import { everydayNames } from '../model/everyday-names.ts';
import { countryNames } from '../model/regions.ts';
import { otherCountryNames } from '../words/country-called.ts';
import { languageFor } from '../words/languages.ts';
import { type Finder, finderOf, type Mention, type Names } from './finder.ts';
import { ambiguous, groupsOfPurposes, yours } from './phrases/terms.ts';
import { languageOf } from './readable.ts';
import type { Facts } from './rule.ts';

const findersOf = keptWith((_: Facts) => new Map<string, Finder>());

/** Data categories by their labels and synonyms, those of the policy's own taxonomy among them. */
export function dataNamedIn(facts: Facts, words: string, called: string): readonly Mention[] {
  const locale = tagOf(called);
  const find = finderFor(facts, `data\t${locale}`, () => {
    const edition = editionOf(facts.policy.edition);
    const ofEdition = [...(edition?.data ?? [])].flatMap(([id, { label, synonyms }]) =>
      namesOf(id, label[locale], ...(synonyms[locale] ?? [])),
    );
    const later = Object.entries(labelsIn(facts.policy.edition, locale)?.data ?? {}).flatMap(([id, label]) =>
      namesOf(id, label),
    );
    const own = Object.entries(facts.policy.vocabulary.data)
      .filter(([id]) => !edition?.data.has(id))
      .flatMap(([id, { label }]) => namesOf(id, label[called] ?? label[locale]));
    const clear = [...ofEdition, ...later, ...own].filter(([name]) => !ambiguous.has(name.toLowerCase()));
    const language = languageOf(locale);
    return [...clear, ...(yours[language] ?? []), ...(everydayNames[language] ?? [])];
  });
  return find(words);
}

/** The names that stand for an id, as far as there are any. */
function namesOf(id: string, ...names: readonly (string | undefined)[]): Names {
  return names.flatMap((name) => (name === undefined ? [] : [[name, id] as const]));
}

/** The tag that words are kept under for a locale: `en` for `en-GB`. */
function tagOf(locale: string): string {
  return languageFor(locale)?.tag ?? locale;
}

/** Categories with their parents: those that a policy uses, and all others of its edition. */
type Parents = {
  readonly get: (
    id: string,
  ) => { readonly label: Readonly<Record<string, string>>; readonly parent?: string } | undefined;
};

export function parentsIn(facts: Facts): Parents {
  const edition = editionOf(facts.policy.edition);
  return { get: (id) => facts.terms.get(id) ?? edition?.data.get(id) };
}

/** Whether a category is one of these, or lies above or below one of them. */
export function isNear(parents: Parents, data: string, own: ReadonlySet<string>): boolean {
  const above = ancestry(parents, data);
  return [...own].some((one) => above.includes(one) || ancestry(parents, one).includes(data));
}

/** Purposes by their labels and synonyms, those of the policy's own taxonomy among them. */
export function purposesNamedIn(facts: Facts, words: string, called: string): readonly Mention[] {
  const locale = tagOf(called);
  const find = finderFor(facts, `purpose\t${locale}`, () => {
    const edition = editionOf(facts.policy.edition);
    const own = Object.entries(facts.policy.vocabulary.purposes).filter(([id]) => !edition?.purposes.has(id));
    const named = [...(edition?.purposes ?? []), ...own].flatMap(([id, { label }]) =>
      namesOf(id, label[called] ?? label[locale], ...(edition?.purposeSynonyms.get(id)?.[locale] ?? [])),
    );
    const later = Object.entries(labelsIn(facts.policy.edition, locale)?.purposes ?? {}).flatMap(
      ([id, label]) => namesOf(id, label),
    );
    return [...named, ...later, ...(groupsOfPurposes[languageOf(locale)] ?? [])];
  });
  return find(words);
}

/** Countries by their names on pages, and by others that people use. */
export function countriesNamedIn(facts: Facts, words: string, locale: string): readonly Mention[] {
  const find = finderFor(facts, `country\t${locale}`, () =>
    [...countryNames(locale), ...otherCountryNames].filter(([name]) => !ambiguous.has(name.toLowerCase())),
  );
  return find(words);
}

function finderFor(facts: Facts, key: string, names: () => Names): Finder {
  const finders = findersOf(facts);
  const finder = finders.get(key) ?? finderOf(names());
  finders.set(key, finder);
  return finder;
}
