import { diagnostic } from '../base/diagnostic.ts';
import { firstOfEach } from '../base/group.ts';
import { ancestry } from '../model/edition.ts';
import { fittingForms } from '../model/kinds/recipient.ts';
import { dimensions } from '../model/limit.ts';
import { lastPart, ownerOf, type Row } from '../model/policy.ts';
import { watchFromKey } from '../model/watch.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';

/** Facts that must agree: data and its retention, recipients and what is collected, one age for children. */
export const coverageRules: Rules = {
  'data-without-retention': (facts) => {
    if (facts.all('retention').some((row) => row.values.default === true)) return [];
    return firstOfEach(facts.all('function.data'), ({ key }) => key[1]).flatMap((row) =>
      coveringOf(facts, row).length > 0 || keepsItself(facts, row) || staysOnDevice(facts, row)
        ? []
        : [diagnostic('data-without-retention', { data: row.key[1] ?? '' }, row.place)],
    );
  },
  'two-default-retentions': (facts) => {
    const [first, ...others] = facts.all('retention').filter((row) => row.values.default === true);
    return others.map((row) =>
      diagnostic('two-default-retentions', { first: first?.key[0] ?? '' }, valuePlace(row, 'default')),
    );
  },
  'retention-without-period': (facts) =>
    facts.all('retention').flatMap((row) => {
      const { period, atLeast, criterion } = row.values;
      const silent = period === undefined && atLeast === undefined && criterion !== true;
      return silent ? [diagnostic('retention-without-period', { id: row.key[0] ?? '' }, row.place)] : [];
    }),
  'start-without-period': (facts) =>
    facts.all('retention').flatMap((row) => {
      const { period, start } = row.values;
      if (period !== 'while-active' || start === undefined) return [];
      const args = { id: row.key[0] ?? '', start: String(start) };
      return [diagnostic('start-without-period', args, valuePlace(row, 'start'))];
    }),
  'recipient-data-not-collected': (facts) => {
    const collected = new Set(facts.withData('collected').map(lastPart));
    const related = (data: string): boolean =>
      ancestry(facts.terms, data).some((id) => collected.has(id)) ||
      [...collected].some((id) => ancestry(facts.terms, id).includes(data));
    return facts.all('recipient.data').flatMap((row) => {
      const [recipient = '', data = ''] = row.key;
      return related(data)
        ? []
        : [diagnostic('recipient-data-not-collected', { data, recipient }, row.place)];
    });
  },
  'recipient-without-form': (facts) => {
    const asks = whoAsksForForms(facts);
    if (asks === undefined) return [];
    return facts
      .all('recipient')
      .filter(({ values }) => values.form === undefined)
      .map((row) => diagnostic('recipient-without-form', { id: row.key[0] ?? '', asks }, row.place));
  },
  'form-unlike-category': (facts) =>
    facts.all('recipient').flatMap((row) => {
      const { form, category } = row.values;
      const fitting = fittingForms[String(category)] ?? [];
      if (category === undefined || form === undefined || fitting.includes(String(form))) return [];
      const args = { form: String(form), category: String(category), fitting };
      return [diagnostic('form-unlike-category', args, valuePlace(row, 'form'))];
    }),
  'conflicting-age': (facts) => {
    const bounds = [...facts.all('definition'), ...facts.all('minors')].filter(
      (row) => row.values.age !== undefined,
    );
    return bounds.flatMap((row, index) => {
      const first = bounds
        .slice(0, index)
        .find((one) => ageWords(one) !== ageWords(row) && overlaps(facts, one, row));
      if (!first) return [];
      const related = [{ place: valuePlace(first, 'age'), role: 'other-bound' as const }];
      const args = { first: ageWords(first), second: ageWords(row) };
      return [diagnostic('conflicting-age', args, valuePlace(row, 'age'), related)];
    });
  },
};

/** The profile, or the list of the policy itself, that distinguishes recipients by how they get data. */
function whoAsksForForms(facts: Facts): string | undefined {
  if (facts.of('policy.profile', 'policy').some(({ key }) => key[1] === 'cn-pipl')) return 'cn-pipl';
  const isByForm = facts.watches().some(({ key }) => watchFromKey(key[2] ?? '').form !== undefined);
  return isByForm ? 'the list of material changes, which watches forms,' : undefined;
}

/** The retention clauses that cover a collected item: by the category or one above it, the function, or a purpose. */
function coveringOf(facts: Facts, item: Row): readonly string[] {
  const [id = '', data = ''] = item.key;
  const above = ancestry(facts.terms, data);
  const purposes = new Set(facts.rows.below('function.data.purpose', id, data).map((row) => row.key[2]));
  return [
    ...facts.all('retention.data').filter((row) => above.includes(row.key[1] ?? '')),
    ...facts.all('retention.function').filter((row) => row.key[1] === id),
    ...facts.all('retention.purpose').filter((row) => purposes.has(row.key[1])),
  ].map(ownerOf);
}

/** The retention clauses by which a collected item is kept: those that cover it, else the default. */
export function keepersOf(facts: Facts, item: Row): readonly Row[] {
  const covering = new Set(coveringOf(facts, item));
  return facts
    .all('retention')
    .filter((row) => (covering.size === 0 ? row.values.default === true : covering.has(row.key[0] ?? '')));
}

/** Whether two clauses may share a reader; clauses for different regions do not. */
function overlaps(facts: Facts, a: Row, b: Row): boolean {
  const limits = (row: Row, dimension: string): readonly (string | undefined)[] =>
    facts.of('applies', row.key[0] ?? '').flatMap(({ key }) => (key[1] === dimension ? [key[2]] : []));
  return dimensions.every((dimension) => {
    const [mine, theirs] = [limits(a, dimension), limits(b, dimension)];
    return mine.length === 0 || theirs.length === 0 || mine.some((one) => theirs.includes(one));
  });
}

function ageWords(row: Row): string {
  return row.values.inclusive === true ? `${row.values.age} and under` : `under ${row.values.age}`;
}

/** Whether the function of an item itself states how long its data is kept. */
function keepsItself(facts: Facts, item: Row): boolean {
  return facts.rows.one('function', item.key[0] ?? '')?.values.keeps !== undefined;
}

/** Whether a promise says that an item never leaves the reader's device, so that nobody else keeps it. */
function staysOnDevice(facts: Facts, item: Row): boolean {
  const [id = '', data = ''] = item.key;
  return facts.all('commitment').some(({ key, values }) => {
    if (values.promise !== 'never' || values.act !== 'take-off-device') return false;
    const named = (relation: 'commitment.function' | 'commitment.data') =>
      facts.of(relation, key[0] ?? '').map((row) => row.key[1] ?? '');
    const [functions, categories] = [named('commitment.function'), named('commitment.data')];
    const above = ancestry(facts.terms, data);
    return (
      (functions.length === 0 || functions.includes(id)) &&
      (categories.length === 0 || categories.some((one) => above.includes(one)))
    );
  });
}
