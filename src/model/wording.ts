import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { countries } from '../words/countries.ts';
import { languageFor, languages, lookupOf, meantBy } from '../words/languages.ts';
import { textAt } from '../words/own.ts';
import { labelsIn } from './edition-labels.ts';
import type { PolicySource } from './load.ts';
import { type Row, type Term, type TermTable, termTables, type Vocabulary } from './policy.ts';
import { isRead } from './read-languages.ts';
import { modelTexts, type OwnWords, readWords, startOf } from './words-file.ts';

/** The words of one locale that a policy is published in. */
interface Wording {
  readonly locale: string;
  /** The tag of the language that policyc has for it. */
  readonly shipped: string | undefined;
  readonly own: OwnWords | undefined;
}

/** A vocabulary with what readers of every locale are shown for its terms, and the words that the policy brings. */
export function withWording(
  vocabulary: Vocabulary,
  facts: readonly Row[],
  source: PolicySource,
  problems: Diagnostic[],
): Vocabulary {
  const own = source.words.map((one) => readWords(one, problems));
  const wordings = source.head.locales.map((locale, index): Wording => {
    const found = lookupOf(locale).flatMap((tag) => own.filter((one) => one.locale === tag))[0];
    const shipped = languageFor(locale)?.tag;
    if (!shipped && !found) {
      const spoken = languages.map(({ tag }) => tag);
      const place = source.headFile.placeAt(['locales', index]);
      problems.push(diagnostic('locale-without-words', { locale, spoken, meant: meantBy(locale) }, place));
    } else if (!isRead(locale))
      problems.push(diagnostic('prose-unread', { locale }, source.headFile.placeAt(['locales', index])));
    return { locale, shipped, own: found };
  });
  const used = new Set(wordings.map((one) => one.own));
  for (const one of own) {
    if (used.has(one)) continue;
    const args = { locale: one.locale, listed: source.head.locales };
    problems.push(diagnostic('words-unlisted', args, startOf(one)));
  }
  const labelled = { ...vocabulary, ...labelsFor(vocabulary, wordings, source.head.edition) };
  problems.push(...lackingIn(labelled, facts, wordings, source));
  const words = wordings.flatMap(({ locale, own: one }) => (one ? [[locale, textsOf(one)] as const] : []));
  return words.length === 0 ? labelled : { ...labelled, words: Object.fromEntries(words) };
}

function textsOf({ texts, countries: named }: OwnWords): Readonly<Record<string, string>> {
  const names = Object.entries(named).map(([code, name]) => [`countries.${code}`, name] as const);
  return Object.fromEntries([...Object.entries(texts), ...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The terms with a label for each locale: the policy's own words, else those of the edition in that language. */
function labelsFor(
  vocabulary: Vocabulary,
  wordings: readonly Wording[],
  edition: string,
): Pick<Vocabulary, TermTable> {
  const labelled = <T extends Term>(table: TermTable, terms: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(terms).map(([id, term]) => {
        const more = wordings.flatMap(({ locale, shipped, own }): [string, string][] => {
          const mine = own?.terms[table][id];
          if (mine !== undefined) return [[locale, mine]];
          if (shipped === undefined || Object.hasOwn(term.label, shipped)) return [];
          const label = labelsIn(edition, shipped)?.[table][id];
          return label === undefined ? [] : [[shipped, label]];
        });
        const label = more.length === 0 ? term.label : { ...term.label, ...Object.fromEntries(more) };
        return [id, { ...term, label }];
      }),
    );
  return {
    data: labelled('data', vocabulary.data),
    purposes: labelled('purposes', vocabulary.purposes),
    permissions: labelled('permissions', vocabulary.permissions),
  };
}

/** What readers of a locale would be shown in another language. */
function lackingIn(
  vocabulary: Vocabulary,
  facts: readonly Row[],
  wordings: readonly Wording[],
  source: PolicySource,
): Diagnostic[] {
  const named = countriesIn(facts);
  return wordings.flatMap(({ locale, shipped, own }, index) => {
    if (!shipped && !own) return [];
    const terms = termTables.flatMap((table) =>
      Object.entries<Term>(vocabulary[table]).flatMap(([id, { label }]) =>
        isLabelled(label, locale, shipped) ? [] : [`terms.${table}.${id}`],
      ),
    );
    if (shipped || !own) {
      const place = source.headFile.placeAt(['locales', index]);
      const ids = terms.map((path) => path.replace(/^terms\.\w+\./, ''));
      return ids.length === 0 ? [] : [diagnostic('term-without-label', { locale, ids }, place)];
    }
    const words = [...modelTexts.keys()].flatMap((path) => lackingAt(own.texts, path));
    const places = named.filter((code) => own.countries[code] === undefined);
    const missing = [
      ...words.map((path) => `words.${path}`),
      ...places.map((code) => `countries.${code}`),
      ...terms,
    ];
    return missing.length === 0
      ? []
      : [diagnostic('words-missing', { locale: own.locale, missing }, startOf(own))];
  });
}

/** A text that is not there, or that has no form for all other numbers. */
function lackingAt(texts: OwnWords['texts'], path: string): readonly string[] {
  const text = textAt(texts, path);
  if (text === undefined) return [path];
  return typeof text === 'string' || 'other' in text ? [] : [`${path}.other`];
}

function isLabelled(label: Term['label'], locale: string, shipped: string | undefined): boolean {
  return Object.hasOwn(label, locale) || (shipped !== undefined && Object.hasOwn(label, shipped));
}

/** The countries that a page of the policy names. */
export function countriesIn(facts: readonly Row[]): readonly string[] {
  const found = facts.flatMap(({ relation, key, values }) => [
    ...key.slice(1),
    ...(relation === 'party' ? [String(values.country ?? '')] : Object.values(values).map(String)),
  ]);
  return [...new Set(found)].filter((code) => Object.hasOwn(countries, code)).sort();
}
