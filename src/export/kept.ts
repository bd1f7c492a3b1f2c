import type { Policy, Row } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import { holdsIn, idAt, lastOf, type Scope } from './uses.ts';

/** For how long a clause of the policy says that something is kept. */
export interface Kept {
  readonly clause: string;
  /** A period, `forever` or `while-active`; undefined where a criterion is all that is said. */
  readonly period: string | undefined;
  readonly countries: readonly string[];
}

/**
 * What retention clauses say of what a clause collects: those that name it, its data or its purposes, then what it
 * says itself, then the clause for all the rest. None where nothing is said.
 */
export function keptBy(
  policy: Policy,
  clause: string,
  used: { readonly data: readonly string[]; readonly purposes: readonly string[] },
  scope: Scope,
): readonly Kept[] {
  const rows = rowsIn(policy);
  const all = rows.all('retention').filter(({ key }) => holdsIn(rows, idAt(key, 0), scope));
  const names = (row: Row, relation: 'data' | 'function' | 'purpose', ids: readonly string[]): boolean =>
    lastOf(rows.below(`retention.${relation}`, idAt(row.key, 0))).some((id) => ids.includes(id));
  const meant = all.filter(
    (row) =>
      names(row, 'function', [clause]) ||
      names(row, 'data', used.data) ||
      names(row, 'purpose', used.purposes),
  );
  const own = rows.one('function', clause)?.values.keeps;
  if (meant.length === 0 && own !== undefined) return [{ clause, period: String(own), countries: [] }];
  const found = meant.length > 0 ? meant : all.filter(({ values }) => values.default === true);
  return found.map((row) => {
    const id = idAt(row.key, 0);
    const { period } = row.values;
    const countries = lastOf(rows.below('retention.country', id));
    return { clause: id, period: period === undefined ? undefined : String(period), countries };
  });
}
