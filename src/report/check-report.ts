import type { Diagnostic } from '../base/diagnostic.ts';
import type { ProfileCoverage } from '../check/law/hold.ts';
import { counted } from './counted.ts';
import { countProblems, foundProblems } from './problem-finding.ts';
import type { Closing, PolicyReport, Report } from './report.ts';

/** The id of a policy, and its size. */
export interface PolicySize {
  readonly id: string;
  readonly locales: readonly string[];
  readonly clauses: number;
}

/** What `check` found in one policy, or in the workspace. */
export interface CheckedPolicy {
  /** The folder, relative to where the command ran. */
  readonly path: string;
  /** Undefined if it has errors. */
  readonly policy: PolicySize | undefined;
  readonly isWorkspace?: true;
  readonly problems: readonly Diagnostic[];
  /** How far it meets the legal profiles that were asked about. */
  readonly coverage?: readonly ProfileCoverage[] | undefined;
  /** The path of a file of the folder from where the command ran. */
  readonly fileIn: (file: string) => string;
  readonly textOf: (file: string) => string | undefined;
}

/** The report of `check`. `from` is where it ran, relative to the root of the repository. */
export function checkReport(checked: readonly CheckedPolicy[], from: string): Report {
  const policies = checked.map(
    ({ path, policy, problems, coverage, fileIn, textOf }): PolicyReport => ({
      id: policy?.id ?? null,
      path,
      problems: foundProblems(problems, { from, fileIn }, textOf),
      ...(coverage ? { coverage } : {}),
    }),
  );
  const problemCounts = countProblems(policies.flatMap(({ problems }) => problems));
  return {
    command: 'check',
    from,
    problemCounts,
    policies,
    closing: closingOf(checked, problemCounts),
  };
}

function closingOf(checked: readonly CheckedPolicy[], counts: Report['problemCounts']): Closing {
  const { errors, warnings, infos, waived } = counts;
  const scope = `${scopeOf(checked)}${waived === 0 ? '' : `; ${waived} waived`}`;
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(infos > 0 ? [counted(infos, 'remark')] : []),
  ];
  if (found.length === 0) return { tone: 'good', verdict: 'No problems', words: `in ${scope}.` };
  const worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'info';
  const first = checked
    .flatMap(({ problems }) => problems)
    .find(({ severity, waived: fine }) => severity === worst && !fine);
  return {
    tone: errors > 0 ? 'bad' : 'attention',
    verdict: found.join(', '),
    words: `in ${scope}.`,
    ...(first ? { more: `Explain any of them: policyc explain ${first.code}` } : {}),
  };
}

function scopeOf(checked: readonly CheckedPolicy[]): string {
  const policies = checked.flatMap(({ policy }) => policy ?? []);
  const clauses = policies.reduce((sum, policy) => sum + policy.clauses, 0);
  const locales = new Set(policies.flatMap((policy) => policy.locales)).size;
  const asked = checked.filter(({ isWorkspace }) => !isWorkspace);
  const places = [
    ...(asked.length < checked.length ? ['the workspace'] : []),
    ...(asked.length > 0 || checked.length === 0 ? [counted(asked.length, 'policy', 'policies')] : []),
  ];
  return [
    places.join(' and '),
    ...(policies.length === checked.length ? [counted(locales, 'language'), counted(clauses, 'clause')] : []),
  ].join(', ');
}
