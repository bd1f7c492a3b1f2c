import { type Finding, findingsOf } from './findings.ts';
import type { Report } from './report.ts';
import { spotFrom } from './spot.ts';

/**
 * A report as JUnit XML for test dashboards: a suite for each policy, a case for each finding. Errors and warnings fail,
 * the rest passes; a policy without findings is one passing case. Values must be escaped as text.
 */
export function printJunit(report: Report): string {
  const findings = findingsOf(report);
  const policies = [...new Set(report.policies.map(({ id, path }) => id ?? path))];
  const suites = policies.map((policy) => ({
    policy,
    found: findings.filter((finding) => finding.policy === policy),
  }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="policyc ${report.command}" ${countsOf(suites)}>`,
    ...suites.flatMap((suite) => suiteLines(suite, report)),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly policy: string;
  readonly found: readonly Finding[];
}

function suiteLines(suite: Suite, { command }: Report): string[] {
  const { policy, found } = suite;
  const name = escapeXml(policy);
  const nothing = `    <testcase classname="${name}" name="${command} has nothing to tell" time="0"/>`;
  return [
    `  <testsuite name="${name}" ${countsOf([suite])}>`,
    ...(found.length > 0 ? found.flatMap(caseLines) : [nothing]),
    '  </testsuite>',
  ];
}

/** A policy without findings counts as one case. */
function countsOf(suites: readonly Suite[]): string {
  const found = suites.flatMap((suite) => suite.found);
  const empty = suites.filter((suite) => suite.found.length === 0).length;
  return `tests="${found.length + empty}" failures="${found.filter(isFailure).length}" errors="0"`;
}

function isFailure({ level }: Finding): boolean {
  return level !== 'info';
}

function caseLines(finding: Finding): string[] {
  const { level, code, title, lines, policy, file, range, identity } = finding;
  const told = escapeXml([finding.range ? spotFrom('', finding.range) : finding.file, ...lines].join('\n'));
  return [
    `    <testcase classname="${escapeXml(`${policy}.${code}`)}" name="${escapeXml(`${title} (${identity.slice(0, 8)})`)}" file="${escapeXml(file)}"${range ? ` line="${range.line}"` : ''} time="0">`,
    isFailure(finding)
      ? `      <failure type="${level}" message="${escapeXml(title)}">${told}</failure>`
      : `      <system-out>${told}</system-out>`,
    '    </testcase>',
  ];
}

/** Text or the value of an attribute, in which a line end would be read as a space. */
function escapeXml(value: string): string {
  return value.replace(/[&<>"]/g, (mark) => `&#${mark.codePointAt(0)};`).replace(notXml, '\uFFFD');
}

/** Lone surrogates, and two characters that XML cannot hold. */
const notXml = /\p{Cs}|[\uFFFE\uFFFF]/gu;
