import type { Diagnostic } from '../base/diagnostic.ts';
import { compareDurations, lengthOf } from '../base/duration.ts';
import { audienceFrom, common } from '../model/audience.ts';
import type { Row } from '../model/policy.ts';
import { keepersOf } from './coverage.ts';
import { agesIn, type PeriodInText, periodsIn } from './quantities-in-text.ts';
import { found, quoted, type Readable, readablesOf } from './readable.ts';
import { type Facts, type Rule, valuePlace } from './rule.ts';
import { isHowLongKept, ofAllData, saysAtMost, speaksOf } from './said-of-periods.ts';
import { sentenceAround } from './sentence.ts';
import { isAtLeast, mostStated, periodsOf, placesOf } from './stated-periods.ts';
import { statementOtherwise } from './statement-periods.ts';

/** The periods and ages that texts state, held against the facts. */
export const quantityRules: readonly Rule[] = [
  {
    code: 'prose-states-other-period',
    check: (facts) => {
      const stated = statedBy(facts);
      return readablesOf(facts).flatMap((readable) => {
        if (readable.field === 'title') return [];
        const other =
          keptOtherwise(facts, readable) ??
          statedOtherwise(facts, readable, stated) ??
          statementOtherwise(facts, readable);
        return other ? [other] : [];
      });
    },
  },
  {
    code: 'prose-states-other-age',
    check: (facts) =>
      readablesOf(facts).flatMap((readable) => {
        const { owner: id, words, locale } = readable;
        const row = facts.rowWithField('age', id);
        const age = row?.values.age;
        if (!row || age === undefined) return [];
        const ages = agesIn(words, locale);
        const [first] = ages;
        if (!first || ages.some((one) => one.age === age)) return [];
        const part = { readable, ...first };
        const args = { quote: quoted(part), age: String(age), id };
        const places = [{ place: valuePlace(row, 'age'), role: 'other-bound' as const }];
        return [found('prose-states-other-age', args, part, places)];
      }),
  },
];

/** The periods that data is kept by any clause, with their lengths. */
interface Stated {
  readonly kept: readonly Kept[];
  readonly periods: ReadonlySet<string>;
  readonly lengths: ReadonlySet<ReturnType<typeof lengthOf>>;
}

function statedBy(facts: Facts): Stated {
  const kept = keptPeriods(facts);
  const periods = new Set(kept.map(({ period }) => period));
  return { kept, periods, lengths: new Set([...periods].map(lengthOf)) };
}

/** A period of a clause that states one itself, and one that a statement says of all data. */
function statedOtherwise(
  facts: Facts,
  readable: Readable,
  { kept, periods: keptBy, lengths }: Stated,
): Diagnostic | undefined {
  const { owner: id, words, locale } = readable;
  const row = periodHolders.map((relation) => facts.rows.one(relation, id)).find((one) => one !== undefined);
  const own = new Set(row ? periodsOf(row) : []);
  const isStatement =
    facts.rows.one('statement', id) !== undefined || facts.rows.one('commitment', id) !== undefined;
  const stated = row ? own : isStatement ? keptBy : own;
  const periods = stated.size === 0 ? [] : periodsIn(words, locale);
  if (periods.length === 0) return undefined;
  const longer = row ? undefined : keptLonger(facts, readable, periods, kept);
  if (longer) return longer;
  const statedLengths = stated === keptBy ? lengths : new Set([...stated].map(lengthOf));
  if (periods.some(({ period }) => statedLengths.has(lengthOf(period)))) return undefined;
  const relation = row?.relation ?? 'retention';
  const other = periods.find((one) => {
    const part = { readable, ...one };
    const sentence = sentenceAround(part);
    if (isAtLeast(part, one.period, [...stated])) return false;
    return speaksOf(relation, sentence, locale) && (row !== undefined || ofAllData(sentence, locale));
  });
  if (!other) return undefined;
  const part = { readable, ...other };
  const args = { quote: quoted(part), stated: [...stated].slice(0, mostStated), ...(row ? { id } : {}) };
  return found('prose-states-other-period', args, part, row ? placesOf(row) : []);
}

const periodHolders = ['retention', 'right', 'contact', 'change'] as const;
interface Kept {
  readonly period: string;
  readonly row: Row;
}

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
  const { locale, owner } = readable;
  for (const { period, start, end } of periods) {
    const part = { readable, start, end };
    const sentence = sentenceAround(part);
    if (!saysAtMost(part)) continue;
    if (!speaksOf('retention', sentence, locale) || !ofAllData(sentence, locale)) continue;
    const longer = kept.find(
      ({ period: other, row }) =>
        row.relation === 'retention' &&
        (compareDurations(other, period) ?? 0) > 0 &&
        common(audienceFrom(facts.of('applies', owner)), audienceFrom(facts.of('applies', row.key[0] ?? '')))
          .length > 0,
    );
    if (!longer) continue;
    const args = { quote: quoted(part), stated: [longer.period], id: longer.row.key[0] ?? '' };
    return found('prose-states-other-period', args, part, placesOf(longer.row));
  }
  return undefined;
}

/** For how long a text of a function says that its data is kept, where no clause that keeps it says so. */
function keptOtherwise(facts: Facts, readable: Readable): Diagnostic | undefined {
  const { owner: id, words, locale } = readable;
  const row = facts.rows.one('function', id);
  const periods = row ? periodsIn(words, locale) : [];
  const other = periods.filter((one) => isHowLongKept({ readable, ...one }));
  if (!row || other.length === 0) return undefined;
  const keepers = new Set(facts.of('function.data', id).flatMap((item) => keepersOf(facts, item)));
  const own = row.values.keeps === undefined ? [] : [String(row.values.keeps)];
  const byOthers = [...keepers].flatMap(periodsOf);
  const lengths = new Set([...own, ...byOthers].map(lengthOf));
  const stated = own.length > 0 ? own : [...new Set(byOthers)];
  const first = other.find(
    (one) => !lengths.has(lengthOf(one.period)) && !isAtLeast({ readable, ...one }, one.period, stated),
  );
  if (!first || stated.length === 0) return undefined;
  const [keeper = row] = own.length > 0 ? [] : keepers;
  const part = { readable, ...first };
  const args = { quote: quoted(part), stated: stated.slice(0, mostStated), id: keeper.key[0] ?? '' };
  return found('prose-states-other-period', args, part, placesOf(keeper));
}
