import { addDays, isDate } from '../../base/date.ts';
import { mostDays } from '../../base/duration.ts';
import type { Row } from '../../model/policy.ts';
import { webAddress } from '../address.ts';
import { type Fact, type Grid, grid } from '../nodes.ts';
import { dataNames, nameFor, purposeNames, type View } from '../view.ts';
import { capitalise, countryName, dateWords, listWords, periodWords, wordFor } from '../words.ts';
import { say } from './clause.ts';

type Listing = 'recipient' | 'technology';

/** The companies or components in a clause's list. Links can lead to each row by its id. */
export function listedEntries(view: View, relation: `${Listing}.listed`, id: string): Grid[] {
  const { rows, words } = view;
  const { labels } = words;
  const entries = rows.all(relation, id);
  const table = grid(
    words.lists.listed,
    [
      labels.name,
      labels.provider,
      labels.formerName,
      labels.role,
      labels.products,
      labels.data,
      labels.purposes,
      labels.countries,
      labels.lifetime,
      labels.keeps,
      labels.announced,
      labels.objectUntil,
      labels.from,
      labels.until,
      labels.theirPolicy,
    ],
    entries.map((row) => cellsOf(view, relation, row)),
  );
  return table.map((one) => ({ ...one, ids: entries.map(({ key }) => entryId(id, key[1] ?? '')) }));
}

/** The anchor of a register's entry. No id of a clause looks like this. */
export function entryId(clause: string, entry: string): string {
  return `${clause}.${entry}`;
}

export function entryName(view: View, row: Row): string {
  return named(view, row, 'name') || row.key[1] || '';
}

/** An entry's text in the language of the view; empty if there is none. */
function named(view: View, { key, values }: Row, name: string): string {
  const [id = '', entry = ''] = key;
  return values[name] === undefined ? '' : nameFor(view, id, ['entries', entry, name], String(values[name]));
}

/** Why an entry is used: in the author's words, or else the names of its purposes. */
function reason(view: View, relation: `${Listing}.listed`, row: Row): string {
  return named(view, row, 'why') || purposeNames(view, view.rows.ids(`${relation}.purpose`, ...row.key));
}

function cellsOf(view: View, relation: `${Listing}.listed`, row: Row) {
  const { rows, words } = view;
  const { key, values } = row;
  const value = (name: string): string => String(values[name] ?? '');
  const date = (name: string): string => dateWords(words, value(name));
  const lifetime = value('lifetime');
  return [
    entryName(view, row),
    named(view, row, 'provider'),
    named(view, row, 'formerName'),
    capitalise(wordFor(words.listedRoles, value('role'))),
    listWords(words, rows.ids(`${relation}.product`, ...key)),
    dataNames(view, rows.ids(`${relation}.data`, ...key)),
    reason(view, relation, row),
    listWords(
      words,
      rows.ids(`${relation}.country`, ...key).map((code) => countryName(words, code)),
    ),
    capitalise(lifetime === 'session' ? words.session : periodWords(words, lifetime)),
    periodWords(words, value('keeps')),
    date('announced'),
    dateWords(words, objectUntil(view, relation, row)),
    date('from'),
    date('until'),
    webAddress(value('url')),
  ];
}

/** The last day on which readers can object to an entry; empty if the facts do not give one. */
function objectUntil({ rows }: View, relation: `${Listing}.listed`, { key, values }: Row): string {
  const announced = String(values.announced ?? '');
  const kind = relation === 'recipient.listed' ? 'recipient' : 'technology';
  const days = mostDays(rows.value(kind, [key[0] ?? ''], 'objectWithin'));
  return isDate(announced) && days !== undefined ? addDays(announced, days) : '';
}

/** How long readers can object to a new entry of a register. */
export function sayObjection(view: View, kind: Listing, id: string): Fact[] {
  const period = view.rows.value(kind, [id], 'objectWithin');
  return period === ''
    ? []
    : say(view, 'objection', view.words.objectWithin(periodWords(view.words, period)));
}
