import type { Diagnostic } from '../base/diagnostic.ts';
import { compareDurations, lengthOf } from '../base/duration.ts';
import { audienceFrom, common } from '../model/audience.ts';
import type { Row } from '../model/policy.ts';
import { keepersOf } from './coverage.ts';
import { ageInText, type PeriodInText, periodsIn } from './quantities-in-text.ts';
import { found, languageOf, type Readable, readablesOf } from './readable.ts';
import { type Facts, type Rule, valuePlace } from './rule.ts';
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
    if (!atMost[languageOf(locale)]?.test(words.slice(Math.max(0, start - 30), end + 12))) continue;
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
  const other = periods.filter(({ start, end }) => isHowLongKept(words, start, end, locale));
  if (!row || other.length === 0) return undefined;
  const keepers = new Set(facts.of('function.data', id).flatMap((item) => keepersOf(facts, item)));
  const own = row.values.keeps === undefined ? [] : [String(row.values.keeps)];
  const stated = [...new Set([...own, ...[...keepers].flatMap(periodsOf)])];
  const lengths = new Set(stated.map(lengthOf));
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

function isHowLongKept(words: string, start: number, end: number, locale: string): boolean {
  const says = keeping[languageOf(locale)];
  const [before, after] = [words.slice(Math.max(0, start - 60), start), words.slice(end, end + 60)];
  return says !== undefined && (says.before.test(before) || says.after?.test(after) === true);
}

/** What stands beside the period for which something is kept: a time within which somebody acts is none. */
const keeping: Readonly<Record<string, { readonly before: RegExp; readonly after?: RegExp }>> = {
  en: {
    before:
      /\b(?:keeps?|kept|keeping|retain(?:s|ed)?|stores?|stored|held)\b[^.;:!?]{0,40}$|\b(?:deletes?|deleted|erased?|removed?)\b[^.;:!?]{0,30}\bafter (?:the )?(?:last )?$/i,
  },
  de: {
    before: /löschen[^.;:!?]{0,30}\bnach $/i,
    after: /^[^.;:!?\d]{0,40}(?:gespeichert|aufbewahrt|vorgehalten)/i,
  },
  zh: { before: /(?:保存|保留|存储|留存)[^。；，！？]{0,10}$/ },
};

/** Within what time a statement says that we answer, where no contact and no right has that time. */
function answeredOtherwise(facts: Facts, readable: Readable): Diagnostic | undefined {
  const { owner, words, locale, text } = readable;
  if (facts.rows.one('statement', owner) === undefined) return undefined;
  const says = answering[languageOf(locale)];
  const periods = says ? periodsIn(words, locale) : [];
  if (periods.length === 0) return undefined;
  const rows = [...facts.all('contact'), ...facts.all('right')].filter(({ values }) => values.answerWithin);
  const [first] = rows;
  const stated = [...new Set(rows.map(({ values }) => String(values.answerWithin)))];
  const lengths = new Set(stated.map(lengthOf));
  const other = periods.find(({ period, start, end }) => {
    const around = `${words.slice(Math.max(0, start - 80), start)}#${words.slice(end, end + 20)}`;
    return says?.test(around) === true && !lengths.has(lengthOf(period));
  });
  if (!first || !other) return undefined;
  const args = {
    quote: text.slice(other.start, other.end),
    stated: stated.slice(0, mostStated),
    id: first.key[0] ?? '',
  };
  return found('prose-states-other-period', args, readable, other.start, other.end, placesOf(first));
}

/** That we answer whoever writes, with `#` for the time. */
const answering: Readonly<Record<string, RegExp>> = {
  en: /\bwe\b(?: will| shall| try to| aim to|'ll)? (?:answer|respond|reply|get back)\b[^.;:!?]{0,50}(?:within|in|after) (?:at most )?#/i,
  de: /\b(?:wir (?:antworten|beantworten)|antworten wir|beantworten wir)\b[^.;:!?]{0,50}(?:innerhalb von|binnen|in) #/i,
  zh: /我们[^。；！？]{0,20}在?#(?:内|之内)?[^。；！？]{0,6}(?:答复|回复|响应|反馈)/,
};

/** Whether a text says that something lasts at least so long, and what is stated does. */
function isAtLeast(
  { words, locale }: Readable,
  start: number,
  period: string,
  stated: readonly string[],
): boolean {
  const said = words.slice(Math.max(0, start - 24), start);
  return (
    atLeast[languageOf(locale)]?.test(said) === true &&
    stated.some((one) => (compareDurations(one, period) ?? -1) >= 0)
  );
}

const atLeast: Readonly<Record<string, RegExp>> = {
  en: /\b(?:at least|minimum of|no(?:t)? (?:less|fewer|shorter) than)\b/i,
  zh: /至少|不少于|不短于|不低于/,
};

const atMost: Readonly<Record<string, RegExp>> = {
  en: /\b(?:at most|at the latest|no (?:longer|more) than|not (?:longer|more) than|maximum of|up to|within|never longer than|never more than)\b/i,
  zh: /最长|最多|不超过|不会超过|以内|内|至多/,
};

/** Data as such, which the retention clauses speak of; a text on one thing may have a period of its own. */
function ofAllData(sentence: string, locale: string): boolean {
  return languageOf(locale) === 'zh'
    ? /(?:所有|全部|一切)(?:的)?(?:个人)?(?:信息|数据)?|您的(?:个人)?(?:信息|数据)/.test(sentence)
    : /\b(?:everything|all (?:of )?(?:your|personal|the)? ?(?:personal )?(?:data|information)|your (?:personal )?(?:data|information))\b/i.test(
        sentence,
      );
}

const speaking: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  retention: {
    en: /\b(?:keep|kept|retain|store|hold|held|delete|erase|remove|destroy)/i,
    zh: /保存|保留|存储|留存|删除|清除/,
  },
  right: { en: /\b(?:answer|respond|repl|deal with|process)/i, zh: /答复|回复|处理|响应/ },
  contact: { en: /\b(?:answer|respond|repl|get back)/i, zh: /答复|回复|响应/ },
  change: { en: /\b(?:notice|before|ahead|in advance|prior)/i, zh: /提前|之前|前/ },
};

function speaksOf(relation: string, sentence: string, locale: string): boolean {
  return speaking[relation]?.[languageOf(locale)]?.test(sentence) === true;
}
