import { replaceHidden } from '../base/hidden.ts';
import { limits } from '../base/limits.ts';

/** An entry of a register as another tool knows it: what that tool does not state is left out. */
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

/** What was read, and what of it no field of a register could take over. */
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

/** An id for a name: lower-case letters, digits and hyphens. Empty for a name without any. */
export function idFor(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The same entries with an id each: a second one of a name has a number behind it. */
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

/** A map without what is not stated, and without what nobody can see: whoever wrote the list may have meant a terminal. */
export function stated<Map extends object>(map: Map): Map {
  return Object.fromEntries(
    Object.entries(map)
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(seen) : seen(value)] as const)
      .filter(
        ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
      ),
  ) as Map;
}

/** What of a value somebody can see, without what makes a spreadsheet take it for a formula. */
export function seen<Value>(value: Value): Value | string {
  if (typeof value !== 'string') return value;
  const text = replaceHidden(value, () => '').trim();
  const plain = scopedPackage.test(text) ? text : text.replace(formulaSigns, '$<end>').trim();
  // What is printed begins no line with words of a stranger: the log of a job obeys some.
  return plain.replace(/[^\S\r\n]{0,8}[\r\n]\s*/g, ' ');
}

const scopedPackage = /^@[\w.~-]+\/[\w.~-]+$/;
/** Some programs end a cell at each of these, whatever quotes say. */
const formulaSigns = /(?<end>^|[;\t\r\n])[^\S;\t\r\n]{0,8}[=+\-@＝＋－＠][=+\-@＝＋－＠\s]{0,80}/g;

/** What no register holds is left out, and said: an entry whose name or id is too long, and values that are. */
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

/** Values that are a name, or no longer than one. */
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
