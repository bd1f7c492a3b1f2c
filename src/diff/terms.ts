import { startOfFile } from '../base/place.ts';
import { type Policy, type Row, sortRows, type Term, type TermTable } from '../model/policy.ts';
import { countries, countryIn } from '../words/countries.ts';
import { languageFor } from '../words/languages.ts';
import { formsIn, type Texts } from '../words/own.ts';

/**
 * Both policies with rows for the terms that both use: their labels and parents. A policy's own taxonomy, or another
 * edition, may give an old id a new meaning, which no other row would show. A term that only one uses comes or goes with
 * the facts that use it.
 */
export function withTerms(base: Policy, head: Policy): readonly [base: Policy, head: Policy] {
  if (JSON.stringify(base.vocabulary) === JSON.stringify(head.vocabulary)) return [base, head];
  const extended = (policy: Policy, other: Policy): Policy => ({
    ...policy,
    facts: sortRows([...policy.facts, ...termRows(policy, other), ...wordRows(policy, other)]),
  });
  return [extended(base, head), extended(head, base)];
}

const tables: Readonly<Record<TermTable, string>> = {
  data: 'data category',
  purposes: 'purpose',
  permissions: 'permission',
};

function termRows(policy: Policy, other: Policy): Row[] {
  const { vocabulary, edition } = policy;
  // Within one edition only the policy's own terms can differ.
  const place = startOfFile(edition === other.edition ? 'taxonomy.yaml' : 'policy.yaml');
  return (Object.keys(tables) as TermTable[]).flatMap((table) =>
    Object.entries<Term>(vocabulary[table])
      .filter(([id]) => Object.hasOwn(other.vocabulary[table], id))
      .flatMap(([id, { label, parent }]): Row[] => [
        ...Object.entries(label).flatMap(([locale, words]): Row[] =>
          publishes(policy, locale) === publishes(other, locale)
            ? [
                {
                  relation: 'term.label',
                  key: [tables[table], id, locale],
                  values: { words },
                  place,
                },
              ]
            : [],
        ),
        ...(parent === undefined
          ? []
          : [{ relation: 'term.parent' as const, key: [tables[table], id, parent], values: {}, place }]),
      ]),
  );
}

/** Labels in a language that comes or goes belong to that change. */
function publishes({ locales }: Policy, label: string): boolean {
  return locales.some((locale) => locale === label || languageFor(locale)?.tag === label);
}

/**
 * Rows for the words of pages in languages for which a policy brings its own; the other policy has ours. In a language
 * that policyc does not speak, all words that come or go are one row, since they are read together.
 */
function wordRows(policy: Policy, other: Policy): Row[] {
  const brought = new Set([policy, other].flatMap(({ vocabulary: { words = {} } }) => Object.keys(words)));
  return [...brought].flatMap((locale): Row[] => {
    const [texts, others] = [policy, other].map((one) => wordsIn(one, locale));
    if (!texts || !other.locales.includes(locale)) return [];
    const row = (name: string, words: string): Row => ({
      relation: 'term.label',
      key: ['phrase', name, locale],
      values: { words },
      place: startOfFile(policy.vocabulary.words?.[locale] ? `words/${locale}.yaml` : 'policy.yaml'),
    });
    if (others) return Object.entries(texts).map(([path, text]) => row(path, text));
    return [row('of pages', `${Object.keys(texts).length} phrases`)];
  });
}

/** All words of pages in a language that a policy has; undefined when it has none. */
function wordsIn({ vocabulary: { words = {} }, locales }: Policy, locale: string): Texts | undefined {
  if (!locales.includes(locale)) return undefined;
  const [own, spoken] = [words[locale], languageFor(locale)];
  return spoken ? { ...formsIn(spoken.table), ...namesOfCountries(spoken.tag), ...own } : own;
}

function namesOfCountries(tag: string): Texts {
  return Object.fromEntries(
    Object.keys(countries).map((code) => [`countries.${code}`, countryIn(tag, code) ?? code]),
  );
}
