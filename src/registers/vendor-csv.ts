import { parse } from 'csv-parse/sync';
import { isDate } from '../base/date.ts';
import { idFor, type LeftOut, type Read, stated, withIds } from './entry.ts';

/** The ids of what other tools call by name; undefined for what policyc has no id for. */
export interface Lookup {
  readonly country: (name: string) => string | undefined;
  readonly data: (name: string) => string | undefined;
  readonly purpose: (name: string) => string | undefined;
}

/** What other tools call the columns of a register, in small letters without spaces. */
const columns: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    id: 'id vendorid',
    name: 'name vendor vendorname subprocessor subprocessorname company companyname entity entityname service servicename cookie cookiename sdk sdkname tool thirdparty',
    provider: 'provider legalentity legalname parent parentcompany domain host owner',
    role: 'role',
    url: 'url website link privacypolicy privacypolicyurl privacyurl policyurl',
    countries:
      'countries country location locations region entitycountry entitylocation datalocation processinglocation hostinglocation corporatelocation',
    data: 'data datatypes datacategories personaldata typeofdata categoriesofdata',
    purposes: 'purposes purpose category description servicedescription function activity natureofprocessing',
    from: 'from startdate since effectivedate dateadded',
    until: 'until enddate terminated dateremoved',
    lifetime: 'lifetime duration expiry expiration maxage',
    keeps: 'keeps retention retentionperiod',
  }).flatMap(([field, names]) => names.split(' ').map((name) => [name, field])),
);

const plainly = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The first line of a table, as fields of a register; undefined when no column is a name. */
export function fieldsOf(header: readonly string[]): readonly (string | undefined)[] | undefined {
  const seen = new Set<string>();
  const fields = header.map((column) => {
    const known = columns[plainly(column)];
    const field = known !== undefined && !seen.has(known) ? known : undefined;
    if (field !== undefined) seen.add(field);
    return field;
  });
  return fields.includes('name') ? fields : undefined;
}

/** A table that a vendor tool exports; undefined when it is none. Whatever has no id here is left out, and said. */
export function readVendorCsv(text: string, lookup: Lookup): Read | undefined {
  let rows: readonly (readonly string[])[];
  const options = { trim: true, skip_empty_lines: true, bom: true, relax_column_count: true };
  try {
    rows = parse(text, { ...options, delimiter: delimiterOf(text) }) as string[][];
  } catch {
    return undefined;
  }
  const [header = [], ...body] = rows;
  const fields = fieldsOf(header);
  if (!fields) return undefined;
  const leftOut: LeftOut[] = [];
  const entries = withIds(
    body.flatMap((cells) => {
      const cell = (field: string): string => cells[fields.indexOf(field)] ?? '';
      const name = cell('name');
      if (name === '') return [];
      const take = (field: string, value: string, taken: string | undefined): string | undefined => {
        if (value !== '' && taken === undefined) leftOut.push({ entry: name, field, value });
        return taken;
      };
      const list = (field: string, find: (one: string) => string | undefined): readonly string[] => [
        ...new Set(itemsOf(cell(field), find).flatMap((one) => take(field, one, find(one)) ?? [])),
      ];
      const value = (field: string, form: (text: string) => string | undefined): string | undefined =>
        take(field, cell(field), form(cell(field)));
      return [
        stated({
          name,
          given: idFor(cell('id')),
          provider: cell('provider'),
          role: value('role', roleOf),
          url: value('url', addressOf),
          countries: list('countries', countryBeside(cell('countries'), lookup.country)),
          data: list('data', lookup.data),
          purposes: list('purposes', lookup.purpose),
          // What is no purpose of ours is still what readers are told.
          why: itemsOf(cell('purposes'), lookup.purpose).every(lookup.purpose) ? '' : cell('purposes'),
          from: value('from', dateOf),
          until: value('until', dateOf),
          lifetime: value('lifetime', periodOf),
          keeps: value('keeps', (text) => (periodOf(text) === 'session' ? undefined : periodOf(text))),
        }),
      ];
    }),
  ).map(({ given, ...entry }) => (given === undefined ? entry : { ...entry, id: given }));
  return { entries, leftOut, columns: header.filter((_, at) => fields[at] === undefined) };
}

function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  const count = (mark: string): number => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** One value may hold a comma: only what is known whole is not parted. */
function itemsOf(cell: string, find: (one: string) => string | undefined): readonly string[] {
  const parted = (text: string, mark: RegExp): string[] =>
    text.split(mark).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  return parted(cell, /[;\n|]/).flatMap((one) => (find(one) === undefined ? parted(one, /[,/]/) : [one]));
}

/**
 * The countries of a cell. Two letters beside a place that is no country may be a state or a province: Mountain View, CA
 * is not in Canada. Written out, or among countries alone, a country is one.
 */
function countryBeside(cell: string, find: Lookup['country']): Lookup['country'] {
  const hasPlaces = itemsOf(cell, find).some((one) => find(one) === undefined);
  return (one) =>
    hasPlaces && /^[A-Z]{2}$/i.test(one) && !/^(?:EU|UK|US)$/i.test(one) ? undefined : find(one);
}

function roleOf(text: string): string | undefined {
  const role = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace('subprocessor', 'sub-processor');
  return ['processor', 'sub-processor', 'controller', 'joint-controller', 'component'].find(
    (one) => one === role,
  );
}

function addressOf(text: string): string | undefined {
  if (/^https:\/\/\S+$/.test(text)) return text;
  return /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(text) ? `https://${text}` : undefined;
}

function dateOf(text: string): string | undefined {
  return isDate(text) ? text : undefined;
}

const units: Readonly<Record<string, string>> = { day: 'D', week: 'W', month: 'M', year: 'Y' };

/** `session`, `90 days`, `P1Y`. */
export function periodOf(text: string): string | undefined {
  if (/^session$/i.test(text)) return 'session';
  if (/^P(?=[0-9])[0-9YMWD]+$/.test(text)) return text;
  const [, count, unit = ''] = /^(\d{1,5}) ?(day|week|month|year)s?$/i.exec(text) ?? [];
  return count === undefined ? undefined : `P${count}${units[unit.toLowerCase()]}`;
}
