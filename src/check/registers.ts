import { addDays, isDate } from '../base/date.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { mostDays } from '../base/duration.ts';
import type { Policy, Row } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import type { Ending } from './on-day.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';

const kinds = ['recipient', 'technology'] as const;

/** What the dates of a register owe each other: days that exist, in order, with the time to object that is promised. */
export const registerRules: Rules = {
  'register-date-impossible': (facts) =>
    entriesOf(facts).flatMap(({ row, entry }) =>
      ['announced', 'from', 'until'].flatMap((field) => {
        const date = row.values[field];
        if (date === undefined || isDate(String(date))) return [];
        const args = { entry, field, date: String(date) };
        return [diagnostic('register-date-impossible', args, valuePlace(row, field))];
      }),
    ),
  'register-dates-crossed': (facts) =>
    entriesOf(facts).flatMap(({ row, entry }) => {
      const { from, until } = row.values;
      if (from === undefined || until === undefined || from <= until) return [];
      const args = { entry, from: String(from), until: String(until) };
      return [diagnostic('register-dates-crossed', args, valuePlace(row, 'until'))];
    }),
  'register-objection-cut': (facts) =>
    entriesOf(facts).flatMap(({ row, entry, objectWithin }) => {
      const [announced, from] = [String(row.values.announced), String(row.values.from)];
      const days = mostDays(objectWithin);
      if (days === undefined || !isDate(announced) || !isDate(from)) return [];
      return objectionCut({ row, entry }, announced, from, days);
    }),
};

interface Entry {
  readonly row: Row;
  readonly entry: string;
  readonly objectWithin: string;
}

function objectionCut(
  { row, entry }: Pick<Entry, 'row' | 'entry'>,
  announced: string,
  from: string,
  days: number,
): Diagnostic[] {
  const earliest = addDays(announced, days);
  if (from > earliest) return [];
  const place = row.values.from === undefined ? row.place : valuePlace(row, 'from');
  return [diagnostic('register-objection-cut', { entry, announced, from, earliest }, place)];
}

/** When a version is published and takes effect, and what its clauses waive until when: the clause and the rule. */
interface CutDays {
  readonly published: string;
  readonly effective?: string;
  readonly waived?: ReadonlyMap<string, string> | undefined;
}

/**
 * Entries that a version brings, or begins earlier than the one before said, and that it is the first to tell of: the time
 * to object runs from the day of publication. Without a day of effect only those with a first day are known to be early.
 */
export function entriesCutShort(base: Policy, head: Policy, cut: CutDays): Diagnostic[] {
  const { effective } = cut;
  const [before, now] = [rowsIn(base), rowsIn(head)];
  return kinds.flatMap((kind) =>
    now.all(`${kind}.listed`).flatMap((row) => {
      const [owner = '', entry = ''] = row.key;
      const days = mostDays(String(now.one(kind, owner)?.values.objectWithin ?? ''));
      const from = String(row.values.from ?? effective ?? '');
      if (days === undefined || row.values.announced !== undefined || !isDate(from)) return [];
      if (isTold(before.one(`${kind}.listed`, ...row.key), from) || isWaived(cut, owner)) return [];
      return before.one(kind, owner) ? objectionCut({ row, entry }, cut.published, from, days) : [];
    }),
  );
}

/** Whether the version before said that an entry begins on that day, or earlier. */
function isTold(known: Row | undefined, from: string): boolean {
  return known !== undefined && !(String(known.values.from ?? '') > from);
}

function isWaived({ published, waived }: CutDays, owner: string): boolean {
  const until = waived?.get(`${owner} register-objection-cut`);
  return until !== undefined && (until === '' || until >= published);
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
