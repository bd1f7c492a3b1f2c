import { ageInText, periodsIn } from '../../check/quantities-in-text.ts';
import { type Finder, finderOf } from '../../check/terms-in-text.ts';
import type { Edition } from '../../model/edition.ts';
import { labelsIn } from '../../model/edition-labels.ts';
import { everydayNames } from '../../model/everyday-names.ts';
import { countryNames } from '../../model/regions.ts';
import { alsoAskedFor } from '../../model/term-search.ts';
import { categoriesNamed, companyNamed, contactsIn, rightsNamed, type Seems } from './words.ts';

/** Looks for what facts could be made of in texts of one language. A guess: a person turns it into facts, or not. */
export function whatTextsName(edition: Edition, locale: string): (words: string) => readonly Seems[] {
  const data = termFinder(edition, locale, 'data');
  const purposes = termFinder(edition, locale, 'purposes');
  const countries = finderOf(countryNames(locale.split('-')[0] ?? ''));
  return (words) => {
    const mentions = (what: Seems['what'], finder: Finder): Seems[] =>
      finder(words).map(({ ids, start, end }) => ({
        what,
        is: ids.join(' or '),
        quote: words.slice(start, end),
      }));
    const seen = new Set<string>();
    return [
      ...mentions('data', data),
      ...mentions('purposes', purposes),
      ...categoriesNamed(words),
      ...companyNamed(words),
      ...periodsIn(words, locale).map(({ period, start, end }) => ({
        what: 'periods' as const,
        is: period,
        quote: words.slice(start, end),
      })),
      ...ageInText(words, locale).map(({ age, start, end }) => ({
        what: 'ages' as const,
        is: String(age),
        quote: words.slice(start, end),
      })),
      ...mentions('countries', countries),
      ...rightsNamed(words),
      ...contactsIn(words),
    ].filter(({ what, is }) => {
      const key = `${what} ${is}`;
      return !seen.has(key) && seen.add(key);
    });
  };
}

/** By all that the edition calls them in the language, and by what people call them when they ask. */
function termFinder(edition: Edition, locale: string, of: 'data' | 'purposes'): Finder {
  const later = labelsIn(edition.id, locale)?.[of] ?? {};
  const synonymsOf = (id: string): Readonly<Record<string, readonly string[]>> =>
    (of === 'data' ? edition.data.get(id)?.synonyms : edition.purposeSynonyms.get(id)) ?? {};
  const names = [...edition[of]].flatMap(([id, { label }]) =>
    [label[locale], later[id], ...(synonymsOf(id)[locale] ?? []), ...(alsoAskedFor[id] ?? [])].flatMap(
      (name) => (name === undefined || name.length < 2 ? [] : [[name, id] as const]),
    ),
  );
  return finderOf(of === 'data' ? [...names, ...(everydayNames[locale.split('-')[0] ?? ''] ?? [])] : names);
}
