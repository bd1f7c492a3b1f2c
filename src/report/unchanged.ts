import { shortened } from '../base/shortened.ts';
import { counted } from './counted.ts';
import type { PolicyReport } from './report.ts';

/** So many policies are named at most where nothing is said of them. */
const mostNamed = 20;

/** Policies of which there is something to say, and in one line those in which nothing changed, where there are several. */
export function withoutUnchanged(policies: readonly PolicyReport[]): {
  readonly told: readonly PolicyReport[];
  readonly unchanged: string | undefined;
} {
  const same = policies.length > 1 ? policies.filter(isUnchanged) : [];
  if (same.length === 0) return { told: policies, unchanged: undefined };
  const names = same.map(({ id, path }) => id ?? path);
  return {
    told: policies.filter((policy) => !same.includes(policy)),
    unchanged: `in ${counted(same.length, 'policy', 'policies')}: ${shortened(names, mostNamed)}.`,
  };
}

function isUnchanged({ problems, comparison, coverage = [] }: PolicyReport): boolean {
  if (!comparison || problems.length > 0 || comparison.verdict !== 'none') return false;
  return [comparison.groups, comparison.remarks, comparison.next, coverage].every(
    ({ length }) => length === 0,
  );
}
