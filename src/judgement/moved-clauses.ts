import { comparePolicies } from '../diff/compare.ts';
import { type Verdict, verdicts } from '../diff/judge.ts';
import { type Policy, type Row, sortRows } from '../model/policy.ts';

/** A clause that left a policy for another, and what it is that it says there and did not say here. */
export interface MovedClause {
  readonly id: string;
  readonly differs: Verdict | 'none';
}

/**
 * The clauses that a policy lost, and that another one has which had them not, and so has nothing to compare them with: judged
 * as if they had stayed, by the list that readers of the first were promised.
 */
export function movedClauses(
  base: Policy,
  head: Policy,
  fresh: Policy,
  freshBefore?: Policy,
): readonly MovedClause[] {
  const [come, were] = [clausesOf(fresh), freshBefore && clausesOf(freshBefore)];
  const moved = new Set(lostClauses(base, head).filter((id) => come.has(id) && !were?.has(id)));
  if (moved.size === 0) return [];
  const isMoved = ({ key }: Row): boolean => moved.has(key[0] ?? '');
  const taken = (table: 'facts' | 'prose'): readonly Row[] =>
    sortRows([...base[table].filter((row) => !isMoved(row)), ...fresh[table].filter(isMoved)]);
  const { changes } = comparePolicies(base, { ...base, facts: taken('facts'), prose: taken('prose') });
  const worstOf = (id: string): Verdict | 'none' => {
    const found = new Set(changes.flatMap(({ key, verdict }) => (key[0] === id ? [verdict] : [])));
    return verdicts.findLast((verdict) => found.has(verdict)) ?? 'none';
  };
  return [...moved].sort().map((id) => ({ id, differs: worstOf(id) }));
}

/** The clauses that a policy had and has no more. */
export function lostClauses(base: Policy, head: Policy): readonly string[] {
  const stay = clausesOf(head);
  return [...clausesOf(base)].filter((id) => !stay.has(id));
}

function clausesOf({ structure }: Policy): ReadonlySet<string> {
  return new Set(structure.flatMap(({ relation, key }) => (relation === 'clause' && key[0] ? [key[0]] : [])));
}
