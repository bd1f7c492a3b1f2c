import { type Diagnostic, messageOf } from '../base/diagnostic.ts';
import type { Policy } from '../model/policy.ts';

/** What `check` found in one policy. Files in places are relative to the policy folder. */
export interface CheckedPolicy {
  /** The policy folder, relative to where the command ran. */
  readonly path: string;
  readonly policy: Policy | undefined;
  readonly problems: readonly Diagnostic[];
  /** The text of a file of the folder, for code frames. */
  readonly textOf: (file: string) => string | undefined;
}

export const checkReportFormat = 'policyc/check-report@1';

/** The report as JSON; its schema is `schemas/check-report.schema.json`. */
export function checkReportJson(policies: readonly CheckedPolicy[]): string {
  const report = {
    format: checkReportFormat,
    counts: countBySeverity(policies),
    policies: policies.map(({ path, policy, problems }) => ({
      path,
      id: policy?.id ?? null,
      problems: problems.map((problem) => ({
        code: problem.code,
        severity: problem.severity,
        ...messageOf(problem),
        place: problem.place,
        related: problem.related,
      })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

export function countBySeverity(policies: readonly CheckedPolicy[]): {
  errors: number;
  warnings: number;
  infos: number;
} {
  const all = policies.flatMap(({ problems }) => problems);
  const count = (severity: Diagnostic['severity']): number =>
    all.filter((one) => one.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
