import { startOfFile } from '../base/place.ts';
import { type Policy, type Row, sortRows, type Term, type TermTable } from '../model/policy.ts';
import { languageFor } from '../words/languages.ts';

/**
 * Both policies with rows for the terms that both use: what readers are shown for an id, and what it is a kind of. A
 * policy's own taxonomy may call an old id something new, and another edition may too; no other row would tell. A
 * term that only one of them uses comes or goes with the facts that use it.
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
  // Within an edition only the policy's own terms can differ.
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

/** Names in a language that comes or goes come or go with it: the language is a change of its own. */
function publishes({ locales }: Policy, label: string): boolean {
  return locales.some((locale) => locale === label || languageFor(locale)?.tag === label);
}

/**
 * Rows for the words of pages that a policy brings. Those of a language that the other has no words for are one row:
 * whoever reads them reads them together.
 */
function wordRows({ vocabulary: { words = {} }, locales }: Policy, other: Policy): Row[] {
  return Object.entries(words).flatMap(([locale, texts]): Row[] => {
    if (!other.locales.includes(locale) || !locales.includes(locale)) return [];
    const row = (name: string, text: string): Row => ({
      relation: 'term.label',
      key: ['phrase', name, locale],
      values: { words: text },
      place: startOfFile(`words/${locale}.yaml`),
    });
    if (other.vocabulary.words?.[locale]) return Object.entries(texts).map(([path, text]) => row(path, text));
    return [row('of pages', `${Object.keys(texts).length} phrases`)];
  });
}
