import { parse } from 'csv-parse/sync';
import { isDate } from '../base/date.ts';
import { parseDuration } from '../base/duration.ts';
import { idFor, type LeftOut, type Read, seen, stated, withIds } from './entry.ts';
import { type Column, columnsCalled } from './headings.ts';

/** Finds the id for a name that other tools use; undefined if policyc has none. */
export interface Lookup {
  readonly country: (name: string) => string | undefined;
  readonly data: (name: string) => string | undefined;
  readonly purpose: (name: string) => string | undefined;
}

/**
 * Reads a table exported by a vendor tool; undefined if it is not a table. What has no id here is left out and
 * reported.
 */
export function readVendorCsv(text: string, lookup: Lookup): Read | undefined {
  const [header = [], ...body] = rowsOf(text) ?? [];
  if (header.length > mostColumns) return undefined;
  const fields = columnsCalled(header);
  if (!fields.includes('name')) return undefined;
  const leftOut: LeftOut[] = [];
  const entries = withIds(
    body.flatMap((cells) => {
      const cell = (field: Column): string => cells[fields.indexOf(field)] ?? '';
      const name = seen(cell('name'));
      return name === '' ? [] : [entryOf(name, cell, lookup, leftOut)];
    }),
  ).map(({ given, ...entry }) => (given === undefined ? entry : { ...entry, id: given }));
  return { entries, leftOut, columns: header.filter((_, at) => fields[at] === undefined) };
}

function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  const options = { trim: true, skip_empty_lines: true, bom: true, relax_column_count: true };
  const [delimiter, record_delimiter] = [delimiterOf(text), lineEndsOf(text)];
  try {
    return parse(text, { ...options, delimiter, record_delimiter }) as string[][];
  } catch {
    return undefined;
  }
}

/** The entry of a row; adds to `leftOut` what it has and we have no id or form for. */
function entryOf(name: string, cell: (field: Column) => string, lookup: Lookup, leftOut: LeftOut[]) {
  const take = (field: Column, value: string, taken: string | undefined): string | undefined => {
    if (value !== '' && taken === undefined) leftOut.push({ entry: name, field, value });
    return taken;
  };
  const list = (field: Column, find: (one: string) => string | undefined): readonly string[] => [
    ...new Set(itemsOf(cell(field), find).flatMap((one) => take(field, one, find(one)) ?? [])),
  ];
  const value = (field: Column, form: (text: string) => string | undefined): string | undefined =>
    take(field, cell(field), form(cell(field)));
  const isOurs = itemsOf(cell('purposes'), lookup.purpose).every(lookup.purpose);
  // A purpose without an id here is still told to readers.
  const why = new Set([isOurs ? '' : cell('purposes'), cell('why')]);
  return stated({
    name,
    given: idFor(cell('id')),
    provider: cell('provider'),
    role: value('role', roleOf),
    url: value('url', addressOf),
    countries: list('countries', countryBeside(cell('countries'), lookup.country)),
    data: list('data', lookup.data),
    purposes: list('purposes', lookup.purpose),
    why: [...why].filter((one) => one !== '').join('. '),
    from: value('from', dateOf),
    until: value('until', dateOf),
    lifetime: value('lifetime', periodOf),
    keeps: value('keeps', (text) => (periodOf(text) === 'session' ? undefined : periodOf(text))),
  });
}

/** Real exports have a few dozen columns, and each heading is compared with all known names. */
const mostColumns = 1000;

/** How lines end. When left to find out, the parser tests each character of the first line, at a microsecond each. */
function lineEndsOf(text: string): string[] {
  return /\r\n?|\n/.exec(text)?.[0] === '\r' ? ['\r'] : ['\r\n', '\n'];
}

function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  const count = (mark: string): number => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Splits a cell into its values. A value may contain a comma: one that is known as a whole is not split. */
function itemsOf(cell: string, find: (one: string) => string | undefined): readonly string[] {
  const parted = (text: string, mark: RegExp): string[] =>
    text.split(mark).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  return parted(cell, /[;\n|]/).flatMap((one) => (find(one) === undefined ? parted(one, /[,/]/) : [one]));
}

/**
 * Finds the countries of a cell. Two letters beside a place that is not a country may be a state or province: Mountain
 * View, CA is not in Canada. A country is recognised if it is written out, or if the cell holds nothing but countries.
 */
function countryBeside(cell: string, find: Lookup['country']): Lookup['country'] {
  const hasPlaces = itemsOf(cell, find).some((one) => find(one) === undefined);
  return (one) =>
    hasPlaces && /^[A-Z]{2}$/i.test(one) && !/^(?:EU|UK|US)$/i.test(one) ? undefined : find(one);
}

const roles: Readonly<Record<string, string>> = {
  processor:
    'processor, data processor, Auftragsverarbeiter, sous-traitant, encargado, 委託先, 受托方, 受託者',
  'sub-processor':
    'sub-processor, subprocessor, Unterauftragsverarbeiter, sous-traitant ultérieur, subencargado, 再委託先, 再受托方, 複委託',
  controller:
    'controller, data controller, Verantwortlicher, responsable du traitement, responsable del tratamiento, 管理者, 个人信息处理者',
  'joint-controller':
    'joint controller, gemeinsam Verantwortlicher, responsable conjoint, corresponsable, 共同管理者, 共同处理者',
  component: 'component, SDK, software',
};

function roleOf(text: string): string | undefined {
  const plain = (one: string): string =>
    one
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ');
  return Object.keys(roles).find((role) =>
    roles[role]?.split(', ').some((one) => plain(one) === plain(text)),
  );
}

function addressOf(text: string): string | undefined {
  if (/^https:\/\/\S+$/.test(text)) return text;
  return /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(text) ? `https://${text}` : undefined;
}

/** A date that can be read in only one way: 05/02/2024 may be in May or in February. */
function dateOf(text: string): string | undefined {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?$/.exec(text) ?? [];
  const [, dayFirst = '', monthThen = '', yearLast] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const written = [
    year ?? yearLast,
    (month || monthThen).padStart(2, '0'),
    (day || dayFirst).padStart(2, '0'),
  ].join('-');
  return isDate(written) ? written : undefined;
}

const units: Readonly<Record<string, string>> = {
  D: 'day days d Tag Tage Tagen jour jours día días 日 日間 天',
  W: 'week weeks Woche Wochen semaine semaines semana semanas 週間 周 週',
  M: 'month months Monat Monate Monaten mois mes meses か月 ヶ月 カ月 个月 個月',
  Y: 'year years y Jahr Jahre Jahren an ans année années año años 年 年間',
};

const sessions =
  /^(?:(?:end of |browser )?session(?: cookie)?|(?:Sitzung|Session)s?(?:ende)?|sesión|会话|會話|会话期间|セッション)$/i;

/** Reads `session`, `90 days`, `2 Jahre`, `13 mois`, `1年`, `P1Y`. */
export function periodOf(text: string): string | undefined {
  if (sessions.test(text)) return 'session';
  if (parseDuration(text)) return text;
  const [, count, called = ''] = /^(\d{1,5}) ?(\D{1,8})$/u.exec(text) ?? [];
  const unit = Object.keys(units).find((one) =>
    units[one]?.toLowerCase().split(' ').includes(called.toLowerCase()),
  );
  return count === undefined || unit === undefined ? undefined : `P${count}${unit}`;
}
