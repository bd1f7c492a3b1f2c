import { comparePolicies } from '../../src/diff/compare.ts';
import { namesIn } from '../../src/diff/names.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { ComparedPolicy } from '../../src/report/compared-policy.ts';
import { diffReport } from '../../src/report/diff-report.ts';
import { formats } from '../../src/report/formats.ts';
import { styleFor } from '../../src/report/style.ts';

/** A comparison as a report takes it, with no notes. */
export function compared(base: Policy, head: Policy): ComparedPolicy {
  const comparison = comparePolicies(base, head);
  return {
    ...comparison,
    names: namesIn(head, base),
    policy: 'sample',
    path: '.',
    base: { label: 'before', title: 'before' },
    head: { label: 'after', title: 'after' },
    changes: comparison.changes.map((change) => ({ ...change, decided: change.verdict })),
    locales: head.locales,
    statesFacts: (owner) =>
      head.facts.some(({ relation, key }) => relation !== 'statement' && key[0] === owner),
    problems: [],
    fileIn: (file) => file,
    textOf: () => undefined,
  };
}

/** The report of a comparison as text, with no notes and no colours. */
export function comparedText(base: Policy, head: Policy): string {
  return formats.text(diffReport([compared(base, head)], ''), styleFor(false));
}
