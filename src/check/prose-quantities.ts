import type { Diagnostic } from '../base/diagnostic.ts';
import { compareDurations, lengthOf } from '../base/duration.ts';
import { audienceFrom, common } from '../model/audience.ts';
import type { Row } from '../model/policy.ts';
import { keepersOf } from './coverage.ts';
import { ageInText, type PeriodInText, periodsIn } from './quantities-in-text.ts';
import { found, type Readable, readablesOf } from './readable.ts';
import { type Facts, type Rule, valuePlace } from './rule.ts';
import {
  isHowLongKept,
  isTimeToAnswer,
  ofAllData,
  saysAtLeast,
  saysAtMost,
  speaksOf,
} from './said-of-periods.ts';
import { sentenceAround } from './sentence.ts';

/** The periods and ages that texts state, held against the facts. */
export const quantityRules: readonly Rule[] = [
  {
    code: 'prose-states-other-period',
    check: (facts) => {
      const kept = keptPeriods(facts);
      const keptBy = new Set(kept.map(({ period }) => period));
      const lengths = new Set([...keptBy].map(lengthOf));
      return readablesOf(facts).flatMap((readable) => {
        const { owner: id, words, locale, text, field } = readable;
        if (field === 'title') return [];
        const otherwise = keptOtherwise(facts, readable) ?? answeredOtherwise(facts, readable);
        if (otherwise) return [otherwise];
        const row = periodHolders
          .map((relation) => facts.rows.one(relation, id))
          .find((one) => one !== undefined);
        const own = new Set(row ? periodsOf(row) : []);
        const isStatement =
          facts.rows.one('statement', id) !== undefined || facts.rows.one('commitment', id) !== undefined;
        const stated = row ? own : isStatement ? keptBy : own;
        const periods = stated.size === 0 ? [] : periodsIn(words, locale);
        if (periods.length === 0) return [];
        const longer = row ? undefined : keptLonger(facts, readable, periods, kept);
        if (longer) return [longer];
        const statedLengths = stated === keptBy ? lengths : new Set([...stated].map(lengthOf));
        if (periods.some(({ period }) => statedLengths.has(lengthOf(period)))) return [];
        const relation = row?.relation ?? 'retention';
        const other = periods.find(({ period, start, end }) => {
          const sentence = sentenceAround(words, start, end);
          if (isAtLeast(readable, start, period, [...stated])) return false;
          return speaksOf(relation, sentence, locale) && (row !== undefined || ofAllData(sentence, locale));
        });
        if (!other) return [];
        const args = {
          quote: text.slice(other.start, other.end),
          stated: [...stated].slice(0, mostStated),
          ...(row ? { id } : {}),
        };
        return [
          found(
            'prose-states-other-period',
            args,
            readable,
            other.start,
            other.end,
            row ? placesOf(row) : [],
          ),
        ];
      });
    },
  },
  {
    code: 'prose-states-other-age',
    check: (facts) =>
      readablesOf(facts).flatMap((readable) => {
        const { owner: id, words, locale, text } = readable;
        const row = facts.rows.one('minors', id) ?? facts.rows.one('definition', id);
        const age = row?.values.age;
        if (!row || age === undefined) return [];
        const ages = ageInText(words, locale);
        const [first] = ages;
        if (!first || ages.some((one) => one.age === age)) return [];
        const quote = text.slice(first.start, first.end);
        const places = [{ place: valuePlace(row, 'age'), role: 'other-bound' as const }];
        return [
          found(
            'prose-states-other-age',
            { quote, age: String(age), id },
            readable,
            first.start,
            first.end,
            places,
          ),
        ];
      }),
  },
];

/** Clauses that state a period of their own. */
const periodHolders = ['retention', 'right', 'contact', 'change'] as const;
const periodFields = ['period', 'atLeast', 'answerWithin', 'leadTime', 'keeps'] as const;

function periodsOf({ values }: Row): readonly string[] {
  return periodFields.flatMap((name) => (values[name] === undefined ? [] : [String(values[name])]));
}

function placesOf(row: Row): Diagnostic['related'] {
  const name = periodFields.find((one) => row.values[one] !== undefined) ?? '';
  return [{ place: valuePlace(row, name), role: 'facts' }];
}

interface Kept {
  readonly period: string;
  readonly row: Row;
}

