import type { Diagnostic } from '../base/diagnostic.ts';
import { lengthOf } from '../base/duration.ts';
import { keptWith } from '../base/on-demand.ts';
import type { Row } from '../model/policy.ts';
import { keepersOf } from './coverage.ts';
import { isAtLeast, otherPeriod, periodsOf } from './other-period.ts';
import { ofPeople } from './phrases/periods.ts';
import { type PeriodInText, periodsIn } from './quantities-in-text.ts';
import { languageOf, type Part, type Readable } from './readable.ts';
import type { Facts } from './rule.ts';
import { isHowLongKept, isTimeAhead, isTimeToAnswer } from './said-of-periods.ts';
import { sentenceAround } from './sentence.ts';
import { dataNamedIn, isNear, parentsIn } from './terms-in-text.ts';

/** A period that a statement says of answers, of news of a change or of what is kept, where the clauses for it say another. */
export function statementOtherwise(facts: Facts, readable: Readable): Diagnostic | undefined {
  if (facts.rows.one('statement', readable.owner) === undefined) return undefined;
  const periods = periodsIn(readable.words, readable.locale);
  if (periods.length === 0) return undefined;
  return (
    against(
      readable,
      periods.filter((one) => isTimeToAnswer({ readable, ...one })),
      answering(facts),
    ) ??
    against(
      readable,
      periods.filter((one) => isAhead({ readable, ...one })),
      facts.all('change').filter(({ values }) => values.leadTime),
    ) ??
    keptOtherwise(facts, readable, periods)
  );
}

/** The first period that none of these rows states. */
function against(
  readable: Readable,
  periods: readonly PeriodInText[],
  rows: readonly Row[],
): Diagnostic | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const stated = [...new Set(rows.flatMap(periodsOf))];
  const lengths = new Set(stated.map(lengthOf));
  const other = periods.find(
    (one) => !lengths.has(lengthOf(one.period)) && !isAtLeast({ readable, ...one }, one.period, stated),
  );
  return other && stated.length > 0 ? otherPeriod(readable, other, stated, first) : undefined;
}

function answering(facts: Facts): readonly Row[] {
  return [...facts.all('contact'), ...facts.all('right')].filter(({ values }) => values.answerWithin);
}

function isAhead(part: Part): boolean {
  return isTimeAhead(part, sentenceAround(part));
}

/** For how long a statement says that something of people is kept. */
function keptOtherwise(
  facts: Facts,
  readable: Readable,
  periods: readonly PeriodInText[],
): Diagnostic | undefined {
  for (const one of periods) {
    const part = { readable, ...one };
    if (!isHowLongKept(part)) continue;
    const sentence = sentenceAround(part);
    const keepers = keepersNamed(facts, sentence, readable.locale);
    const isOfPeople = ofPeople[languageOf(readable.locale)]?.test(sentence);
    const rows = keepers.length > 0 || !isOfPeople ? keepers : keepersIn(facts).all;
    const other = against(readable, [one], rows);
    if (other) return other;
  }
  return undefined;
}

interface Keepers {
  /** Clauses that state how long something is kept. */
  readonly all: readonly Row[];
  /** Their titles in small letters, longer than a word. */
  readonly titled: readonly { readonly title: string; readonly locale: string; readonly row: Row }[];
  readonly byFunction: ReadonlyMap<string, Row>;
  /** What is kept, by the category. */
  readonly items: ReadonlyMap<string, readonly Row[]>;
}

const keepersIn = keptWith((facts: Facts): Keepers => {
  const all = (['retention', 'function', 'recipient', 'technology'] as const)
    .flatMap((relation) => facts.all(relation))
    .filter((row) => periodsOf(row).length > 0);
  const titled = all.flatMap((row) =>
    facts.rows.below('prose', row.key[0] ?? '', 'title').flatMap(({ key: [, , locale = ''], values }) => {
      const title = String(values.text).toLowerCase();
      return title.length >= (languageOf(locale) === 'zh' ? 3 : 8) ? [{ title, locale, row }] : [];
    }),
  );
  const functions = all.filter(({ relation }) => relation === 'function');
  const items = new Map<string, Row[]>();
  for (const row of [...facts.all('function.data'), ...facts.all('retention.data')]) {
    const data = row.key.at(-1) ?? '';
    const same = items.get(data);
    if (!same) items.set(data, [row]);
    // A category that a thousand clauses collect is kept as one of the first few says, for a sentence that names no clause.
    else if (same.length < mostAsked) same.push(row);
  }
  return {
    all,
    titled,
    items,
    byFunction: new Map(functions.map((row) => [row.key[0] ?? '', row])),
  };
});

const mostAsked = 50;

/** The clauses that keep what a sentence names: by their titles, or by the data that they are about. */
function keepersNamed(facts: Facts, sentence: string, locale: string): readonly Row[] {
  const { titled, byFunction, items } = keepersIn(facts);
  const said = sentence.toLowerCase();
  const byTitle = titled.filter((one) => one.locale === locale && said.includes(one.title));
  if (byTitle.length > 0) return byTitle.map(({ row }) => row);
  const named = dataNamedIn(facts, sentence, locale).flatMap(({ ids }) => ids);
  if (named.length === 0) return [];
  const parents = parentsIn(facts);
  const keepers = [...items].flatMap(([data, rows]) => {
    const own = new Set([data]);
    if (!named.some((id) => isNear(parents, id, own))) return [];
    return rows.flatMap((item) => {
      const owner = item.key[0] ?? '';
      if (item.relation === 'retention.data') return facts.rows.one('retention', owner) ?? [];
      return [...keepersOf(facts, item), byFunction.get(owner) ?? []].flat();
    });
  });
  return [...new Set(keepers)];
}
