import { addDays, isDate } from '../base/date.ts';
import { diagnostic } from '../base/diagnostic.ts';
import { mostDays } from '../base/duration.ts';
import type { Policy, Row } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import type { Ending } from './on-day.ts';
import { type Facts, type Rule, valuePlace } from './rule.ts';

const kinds = ['recipient', 'technology'] as const;

/** What the dates of a register owe each other: days that exist, in order, with the time to object that is promised. */
export const registerRules: readonly Rule[] = [
  {
    code: 'register-date-impossible',
    check: (facts) =>
      entriesOf(facts).flatMap(({ row, entry }) =>
        ['announced', 'from', 'until'].flatMap((field) => {
          const date = row.values[field];
          if (date === undefined || isDate(String(date))) return [];
          const args = { entry, field, date: String(date) };
          return [diagnostic('register-date-impossible', args, valuePlace(row, field))];
        }),
      ),
  },
  {
    code: 'register-dates-crossed',
    check: (facts) =>
      entriesOf(facts).flatMap(({ row, entry }) => {
        const { from, until } = row.values;
        if (from === undefined || until === undefined || from <= until) return [];
        const args = { entry, from: String(from), until: String(until) };
        return [diagnostic('register-dates-crossed', args, valuePlace(row, 'until'))];
      }),
  },
  {
    code: 'register-objection-cut',
    check: (facts) =>
      entriesOf(facts).flatMap(({ row, entry, objectWithin }) => {
        const [announced, from] = [String(row.values.announced), String(row.values.from)];
        const days = mostDays(objectWithin);
        if (days === undefined || !isDate(announced) || !isDate(from)) return [];
        const earliest = addDays(announced, days);
        if (from > earliest) return [];
        return [
          diagnostic('register-objection-cut', { entry, announced, from, earliest }, valuePlace(row, 'from')),
        ];
      }),
  },
];

interface Entry {
  readonly row: Row;
  readonly entry: string;
  readonly objectWithin: string;
}

function entriesOf(facts: Facts): Entry[] {
  return kinds.flatMap((kind) =>
    facts.all(`${kind}.listed`).map((row) => {
      const [owner = '', entry = ''] = row.key;
      return { row, entry, objectWithin: String(facts.rows.one(kind, owner)?.values.objectWithin ?? '') };
    }),
  );
}

/** The entries of all registers that end on a day. */
export function endingsIn(policy: Policy): Ending[] {
  return kinds.flatMap((kind) =>
    rowsIn(policy)
      .all(`${kind}.listed`)
      .flatMap((row) =>
        row.values.until === undefined
          ? []
          : [{ entry: row.key[1] ?? '', until: String(row.values.until), place: valuePlace(row, 'until') }],
      ),
  );
}
