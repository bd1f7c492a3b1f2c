import { areaAround } from '../model/regions.ts';
import { rowsIn } from '../model/row-index.ts';
import {
  dataLabel,
  isSensitive,
  namedValue,
  nameFor,
  purposeLabel,
  type View,
  viewOf,
} from '../render/view.ts';
import { countryName, listWords, periodWords, type Words, wordFor } from '../render/words.ts';
import type { Source, Untold } from './export.ts';
import { type Kept, keptBy } from './kept.ts';
import { textOf, titleOf } from './named.ts';
import {
  activitiesIn,
  handoversOf,
  holdsIn,
  idAt,
  lastOf,
  recipientsOf,
  type Use,
  usesBy,
  usesOf,
} from './uses.ts';

/** The columns of a record of processing activities, with the points of art. 30(1) GDPR that ask for them. */
export const recordColumns = [
  ['activity', ''],
  ['controllers', '30(1)(a)'],
  ['purposes', '30(1)(b)'],
  ['people', '30(1)(c)'],
  ['data', '30(1)(c)'],
  ['recipients', '30(1)(d)'],
  ['transfers', '30(1)(e)'],
  ['kept', '30(1)(f)'],
  ['security', '30(1)(g)'],
] as const;

type Column = (typeof recordColumns)[number][0];

/**
 * One activity: a clause that says what is collected, with what is stated about it. Empty cells are listed as untold.
 */
export type RecordRow = Readonly<Record<Column, readonly string[]>>;

/** A record for every clause that says what is collected, in the order of the rows, in the words of a language. */
export function recordsOf(source: Source): readonly RecordRow[] {
  const { policy, product, locale } = source;
  const view = viewOf(policy, locale);
  const rows = rowsIn(policy);
  const scope = { product };
  const uses = usesOf(policy, scope);
  const handovers = handoversOf(policy, scope);
  const clauses = activitiesIn(rows, scope);
  const controllers = partiesOf(view);
  const security = lastOf(
    rows.all('security.measure').filter(({ key }) => holdsIn(rows, idAt(key, 0), scope)),
  ).map((measure) => wordFor(view.words.measures, measure));
  return clauses.map((clause): RecordRow => {
    const own = usesBy(clause, uses);
    const data = [...new Set(own.map((one) => one.data))];
    const purposes = purposesOf(view, clause, own);
    const recipients = recipientsOf(rows, clause, { uses, handovers }, scope);
    return {
      activity: [`${titleOf(policy, clause, locale)} (${clause})`],
      controllers,
      purposes: purposes.map((id) => purposeIn(view, clause, id)),
      people: rows
        .below('applies', clause, 'group')
        .map(({ key }) => nameFor(view, clause, ['groups', idAt(key, 2)], idAt(key, 2))),
      data: data.map((id) => dataIn(view, id)),
      recipients: recipients.map((id) => recipientIn(view, id)),
      transfers: recipients.flatMap((id) => transfersOf(view, id)),
      kept: keptBy(policy, clause, { data, purposes }, scope).map((kept) => keptIn(view, kept)),
      security,
    };
  });
}

/** Columns where an empty cell means “none” rather than “not stated”. */
const mayBeEmpty: ReadonlySet<string> = new Set(['recipients', 'transfers']);

/** What is missing, in one line for each column rather than for each activity. */
export function untoldIn(records: readonly RecordRow[], words: Words): Untold[] {
  const { columns } = words.records;
  return recordColumns.flatMap(([column]): Untold[] => {
    if (mayBeEmpty.has(column)) return [];
    const without = records.filter((record) => record[column].length === 0);
    if (without.length === 0) return [];
    return [{ about: columns[column], because: notSaid(without, records.length, words) }];
  });
}

/** Of which activities a column says nothing: by their names, where they are few. */
function notSaid(without: readonly RecordRow[], all: number, words: Words): string {
  const { saidOfNone, notSaidOf, notSaidOfMany } = words.records;
  const named = without.map(({ activity }) => idAt(activity, 0));
  if (without.length < 4) return notSaidOf(listWords(words, named));
  return without.length === all ? saidOfNone : notSaidOfMany(without.length, all);
}

const roleOrder = ['controller', 'joint-controller', 'representative', 'protection-officer'];