/** Enough to see what a text is held against; each finding keeps its own. */
const mostStated = 8;

/** The periods that data is kept by any clause. */
function keptPeriods(facts: Facts): readonly Kept[] {
  return [...facts.all('retention'), ...facts.all('recipient'), ...facts.all('technology')].flatMap((row) =>
    ['period', 'keeps', 'lifetime'].flatMap((name) => {
      const period = String(row.values[name] ?? '');
      return period.startsWith('P') ? [{ period, row }] : [];
    }),
  );
}

/** What is kept for longer than a text says that all data is at most. */
function keptLonger(
  facts: Facts,
  readable: Readable,
  periods: readonly PeriodInText[],
  kept: readonly Kept[],
): Diagnostic | undefined {
  const { words, locale, text, owner } = readable;
  for (const { period, start, end } of periods) {
    const sentence = sentenceAround(words, start, end);
    if (!saysAtMost(words, { start, end }, locale)) continue;
    if (!speaksOf('retention', sentence, locale) || !ofAllData(sentence, locale)) continue;
    const longer = kept.find(
      ({ period: other, row }) =>
        row.relation === 'retention' &&
        (compareDurations(other, period) ?? 0) > 0 &&
        common(audienceFrom(facts.of('applies', owner)), audienceFrom(facts.of('applies', row.key[0] ?? '')))
          .length > 0,
    );
    if (!longer) continue;
    const args = { quote: text.slice(start, end), stated: [longer.period], id: longer.row.key[0] ?? '' };
    return found('prose-states-other-period', args, readable, start, end, placesOf(longer.row));
  }
  return undefined;
}

/** For how long a text of a function says that its data is kept, where no clause that keeps it says so. */
function keptOtherwise(facts: Facts, readable: Readable): Diagnostic | undefined {
  const { owner: id, words, locale, text } = readable;
  const row = facts.rows.one('function', id);
  const periods = row ? periodsIn(words, locale) : [];
  const other = periods.filter((one) => isHowLongKept(words, one, locale));
  if (!row || other.length === 0) return undefined;
  const keepers = new Set(facts.of('function.data', id).flatMap((item) => keepersOf(facts, item)));
  const own = row.values.keeps === undefined ? [] : [String(row.values.keeps)];
  const byOthers = [...keepers].flatMap(periodsOf);
  const lengths = new Set([...own, ...byOthers].map(lengthOf));
  const stated = own.length > 0 ? own : [...new Set(byOthers)];
  const first = other.find(
    ({ period, start }) => !lengths.has(lengthOf(period)) && !isAtLeast(readable, start, period, stated),
  );
  if (!first || stated.length === 0) return undefined;
  const [keeper = row] = own.length > 0 ? [] : keepers;
  const args = {
    quote: text.slice(first.start, first.end),
    stated: stated.slice(0, mostStated),
    id: keeper.key[0] ?? '',
  };
  return found('prose-states-other-period', args, readable, first.start, first.end, placesOf(keeper));
}

/** Within what time a statement says that we answer, where no contact and no right has that time. */
function answeredOtherwise(facts: Facts, readable: Readable): Diagnostic | undefined {
  const { owner, words, locale, text } = readable;
  if (facts.rows.one('statement', owner) === undefined) return undefined;
  const periods = periodsIn(words, locale).filter((one) => isTimeToAnswer(words, one, locale));
  if (periods.length === 0) return undefined;
  const rows = [...facts.all('contact'), ...facts.all('right')].filter(({ values }) => values.answerWithin);
  const [first] = rows;
  const stated = [...new Set(rows.map(({ values }) => String(values.answerWithin)))];
  const lengths = new Set(stated.map(lengthOf));
  const other = periods.find(({ period }) => !lengths.has(lengthOf(period)));
  if (!first || !other) return undefined;
  const args = {
    quote: text.slice(other.start, other.end),
    stated: stated.slice(0, mostStated),
    id: first.key[0] ?? '',
  };
  return found('prose-states-other-period', args, readable, other.start, other.end, placesOf(first));
}

/** Whether a text says that something lasts at least so long, and what is stated does. */
function isAtLeast(
  { words, locale }: Readable,
  start: number,
  period: string,
  stated: readonly string[],
): boolean {
  return (
    saysAtLeast(words, start, locale) && stated.some((one) => (compareDurations(one, period) ?? -1) >= 0)
  );
}
