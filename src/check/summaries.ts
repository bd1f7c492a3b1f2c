import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import { ancestry } from '../model/edition.ts';
import { isAbroadFor } from './abroad.ts';
import { type Impact, summarised } from './phrases/summaries.ts';
import { languageOf, type Readable, readablesOf } from './readable.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';
import { countriesNamedIn } from './terms-in-text.ts';

/** The first layer, which many read and nothing else: what affects readers most is in it. */
export const summaryRules: Rules = {
  'sensitive-not-in-summary': (facts) => {
    const summarised = new Set(summariesIn(facts).map(({ owner }) => owner));
    if (summarised.size === 0) return [];
    return facts.all('function').flatMap((row) => {
      const id = row.key[0] ?? '';
      const chapter = String(facts.rows.one('clause', id)?.values.chapter);
      if (summarised.has(id) || summarised.has(chapter)) return [];
      const sensitive = facts.of('function.data', id).map(({ key }) => key[1] ?? '');
      const data = sensitive.filter((one) => facts.isSensitive(one));
      return data.length === 0 ? [] : [diagnostic('sensitive-not-in-summary', { id, data }, row.place)];
    });
  },
  'high-impact-not-in-summary': (facts) => {
    const { prevailing } = facts.policy;
    const summaries = summariesIn(facts).filter(({ locale }) => locale === prevailing);
    const language = languageOf(prevailing);
    if (summaries.length === 0) return [];
    return impacts.flatMap(([impact, factsOf]): Diagnostic[] => {
      const says = summarised[impact][language];
      const [first] = says ? factsOf(facts) : [];
      const isTold = summaries.some(
        ({ words, locale }) =>
          says?.test(words) || (impact === 'abroad' && namesCountry(facts, words, locale)),
      );
      if (!first || isTold) return [];
      return [diagnostic('high-impact-not-in-summary', { id: first.id, impact }, first.place)];
    });
  },
};

function summariesIn(facts: Facts): readonly Readable[] {
  return readablesOf(facts).filter(({ field }) => field === 'summary');
}

/** Whether a summary names a country that is not one of our own. */
function namesCountry(facts: Facts, words: string, locale: string): boolean {
  const homes = facts.all('party').map(({ values }) => values.country);
  return countriesNamedIn(facts, words, locale).some(({ ids }) => !ids.some((id) => homes.includes(id)));
}

interface Fact {
  readonly id: string;
  readonly place: Place;
}

/** The facts that have each impact. */
const impacts: readonly (readonly [Impact, (facts: Facts) => readonly Fact[]])[] = [
  ['sale', (facts) => ofValue(facts, 'recipient', 'sale')],
  ['advertising', (facts) => ofValue(facts, 'recipient', 'crossContextAdvertising')],
  ['automated', (facts) => ofValue(facts, 'function', 'automated')],
  [
    'abroad',
    (facts) =>
      [...facts.all('recipient.country'), ...facts.all('recipient.listed.country')]
        .filter(isAbroadFor(facts))
        .map(({ key, place }) => ({ id: key[0] ?? '', place })),
  ],
  [
    'children',
    (facts) =>
      facts
        .all('function.data')
        .filter(({ key }) => ancestry(facts.terms, key[1] ?? '').some((id) => id.startsWith('minor')))
        .map(({ key, place }) => ({ id: key[0] ?? '', place })),
  ],
];

function ofValue(facts: Facts, relation: 'function' | 'recipient', value: string): readonly Fact[] {
  return facts
    .all(relation)
    .filter(({ values }) => values[value] === true)
    .map((row) => ({ id: row.key[0] ?? '', place: valuePlace(row, value) }));
}
