import { likelyForm } from '../model/kinds/recipient.ts';
import type { Policy, Row } from '../model/policy.ts';
import { type RowIndex, rowsIn } from '../model/row-index.ts';

/** What a policy says is collected: one category by one clause, or by one line of its register. */
export interface Use {
  readonly by: string;
  readonly kind: 'function' | 'technology';
  /** Software of others on the device. */
  readonly sdk: boolean;
  readonly data: string;
  readonly purposes: readonly string[];
  readonly source?: string;
  /** Whether readers can do without it; undefined where the facts do not say. */
  readonly optional: boolean | undefined;
}

/** What a policy says is handed over: one category to one recipient, or to one line of its register. */
export interface Handover {
  readonly to: string;
  readonly form: string;
  readonly data: string;
  readonly purposes: readonly string[];
  /** Sold, or shared for advertising across contexts, where a law defines it. What is not written says neither. */
  readonly sold: boolean;
}

/** Whom an export is about. */
export interface Scope {
  readonly channel?: string | undefined;
  readonly product?: string | undefined;
}

/** Whether a clause holds there: what it does not limit is not limited. */
export function holdsIn(rows: RowIndex, clause: string, { channel, product }: Scope): boolean {
  return isIn('channel', channel) && isIn('product', product);

  function isIn(dimension: string, value: string | undefined): boolean {
    const named = rows.below('applies', clause, dimension).map(({ key }) => key[2]);
    return value === undefined || named.length === 0 || named.includes(value);
  }
}

/** Every product that a policy names: those that it is about, and those that a clause or an entry is limited to. */
export function productsOf(policy: Policy): readonly string[] {
  const rows = rowsIn(policy);
  const limited = rows.all('applies').filter(({ key }) => key[1] === 'product');
  const named = (['scope.product', 'recipient.listed.product', 'technology.listed.product'] as const).flatMap(
    (relation) => rows.all(relation),
  );
  return [...lastOf([...limited, ...named])].sort();
}

/** Everything that is collected there, in the order of the rows. */
export function usesOf(policy: Policy, scope: Scope): readonly Use[] {
  const rows = rowsIn(policy);
  const there = ({ key }: Row): boolean => holdsIn(rows, idAt(key, 0), scope);
  const functions = rows.all('function.data').flatMap((row): Use[] => {
    if (!there(row)) return [];
    const [by, data] = [idAt(row.key, 0), idAt(row.key, 1)];
    const { source } = row.values;
    return [
      {
        ...{ by, kind: 'function', sdk: row.values.method === 'sdk', data },
        purposes: lastOf(rows.below('function.data.purpose', by, data)),
        ...(source === undefined ? {} : { source: String(source) }),
        optional: canBeRefused(row, rows.one('function', by)),
      },
    ];
  });
  const technologies = rows.all('technology').filter(there);
  return [...functions, ...technologies.flatMap((row) => usesOfTechnology(rows, row, scope))];
}

function canBeRefused(data: Row, clause: Row | undefined): boolean | undefined {
  if (data.values.required === false || clause?.values.tier === 'additional') return true;
  return data.values.required === true && clause?.values.tier === 'basic' ? false : undefined;
}

function usesOfTechnology(rows: RowIndex, { key, values }: Row, { product }: Scope): Use[] {
  const clause = idAt(key, 0);
  const purposes = lastOf(rows.below('technology.purpose', clause));
  const optional = values.necessary === true ? false : values.optOut === true ? true : undefined;
  const make = (by: string, data: string, own: readonly string[]): Use => ({
    ...{ by, kind: 'technology', sdk: values.type === 'sdk', data, optional },
    purposes: own.length === 0 ? purposes : own,
  });
  const listed = rows.below('technology.listed', clause).flatMap((entry) => {
    const name = idAt(entry.key, 1);
    const products = lastOf(rows.below('technology.listed.product', clause, name));
    if (product !== undefined && products.length > 0 && !products.includes(product)) return [];
    const own = lastOf(rows.below('technology.listed.purpose', clause, name));
    return lastOf(rows.below('technology.listed.data', clause, name)).map((data) =>
      make(`${clause}/${name}`, data, own),
    );
  });
  return [...lastOf(rows.below('technology.data', clause)).map((data) => make(clause, data, [])), ...listed];
}

/** Everything that is handed over there, in the order of the rows. */
export function handoversOf(policy: Policy, scope: Scope): readonly Handover[] {
  const rows = rowsIn(policy);
  return rows.all('recipient').flatMap(({ key, values }) => {
    const clause = idAt(key, 0);
    if (!holdsIn(rows, clause, scope)) return [];
    const sold = values.sale === true || values.crossContextAdvertising === true;
    const form = likelyForm(values);
    const of = (data: string, purposes: readonly string[], to = clause): Handover => {
      return { to, form, data, purposes, sold };
    };
    const all = lastOf(rows.below('recipient.purpose', clause));
    const own = lastOf(rows.below('recipient.data', clause)).map((data) => {
      const served = lastOf(rows.below('recipient.data.purpose', clause, data));
      return of(data, served.length === 0 ? all : served);
    });
    const listed = rows.below('recipient.listed', clause).flatMap((entry) => {
      const name = idAt(entry.key, 1);
      const served = lastOf(rows.below('recipient.listed.purpose', clause, name));
      return lastOf(rows.below('recipient.listed.data', clause, name)).map((data) =>
        of(data, served.length === 0 ? all : served, `${clause}/${name}`),
      );
    });
    return [...own, ...listed];
  });
}

/** The part of a key at a place; every row of a relation has as many as its shape says. */
export function idAt(key: readonly string[], at: number): string {
  return key[at] ?? '';
}

/** The last parts of the keys of rows, each once. */
export function lastOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map(({ key }) => idAt(key, key.length - 1)))];
}
