import { keptWith } from '../base/on-demand.ts';
import type { Policy, Row } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import type { Difference } from './difference.ts';

/** The kind of a change of order that readers meet first: in the summary at the top of the policy. */
export const summaryOrder = 'summary-order-changed';

/** Whether what the summary says of both versions stands in another order there. */
export function changesSummary(
  difference: Difference,
  policies: { readonly base: Policy; readonly head: Policy },
): boolean {
  if (difference.is !== 'changed' || difference.head.relation === 'list') return false;
  const [before, after] = [summarised(policies.base), summarised(policies.head)];
  const order = (row: Row): string =>
    String(row.values.order ?? '')
      .split(' ')
      .filter((id) => before.has(id) && after.has(id))
      .join(' ');
  return order(difference.base) !== order(difference.head);
}

/** Whether a clause that stands in another chapter takes a summary along: only a chapter's first is shown unfolded. */
export function movesSummary(
  difference: Difference,
  policies: { readonly base: Policy; readonly head: Policy },
): boolean {
  if (difference.is !== 'changed') return false;
  const has = (policy: Policy, { key: [id = ''] }: Row): boolean =>
    rowsIn(policy).below('prose', id, 'summary').length > 0;
  return has(policies.base, difference.base) && has(policies.head, difference.head);
}

/** Clauses and chapters with a summary, and chapters of such clauses. */
const summarised = keptWith(({ prose, structure }: Policy): ReadonlySet<string> => {
  const owners = new Set(prose.flatMap(({ key }) => (key[1] === 'summary' ? [key[0] ?? ''] : [])));
  const chapters = structure.flatMap(({ relation, key, values }) =>
    relation === 'clause' && owners.has(key[0] ?? '') ? [String(values.chapter)] : [],
  );
  return new Set([...owners, ...chapters]);
});
