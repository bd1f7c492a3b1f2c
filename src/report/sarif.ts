import { posix } from 'node:path';
import { type Finding, findingsOf, type Level } from './findings.ts';
import type { Report, Spot } from './report.ts';

/** GitHub shows no more results of a run. */
const mostResults = 5000;

/**
 * A report as SARIF 2.1.0, which code scanners exchange: the worst results in one run, what is decided as suppressed.
 * Values must be escaped as text.
 */
export function printSarif(report: Report): string {
  const findings = findingsOf(report);
  const shown = findings.slice(0, mostResults);
  const codes = [...new Set(shown.map(({ code }) => code))].sort();
  const run = {
    tool: { driver: { name: 'policyc', rules: codes.map(ruleOf) } },
    invocations: [
      {
        executionSuccessful: true,
        ...(shown.length === findings.length
          ? {}
          : { toolExecutionNotifications: [hiddenWords(findings.length - shown.length, report)] }),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: shown.map((finding) => resultOf(finding, codes)),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function hiddenWords(hidden: number, { command }: Report): object {
  const text = `${hidden} more not in here: sites show ${mostResults} results. policyc ${command} prints all of it.`;
  return { level: 'warning', message: { text } };
}

function ruleOf(code: string): object {
  const help = `policyc explain ${code}: why it matters, with a wrong and a right example.`;
  return { id: code, shortDescription: { text: code.replaceAll('-', ' ') }, help: { text: help } };
}

const sarifLevels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

function resultOf(finding: Finding, codes: readonly string[]): object {
  const { level, code, title, lines, file, range, related, identity, decided } = finding;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: sarifLevels[level],
    message: messageOf([title, ...lines].join('\n')),
    locations: [{ physicalLocation: physicalLocation(file, range) }],
    relatedLocations: related.map(({ place, words }, at) => ({
      id: at + 1,
      message: messageOf(words),
      physicalLocation: physicalLocation(place.file, place),
    })),
    partialFingerprints: { 'policyc/v1': identity },
    // Of all results of a run or of none, or a reader cannot tell what is not suppressed.
    suppressions: decided === undefined ? [] : [{ kind: 'external', justification: decided }],
  };
}

/** Text in which no part is a link: SARIF reads `[words](1)` as one. */
function messageOf(text: string): object {
  return { text: text.replace(/[\\[\]]/g, '\\$&') };
}

function physicalLocation(file: string, range: Spot | undefined): object {
  return {
    artifactLocation: { uri: uriOf(file) },
    ...(range
      ? {
          region: {
            startLine: range.line,
            startColumn: range.column,
            endLine: range.endLine,
            endColumn: range.endColumn,
          },
        }
      : {}),
  };
}

/** A path from the root of the repository, to be resolved against wherever that is; an absolute one is whole. */
function uriOf(file: string): string {
  const path = file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return posix.isAbsolute(file) ? `file://${path}` : path;
}
