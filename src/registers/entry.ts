import { replaceHidden } from '../base/hidden.ts';
import { limits } from '../base/limits.ts';

/** An entry of a register as another tool has it, without fields that the tool does not state. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly provider?: string | undefined;
  readonly role?: string | undefined;
  readonly url?: string | undefined;
  readonly countries?: readonly string[] | undefined;
  readonly data?: readonly string[] | undefined;
  readonly purposes?: readonly string[] | undefined;
  readonly why?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly lifetime?: string | undefined;
  readonly keeps?: string | undefined;
}

/** The entries read from another tool, and what no field of a register could hold. */
export interface Read {
  readonly entries: readonly Entry[];
  readonly leftOut: readonly LeftOut[];
  readonly columns?: readonly string[];
}

export interface LeftOut {
  readonly entry: string;
  readonly field: string;
  readonly value: string;
}

/** Makes an id from a name: lower-case letters, digits and hyphens. Empty if the name has none of them. */
export function idFor(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Gives each entry an id; repeated names get a number at the end. */
export function withIds<One extends { readonly name: string }>(
  entries: readonly One[],
): (One & { readonly id: string })[] {
  const taken = new Map<string, number>();
  return entries.map((entry, at) => {
    const base = idFor(entry.name) || `entry-${at + 1}`;
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return { ...entry, id: count === 1 ? base : `${base}-${count}` };
  });
}

/** Drops empty values and invisible characters, by which the author of a list could attack a terminal. */
export function stated<Map extends object>(map: Map): Map {
  return Object.fromEntries(
    Object.entries(map)
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(seen) : seen(value)] as const)
      .filter(
        ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
      ),
  ) as Map;
}

/** The visible text of a value, without signs that make a spreadsheet take it for a formula. */
export function seen<Value>(value: Value): Value | string {
  if (typeof value !== 'string') return value;
  const text = replaceHidden(value, () => '').trim();
  const plain = scopedPackage.test(text) ? text : text.replace(formulaSigns, '$<end>').trim();
  // No printed line may begin with words from outside: some CI logs obey commands there.
  return plain.replace(/[^\S\r\n]{0,8}[\r\n]\s*/g, ' ');
}

const scopedPackage = /^@[\w.~-]+\/[\w.~-]+$/;
/** Some programs end a cell at each of these characters, even inside quotes. */
const formulaSigns = /(?<end>^|[;\t\r\n])[^\S;\t\r\n]{0,8}[=+\-@＝＋－＠][=+\-@＝＋－＠\s]{0,80}/g;

/** Leaves out what no register can hold, and reports it: entries with too long a name or id, and too long values. */
export function fitting({ entries, leftOut, ...read }: Read): Read {
  const long: LeftOut[] = [];
  const fits = (entry: Entry, field: string, value: unknown): boolean => {
    const most = named.has(field) ? limits.nameLength : limits.textCharacters;
    const over = [value].flat().find((one) => String(one).length > most);
    if (over !== undefined) long.push({ entry: entry.name, field, value: String(over) });
    return over === undefined;
  };
  const kept = entries.flatMap((entry) => {
    if (!fits(entry, 'name', entry.name) || !fits(entry, 'id', entry.id)) return [];
    return [
      Object.fromEntries(Object.entries(entry).filter((one) => fits(entry, ...one))) as unknown as Entry,
    ];
  });
  return { ...read, entries: kept, leftOut: [...leftOut, ...long] };
}

/** Fields that hold names, or values that must be as short as names. */
const named: ReadonlySet<string> = new Set([
  'id',
  'name',
  'provider',
  'role',
  'from',
  'until',
  'lifetime',
  'keeps',
]);
