import { durationInEnglish } from '../base/duration-words.ts';
import type { Policy, Row } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import { countryIn } from '../words/countries.ts';
import type { Source, Untold } from './export.ts';
import { keptBy } from './kept.ts';
import { inWords, labelOf, textOf, titleOf } from './named.ts';
import { handoversOf, holdsIn, idAt, lastOf, type Use, usesOf } from './uses.ts';

/** The columns of a record of processing activities, by what GDPR art. 30(1) asks. */
export const recordColumns = [
  ['activity', 'Processing activity', ''],
  ['controllers', 'Controllers, their representatives and officers', '30(1)(a)'],
  ['purposes', 'Purposes', '30(1)(b)'],
  ['people', 'Categories of data subjects', '30(1)(c)'],
  ['data', 'Categories of personal data', '30(1)(c)'],
  ['recipients', 'Categories of recipients', '30(1)(d)'],
  ['transfers', 'Transfers to other countries, and safeguards', '30(1)(e)'],
  ['kept', 'Time limits for erasure', '30(1)(f)'],
  ['security', 'Technical and organisational security measures', '30(1)(g)'],
] as const;

type Column = (typeof recordColumns)[number][0];

/** One activity: a function or a technology, with what is said of it. An empty cell is listed as untold. */
export type RecordRow = Readonly<Record<Column, readonly string[]>>;

/** A record of processing for every function and technology, in the order of the rows. */
export function recordsOf(source: Source): {
  readonly rows: readonly RecordRow[];
  readonly untold: readonly Untold[];
} {
  const { policy, product, locale } = source;
  const rows = rowsIn(policy);
  const scope = { product };
  const uses = usesOf(policy, scope);
  const handovers = handoversOf(policy, scope);
  const clauses = [...rows.all('function'), ...rows.all('technology')]
    .map(({ key }) => idAt(key, 0))
    .filter((clause) => holdsIn(rows, clause, scope));
  const controllers = partiesOf(policy);
  const security = lastOf(
    rows.all('security.measure').filter(({ key }) => holdsIn(rows, idAt(key, 0), scope)),
  ).map(inWords);
  const records = clauses.map((clause): RecordRow => {
    const own = uses.filter(({ by }) => by === clause || by.startsWith(`${clause}/`));
    const data = [...new Set(own.map((one) => one.data))];
    const purposes = purposesOf(source, clause, own);
    const gets = new Set(
      handovers
        .filter(({ data: one, to }) => data.includes(one) && goesWith(source, idAt(to.split('/'), 0), clause))
        .map(({ to }) => idAt(to.split('/'), 0)),
    );
    const recipients = [...gets];
    const kept = keptBy(policy, clause, { data, purposes: purposes.ids }, scope);
    return {
      activity: [`${titleOf(policy, clause, locale)} (${clause})`],
      controllers,
      purposes: purposes.words,
      people: rows.below('applies', clause, 'group').map(({ key }) => idAt(key, 2)),
      data: data.map((id) => dataIn(source, id)),
      recipients: recipients.map((id) => recipientIn(source, id)),
      transfers: recipients.flatMap((id) => transfersOf(source, id)),
      kept: kept.map(({ clause: id, period, countries }) => {
        const how =
          (period && durationInEnglish(period)) ??
          textOf(policy, id, 'criterion', locale) ??
          titleOf(policy, id, locale);
        return countries.length === 0 ? inWords(how) : `${inWords(how)} (${namesOf(countries, locale)})`;
      }),
      security,
    };
  });
  return { rows: records, untold: untoldIn(records) };
}

/** Columns that are empty because there is nothing, and not because nothing is said. */
const mayBeEmpty: ReadonlySet<string> = new Set(['recipients', 'transfers']);

/** What no activity says is one line, and not one an activity. */
function untoldIn(records: readonly RecordRow[]): Untold[] {
  return recordColumns.flatMap(([column, label]): Untold[] => {
    if (mayBeEmpty.has(column)) return [];
    const without = records.filter((record) => record[column].length === 0);
    if (without.length === 0) return [];
    const named = without.map(({ activity }) => activity[0]).join(', ');
    const counted =
      without.length === records.length
        ? 'any activity'
        : `${without.length} activities of ${records.length}`;
    const where = without.length < 4 ? named : counted;
    return [{ about: label, because: `no fact says it for ${where}` }];
  });
}

const roleOrder = ['controller', 'joint-controller', 'representative', 'protection-officer'];

function partiesOf(policy: Policy): readonly string[] {
  return rowsIn(policy)
    .all('party')
    .filter(({ values }) => roleOrder.includes(String(values.role)))
    .toSorted((a, b) => roleOrder.indexOf(String(a.values.role)) - roleOrder.indexOf(String(b.values.role)))
    .map(({ values }) => {
      const { name, role, country, address, department, officer } = values;
      return [`${name} (${inWords(role)})`, address, country, department, officer]
        .filter((part) => part !== undefined)
        .join(', ');
    });
}

function purposesOf(
  { policy, locale }: Source,
  clause: string,
  uses: readonly Use[],
): { readonly ids: readonly string[]; readonly words: readonly string[] } {
  const rows = rowsIn(policy);
  const stated = lastOf(rows.below('function.purpose', clause));
  const ids = [...new Set([...stated, ...uses.flatMap(({ purposes }) => purposes)])];
  const words = ids.map((id) => {
    const basis = rows.one('function.purpose', clause, id)?.values.basis;
    return `${labelOf(policy, 'purposes', id, locale)}${basis === undefined ? '' : ` (${inWords(basis)})`}`;
  });
  return { ids, words };
}

function dataIn({ policy, locale }: Source, id: string): string {
  const levels = rowsIn(policy).below('sensitivity', id);
  const sensitive = levels.some(({ values }) => Object.values(values).includes('yes'));
  return `${labelOf(policy, 'data', id, locale)}${sensitive ? ' (sensitive)' : ''}`;
}

/** Whether what a clause collects goes to a recipient: to one of that function alone, or of all. */
function goesWith({ policy, product }: Source, recipient: string, clause: string): boolean {
  const rows = rowsIn(policy);
  const only = lastOf(rows.below('recipient.function', recipient));
  return holdsIn(rows, recipient, { product }) && (only.length === 0 || only.includes(clause));
}

function recipientIn({ policy, locale }: Source, id: string): string {
  const { name, category, form } = rowsIn(policy).one('recipient', id)?.values ?? {};
  const kind = [category, form].filter((part) => part !== undefined).map(inWords);
  return `${name ?? titleOf(policy, id, locale)}${kind.length === 0 ? '' : ` (${kind.join(', ')})`}`;
}

function transfersOf({ policy, locale }: Source, id: string): string[] {
  const rows = rowsIn(policy);
  const row: Row | undefined = rows.one('recipient', id);
  const listed = rows.below('recipient.listed.country', id);
  const countries = [...new Set([...lastOf(rows.below('recipient.country', id)), ...lastOf(listed)])];
  if (countries.length === 0) return [];
  const { mechanism, mechanismName, name } = row?.values ?? {};
  const safeguard = [mechanism, mechanismName].filter((part) => part !== undefined).map(inWords);
  const to = `${name ?? titleOf(policy, id, locale)}: ${namesOf(countries, locale)}`;
  return [safeguard.length === 0 ? to : `${to} (${safeguard.join(', ')})`];
}

function namesOf(countries: readonly string[], locale: string): string {
  return countries.map((code) => countryIn(locale, code) ?? code).join(', ');
}