function partiesOf(view: View): readonly string[] {
  const { words } = view;
  const of = (id: string, value: string): string => namedValue(view, 'party', id, value);
  return view.rows
    .all('party')
    .filter(({ values }) => roleOrder.includes(String(values.role)))
    .toSorted((a, b) => roleOrder.indexOf(String(a.values.role)) - roleOrder.indexOf(String(b.values.role)))
    .map(({ key, values }) => {
      const id = idAt(key, 0);
      const name = withBrackets(words, of(id, 'name'), wordFor(words.records.roles, String(values.role)));
      const address = of(id, 'address');
      const country = values.country === undefined ? '' : countryName(words, String(values.country));
      return [
        name,
        address,
        address.includes(country) ? '' : country,
        of(id, 'department'),
        of(id, 'officer'),
      ]
        .filter((part) => part !== '')
        .join(words.clauseSeparator);
    });
}

/** The purposes of a clause, and those of the data it uses. */
function purposesOf({ rows }: View, clause: string, uses: readonly Use[]): readonly string[] {
  return [...new Set([...rows.ids('function.purpose', clause), ...uses.flatMap(({ purposes }) => purposes)])];
}

function purposeIn(view: View, clause: string, id: string): string {
  const basis = view.rows.value('function.purpose', [clause, id], 'basis');
  return withBrackets(view.words, purposeLabel(view, id), wordFor(view.words.records.bases, basis));
}

function dataIn(view: View, id: string): string {
  return withBrackets(view.words, dataLabel(view, id), isSensitive(view, id) ? view.words.sensitive : '');
}

/** How long, from when, what else settles it, and what becomes of data that is not deleted then. */
function keptIn(
  { words, policy, locale }: View,
  { clause, period, start, atLeast, expiry, countries }: Kept,
): string {
  const time = period === undefined ? '' : periodWords(words, period);
  const how = [
    time === '' || start === '' ? time : words.periodFrom(time, wordFor(words.starts, start)),
    atLeast === '' ? '' : words.labels.atLeast + words.colon + periodWords(words, atLeast),
    textOf(policy, clause, 'criterion', locale) ?? '',
    expiry === 'deleted' ? '' : wordFor(words.expiries, expiry),
  ].filter((part) => part !== '');
  const told = how.map((part) => part.replace(/[.。]$/, '')).join(words.clauseSeparator);
  return withBrackets(words, told === '' ? titleOf(policy, clause, locale) : told, namesOf(words, countries));
}

function recipientIn(view: View, id: string): string {
  const category = view.rows.value('recipient', [id], 'category');
  return withBrackets(view.words, recipientName(view, id), wordFor(view.words.categories, category));
}

function recipientName(view: View, id: string): string {
  return namedValue(view, 'recipient', id, 'name') || titleOf(view.policy, id, view.locale);
}

/** The countries, other than the controllers' own, to which a recipient takes data, and the safeguards. */
function transfersOf(view: View, id: string): string[] {
  const { rows, words } = view;
  const abroad = [
    ...new Set([...rows.ids('recipient.country', id), ...lastOf(rows.all('recipient.listed.country', id))]),
  ].filter(isAbroadIn(view));
  if (abroad.length === 0) return [];
  const mechanism = rows.value('recipient', [id], 'mechanism');
  const safeguards = [
    mechanism === 'consent' ? words.records.bases.consent : wordFor(words.mechanisms, mechanism),
    namedValue(view, 'recipient', id, 'mechanismName'),
  ].filter((part) => part !== '');
  const to = recipientName(view, id) + words.colon + namesOf(words, abroad);
  return [withBrackets(words, to, safeguards.join(words.clauseSeparator))];
}

/**
 * Whether a country differs from that of some controller. All countries of the EEA count as one; without a stated home,
 * every country is abroad.
 */
function isAbroadIn({ rows }: View): (country: string) => boolean {
  const homes = rows
    .all('party')
    .flatMap(({ values }) =>
      values.role === 'controller' && values.country ? [String(values.country)] : [],
    );
  return (country) => homes.length === 0 || homes.some((home) => areaAround(home) !== areaAround(country));
}

function namesOf(words: Words, countries: readonly string[]): string {
  return countries.map((code) => countryName(words, code)).join(words.listSeparator);
}

/** A text, followed by details in brackets if there are any. */
function withBrackets({ open, close }: Words, text: string, said: string): string {
  return said === '' ? text : text + open + said + close;
}
