import { coverageCounts, nameOf, notCertified, profileLine } from './coverage.ts';
import type {
  Closing,
  ComparisonReport,
  FoundChange,
  FoundProblem,
  Group,
  PolicyReport,
  Report,
} from './report.ts';
import { spotFrom } from './spot.ts';
import type { Style } from './style.ts';

const mostProblems = 100;

/** A report for people at a terminal: what is worst first, and the verdict at the end. Values must be escaped. */
export function printText(report: Report, style: Style): string {
  const { policies, closing, from } = report;
  const blocks =
    report.command === 'diff'
      ? policies.map((policy) => comparisonBlock(policy, report, style))
      : problemBlocks(
          policies.flatMap(({ problems }) => problems),
          from,
          style,
        );
  const covered = policies.flatMap((policy) => coverageBlocks(policy, style));
  return [...blocks, ...covered, ...(closing ? [`${closingLine(closing, style)}\n`] : [])].join('\n');
}

function problemBlocks(problems: readonly FoundProblem[], from: string, style: Style): string[] {
  const blocks = problems.slice(0, mostProblems).map((problem) => problemBlock(problem, from, style));
  const rest = problems.length - mostProblems;
  return rest > 0 ? [...blocks, `… and ${rest} more.\n`] : blocks;
}

/** One problem: place, severity and code; the lines it is in; what is wrong and what to do. */
export function problemBlock(problem: FoundProblem, from: string, style: Style): string {
  const { severity, code, place, frame, reason, fix, related, waived } = problem;
  if (waived !== undefined) {
    const words = [
      `${severity}, ${waived}`,
      reason,
      fix,
      ...related.map((one) => `${spotFrom(from, one.place)}: ${one.words}`),
    ];
    return [
      `${style.dim(`${spotFrom(from, place)}  waived  ${code}`)}`,
      ...words.map((line) => `   ${style.dim(line)}`),
      '',
    ].join('\n');
  }
  const colour = { error: style.red, warning: style.yellow, info: style.cyan }[severity];
  const lines = [
    `${style.bold(spotFrom(from, place))}  ${colour(severity)}  ${code}`,
    ...frame.map((line) => `   ${style.dim(line)}`),
    `   ${reason}`,
    `   ${fix}`,
    ...related.map((one) => `   ${style.dim(`${spotFrom(from, one.place)}: ${one.words}`)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** How a policy stands to each profile: the counts; what is open was told above. */
function coverageBlocks({ id, path, coverage = [] }: PolicyReport, style: Style): string[] {
  const lines = coverage.flatMap((profile) => [
    `${style.bold(profile.profile)}  ${coverageCounts(profile)}`,
    `   ${style.dim(profileLine(profile))}`,
  ]);
  return lines.length === 0
    ? []
    : [`${[`${nameOf({ id, path })} and the law`, ...lines, notCertified].join('\n')}\n`];
}

function comparisonBlock({ id, comparison, problems }: PolicyReport, report: Report, style: Style): string {
  if (!comparison) return '';
  const { base, head, groups, remarks, next, closing } = comparison;
  const lines = [
    `${style.bold(id ?? '')}   ${base.title}   →   ${head.title}`,
    '',
    ...groups.flatMap((group, at) => groupLines(group, groups[at - 1], comparison, report.from, style)),
    ...(remarks.length > 0 ? [...remarks, ''] : []),
    ...problems.map((problem) => problemBlock(problem, report.from, style)),
    ...(next.length > 0 ? [...next, ''] : []),
    closingLine(closing, style),
  ];
  return `${lines.join('\n')}\n`;
}

function groupLines(
  group: Group,
  before: Group | undefined,
  comparison: ComparisonReport,
  from: string,
  style: Style,
): string[] {
  const { id, level, heading, subheading, detail } = group;
  const changes = comparison.changes.filter((change) => change.group === id);
  const lines = changes.flatMap((change) => {
    if (detail === 'words') return [`  ${change.told.headline}`];
    if (detail === 'line') return shortLines(change, from, style);
    return [...changeLines(change, comparison, from, style), ''];
  });
  const label =
    level === 'material'
      ? `${style.red(style.bold('MATERIAL'))}   `
      : `${style.yellow(style.bold('REVIEW'))}   `;
  const isSame = before?.level === level && before.heading === heading;
  const isTheirs = level === 'backlog' || level === 'settled';
  return [
    ...(isSame ? [] : isTheirs ? [heading] : [`${label}${heading}`, '']),
    ...(subheading === undefined ? [] : [`  ${style.bold(`${subheading}:`)}`, '']),
    ...lines,
    ...(lines.at(-1) === '' ? [] : ['']),
  ];
}

/** A change with everything a person needs to decide: one line of plain words first. */
function changeLines(
  change: FoundChange,
  comparison: ComparisonReport,
  from: string,
  style: Style,
): string[] {
  const { sign, headline, subject, signal, before, after, remarks, owed } = change.told;
  return [
    `  ${style.bold(`${sign} ${headline}`)}`,
    `    ${subject}`,
    ...(signal === undefined ? [] : [`    ${toneOf(change, style)(signal)}`]),
    ...sideLines('before:', before),
    ...sideLines('after: ', after),
    `    ${style.dim(placesLine(change, comparison, from))}`,
    ...[...remarks, ...owed].map((line) => `    ${line}`),
    ...statusOf(change, style).map((line) => `    ${line}`),
  ];
}

/** Where it stands in either version; a file that is the same is named once, for the one that can be opened. */
function placesLine({ base, head }: FoundChange, sides: ComparisonReport, from: string): string {
  const was = base && (base.file === head?.file ? `${base.line}:${base.column}` : spotFrom(from, base));
  return [
    ...(was === null ? [] : [`${was} in ${sides.base.label}`]),
    ...(head === null ? [] : [`${spotFrom(from, head)} in ${sides.head.label}`]),
  ].join('   →   ');
}

function sideLines(label: string, [first, ...rest]: readonly string[]): string[] {
  return first === undefined
    ? []
    : [`    ${label} ${first}`.trimEnd(), ...rest.map((line) => `            ${line}`)];
}

/** A change that a line is enough for. */
function shortLines(change: FoundChange, from: string, style: Style): string[] {
  const { sign, headline, signal } = change.told;
  const place = change.head ?? change.base;
  const where = [
    ...(change.signals?.length && signal !== undefined ? [signal] : []),
    place ? spotFrom(from, place) : change.key.join(' › '),
  ];
  return [
    `  ${sign} ${headline}`,
    `    ${[style.dim(where.join(' · ')), ...statusOf(change, style)].join(' · ')}`,
  ];
}

function statusOf({ told, state }: FoundChange, style: Style): string[] {
  if (told.status === undefined) return [];
  const colour = state === 'noted' ? style.green : state === 'unrecorded' ? style.dim : style.yellow;
  return [colour(told.status)];
}

function toneOf({ signal }: FoundChange, style: Style): (text: string) => string {
  return signal === 'high' ? style.yellow : style.dim;
}

function closingLine({ tone, verdict, words, more }: Closing, style: Style): string {
  const colour = { good: style.green, attention: style.yellow, bad: style.red }[tone];
  return `${colour(verdict)} ${words}${more === undefined ? '' : `  ${more}`}`;
}
