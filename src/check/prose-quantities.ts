import type { Diagnostic } from '../base/diagnostic.ts';
import { compareDurations, lengthOf } from '../base/duration.ts';
import { audienceFrom, common } from '../model/audience.ts';
import { kindsWithField } from '../model/kinds.ts';
import type { Row } from '../model/policy.ts';
import { keepersOf } from './coverage.ts';
import { isAtLeast, otherPeriod, periodsOf } from './other-period.ts';
import { ofChildren, ofOtherAges } from './phrases/quantities.ts';
import { isOfNone } from './prose-of-no-clause.ts';
import { agesIn, type PeriodInText, periodsIn } from './quantities-in-text.ts';
import { found, languageOf, type Part, quoted, type Readable, readablesOf } from './readable.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';
import { isHowLongKept, ofAllData, saysAtMost, speaksOf } from './said-of-periods.ts';
import { sentenceAround } from './sentence.ts';
import { statementOtherwise } from './statement-periods.ts';

/** The periods and ages that texts state, held against the facts. */
export const quantityRules: Rules = {
  'prose-states-other-period': (facts) => {
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
  'prose-states-other-age': (facts) =>
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
  'prose-names-other-age': (facts) => {
    const rows = kindsWithField('age').flatMap((kind) => facts.all(kind));
    const ages = [
      ...new Set(rows.flatMap(({ values }) => (values.age === undefined ? [] : [String(values.age)]))),
    ];
    if (ages.length === 0) return [];
    const told = new Set<string>();
    return readablesOf(facts).flatMap((readable) => {
      if (!isOfNone(facts, readable) || facts.rowWithField('age', readable.owner)) return [];
      const named = agesIn(readable.words, readable.locale);
      if (named.some(({ age }) => ages.includes(String(age)))) return [];
      const first = named.find((one) => isOfChildren({ readable, ...one }));
      const key = `${first?.age} ${readable.locale}`;
      if (!first || told.has(key)) return [];
      told.add(key);
      const part = { readable, ...first };
      const related = rows
        .slice(0, 1)
        .map((row) => ({ place: valuePlace(row, 'age'), role: 'facts' as const }));
      return [found('prose-names-other-age', { quote: quoted(part), ages }, part, related)];
    });
  },
};

/** Whether an age is that up to which somebody is a child to us: not who may buy, vote or be sold to. */
function isOfChildren(part: Part): boolean {
  const language = languageOf(part.readable.locale);
  const sentence = sentenceAround(part);
  return ofChildren[language]?.test(sentence) === true && ofOtherAges[language]?.test(sentence) !== true;
}

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
function statedOtherwise(facts: Facts, readable: Readable, kept: Stated): Diagnostic | undefined {
  const { one } = facts.rows;
  const { owner: id } = readable;
  const row = periodHolders.map((relation) => one(relation, id)).find((held) => held !== undefined);
  if (row) return ownOtherwise(readable, [row, ...listedIn(facts, row)]);
  return (one('statement', id) ?? one('commitment', id)) ? allOtherwise(facts, readable, kept) : undefined;
}

const periodHolders = ['retention', 'right', 'contact', 'change', 'technology', 'recipient'] as const;

/** The entries of a technology or a recipient, which have periods of their own. */
function listedIn(facts: Facts, { relation, key: [id = ''] }: Row): readonly Row[] {
  if (relation !== 'technology' && relation !== 'recipient') return [];
  return facts.of(`${relation}.listed`, id);
}

function ownOtherwise(readable: Readable, rows: readonly Row[]): Diagnostic | undefined {
  const row = rows.find((one) => periodsOf(one).length > 0);
  if (!row) return undefined;
  const stated = [...new Set(rows.flatMap(periodsOf))];
  const periods = periodsIn(readable.words, readable.locale);
  const lengths = new Set(stated.map(lengthOf));
  if (periods.some(({ period }) => lengths.has(lengthOf(period)))) return undefined;
  const other = periods.find(
    (one) =>
      !isAtLeast({ readable, ...one }, one.period, stated) &&
      speaksOf(row.relation, sentenceAround({ readable, ...one }), readable.locale),
  );
  return other && otherPeriod(readable, other, stated, row);
}

function allOtherwise(
  facts: Facts,
  readable: Readable,
  { kept, periods: keptBy, lengths }: Stated,
): Diagnostic | undefined {
  const periods = keptBy.size === 0 ? [] : periodsIn(readable.words, readable.locale);
  if (periods.length === 0) return undefined;
  const stated = [...keptBy];
  const longer = keptLonger(facts, readable, periods, kept);
  if (longer || periods.some(({ period }) => lengths.has(lengthOf(period)))) return longer;
  const other = periods.find(
    (one) => !isAtLeast({ readable, ...one }, one.period, stated) && isOfAllKept({ readable, ...one }),
  );
  return other && otherPeriod(readable, other, stated);
}

/** Whether a period is one for which all data is kept. */
function isOfAllKept(part: Part): boolean {
  const { locale } = part.readable;
  const sentence = sentenceAround(part);
  return speaksOf('retention', sentence, locale) && ofAllData(sentence, locale);
}

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
  const { owner } = readable;
  for (const one of periods) {
    const part = { readable, ...one };
    if (!saysAtMost(part) || !isOfAllKept(part)) continue;
    const longer = kept.find(
      ({ period: other, row }) =>
        row.relation === 'retention' &&
        (compareDurations(other, one.period) ?? 0) > 0 &&
        common(audienceFrom(facts.of('applies', owner)), audienceFrom(facts.of('applies', row.key[0] ?? '')))
          .length > 0,
    );
    if (longer) return otherPeriod(readable, one, [longer.period], longer.row);
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
  return otherPeriod(readable, first, stated, keeper);
}
