import type { Policy, Row } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import { holdsIn, idAt, lastOf, type Scope } from './uses.ts';

/** How long something is kept, as a clause of the policy states it. */
export interface Kept {
  readonly clause: string;
  /** A period, `forever` or `while-active`; undefined if only a criterion is stated. */
  readonly period: string | undefined;
  /** From when the period runs, for at least how long, and what happens then; empty where it is not stated. */
  readonly start: string;
  readonly atLeast: string;
  readonly expiry: string;
  readonly countries: readonly string[];
}

/**
 * The retention that applies to what a clause collects: from retention clauses that name the clause, its data or its
 * purposes; else from the clause itself; else from the default retention clause. Empty if nothing is stated.
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
  if (meant.length === 0 && own !== undefined) return [{ ...unsaid, clause, period: String(own) }];
  const found = meant.length > 0 ? meant : all.filter(({ values }) => values.default === true);
  return found.map((row) => {
    const id = idAt(row.key, 0);
    const { period, start = '', atLeast = '', expiry = '' } = row.values;
    const countries = lastOf(rows.below('retention.country', id));
    return {
      clause: id,
      period: period === undefined ? undefined : String(period),
      start: String(start),
      atLeast: String(atLeast),
      expiry: String(expiry),
      countries,
    };
  });
}

const unsaid = { start: '', atLeast: '', expiry: '', countries: [] };
