import { counted } from './counted.ts';
import { countLevels, type Finding, findingsOf, type Level, levels } from './findings.ts';
import type { Report } from './report.ts';

/** GitHub shows this many annotations of each level per step, and silently drops the others. */
const mostOfLevel = 10;

/**
 * A report as workflow commands, which GitHub shows as annotations beside the lines: the worst of each level, a summary,
 * and how many are not shown. Values must be escaped as text.
 */
export function printGithub(report: Report): string {
  const findings = findingsOf(report);
  const shown = levels.flatMap((level) =>
    findings.filter((finding) => finding.level === level).slice(0, mostOfLevel),
  );
  const lines = [...shown.map(commandOf), ...closingsOf(report), ...hiddenLines(findings, report)];
  return lines.map((line) => `${line}\n`).join('');
}

const annotations: Readonly<Record<Level, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

function commandOf({ level, code, title, lines, file, range }: Finding): string {
  const isOneLine = range !== undefined && range.line === range.endLine;
  const properties: readonly (readonly [name: string, value: string | number])[] = [
    ['file', file],
    ...(range
      ? ([
          ['line', range.line],
          ['endLine', range.endLine],
        ] as const)
      : []),
    // GitHub refuses columns in a range of several lines.
    ...(isOneLine
      ? ([
          ['col', range.column],
          ['endColumn', range.endColumn],
        ] as const)
      : []),
    ['title', `policyc ${code}`],
  ];
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${annotations[level]} ${written}::${escapeData([title, ...lines].join('\n'))}`;
}

function closingsOf({ policies, closing }: Report): string[] {
  return [
    ...policies.flatMap(({ id, comparison }) =>
      comparison
        ? [`${comparison.closing.verdict} ${comparison.closing.words}`, ...comparison.next].map(
            (line) => `${id}: ${line}`,
          )
        : [],
    ),
    ...(closing ? [`${closing.verdict} ${closing.words}`] : []),
  ];
}

function hiddenLines(findings: readonly Finding[], { command }: Report): string[] {
  const counts = countLevels(findings);
  const hidden = (level: Level): string[] =>
    counts[level] > mostOfLevel ? [counted(counts[level] - mostOfLevel, annotations[level])] : [];
  const words = levels.flatMap(hidden).join(', ');
  return words === ''
    ? []
    : [
        `Not shown: ${words}. GitHub keeps ${mostOfLevel} annotations of a kind; policyc ${command} prints all of it.`,
      ];
}

/** Escapes what follows the second `::`, as GitHub’s own toolkit does. */
function escapeData(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(value: string): string {
  return escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
