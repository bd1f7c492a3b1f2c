import { type Finder, finderOf, type Mention } from '../../check/finder.ts';
import { plainWords } from '../../check/plain-words.ts';
import { agesIn, type PeriodInText, periodsIn } from '../../check/quantities-in-text.ts';
import type { Edition } from '../../model/edition.ts';
import { labelsIn } from '../../model/edition-labels.ts';
import { everydayNames } from '../../model/everyday-names.ts';
import { countryNames } from '../../model/regions.ts';
import { alsoAskedFor } from '../../model/term-search.ts';
import { companiesNamed, contactsIn, type Seems } from './named.ts';
import { recipientsFinder } from './recipients.ts';
import { rightsFinder } from './rights.ts';
import { tongueFor } from './tongue.ts';

/**
 * Finds what could become facts in the texts of one language, given the title of their chapter. It only guesses: a
 * person decides.
 */
export function whatTextsName(
  edition: Edition,
  locale: string,
): (words: string, around: string) => readonly Seems[] {
  const tongue = tongueFor(locale);
  const data = termFinder(edition, tongue ?? locale, 'data');
  const purposes = termFinder(edition, tongue ?? locale, 'purposes');
  const countries = finderOf(countryNames(locale));
  const recipients = tongue && recipientsFinder(tongue);
  const rights = tongue && rightsFinder(tongue);
  return (text, around) => {
    const { words } = plainWords(text);
    const asSeen = (what: Seems['what'], found: readonly Mention[]): Seems[] =>
      found.map(({ ids, start, end }) => ({ what, is: ids.join(' or '), quote: words.slice(start, end) }));
    const ages = agesIn(words, locale);
    const isAge = ({ start, end }: PeriodInText): boolean =>
      ages.some((age) => start < age.end && age.start < end);
    const seen = new Set<string>();
    return [
      ...asSeen('data', data(words)),
      ...asSeen('purposes', purposes(words)),
      ...asSeen('recipients', recipients?.(words) ?? []),
      ...companiesNamed(words),
      ...periodsIn(words, locale)
        .filter((period) => !isAge(period))
        .map(({ period, start, end }) => ({
          what: 'periods' as const,
          is: period,
          quote: words.slice(start, end),
        })),
      ...ages.map(({ age, start, end }) => ({
        what: 'ages' as const,
        is: String(age),
        quote: words.slice(start, end),
      })),
      ...asSeen('countries', countries(words)),
      ...asSeen('rights', rights?.(words, plainWords(around).words) ?? []),
      ...contactsIn(words),
    ].filter(({ what, is }) => {
      const key = `${what} ${is}`;
      return !seen.has(key) && seen.add(key);
    });
  };
}

/** Finds terms by their labels in the edition, and by the synonyms that people search for. */
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
