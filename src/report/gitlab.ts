import { type Finding, findingsOf, type Level } from './findings.ts';
import type { Report } from './report.ts';

/** A report as GitLab’s code quality report, which a merge request shows beside the lines. Values must be escaped as text. */
export function printGitlab(report: Report): string {
  return `${JSON.stringify(findingsOf(report).map(issueOf), null, 2)}\n`;
}

const severities: Readonly<Record<Level, 'critical' | 'major' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  info: 'info',
};

/** GitLab requires a line: the first one for what is in none. */
function issueOf({ level, code, title, lines, file, range, identity }: Finding): object {
  return {
    description: [title, ...lines].join('\n'),
    check_name: code,
    fingerprint: identity,
    severity: severities[level],
    location: { path: file, lines: { begin: range?.line ?? 1, end: range?.endLine ?? 1 } },
  };
}
