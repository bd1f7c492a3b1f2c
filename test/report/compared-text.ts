import { comparePolicies } from '../../src/diff/compare.ts';
import type { Policy } from '../../src/model/policy.ts';
import { diffReportText } from '../../src/report/diff-text.ts';
import { styleFor } from '../../src/report/style.ts';

/** The report of a comparison as text, with no notes and no colours. */
export function comparedText(base: Policy, head: Policy): string {
  const comparison = comparePolicies(base, head);
  return diffReportText(
    {
      ...comparison,
      policy: 'sample',
      path: '.',
      base: { label: 'before', title: 'before' },
      head: { label: 'after', title: 'after' },
      changes: comparison.changes.map((change) => ({ ...change, decided: change.verdict })),
      locales: head.locales,
      statesFacts: (owner) =>
        head.facts.some(({ relation, key }) => relation !== 'statement' && key[0] === owner),
      problems: [],
      textOf: () => undefined,
    },
    styleFor(false),
  );
}
