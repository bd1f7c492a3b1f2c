import { isEdit } from '../syntax/edits.ts';
import { coverageCounts, nameOf, notCertified, profileLine } from './coverage.ts';
import { excerptOf, quoted, textOf } from './excerpt.ts';
import { problemBlock } from './problem-text.ts';
import type { Closing, ComparisonReport, FoundChange, FoundProblem, PolicyReport, Report } from './report.ts';
import { placesOf } from './spot.ts';
import type { Style } from './style.ts';
import { alikeChanges, groupsTold, levelNames, type ToldGroup } from './told-groups.ts';

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
  const { base, head, remarks, next, closing } = comparison;
  const lines = [
    [...(id === null || id === head.title ? [] : [style.bold(id)]), `${base.title}   →   ${head.title}`].join(
      '   ',
    ),
    '',
    ...groupsTold(comparison).flatMap((group) => groupLines(group, comparison, report.from, style)),
    ...(remarks.length > 0 ? [...remarks, ''] : []),
    ...problems.map((problem) => problemBlock(problem, report.from, style)),
    ...(next.length > 0 ? [...next, ''] : []),
    closingLine(closing, style),
  ];
  return `${lines.join('\n')}\n`;
}

function groupLines(
  { group, changes, continues }: ToldGroup,
  comparison: ComparisonReport,
  from: string,
  style: Style,
): string[] {
  const { level, heading, subheading, detail } = group;
  const lines =
    detail === 'line'
      ? briefLines(changes, from, style)
      : changes.flatMap((change) =>
          detail === 'words'
            ? [`  ${change.told.headline}`]
            : [...changeLines(change, comparison, from, style), ''],
        );
  const name = levelNames[level]?.toUpperCase();
  const colour = level === 'material' ? style.red : style.yellow;
  const title = name === undefined ? [heading] : [`${colour(style.bold(name))}   ${heading}`, ''];
  return [
    ...(continues ? [] : title),
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
  const { sign, headline, subject, signal, remarks, owed } = change.told;
  return [
    `  ${style.bold(`${sign} ${headline}`)}`,
    `    ${subject}`,
    ...(signal === undefined ? [] : [`    ${toneOf(change, style)(signal)}`]),
    ...sideLines('before:', withEdits(change, 'before', style.red)),
    ...sideLines('after: ', withEdits(change, 'after', style.green)),
    `    ${style.dim(placesOf(change, comparison, from).join('   →   '))}`,
    ...[...remarks, ...owed].map((line) => `    ${line}`),
    ...statusOf(change, style).map((line) => `    ${line}`),
  ];
}

/** What a side states; of a text that differs, the words that do in a colour of their own. */
function withEdits(change: FoundChange, side: 'before' | 'after', colour: Style['red']): readonly string[] {
  const { table, before, after, told } = change;
  const [first, ...rest] = told[side];
  const isPlain = colour(' ') === ' ';
  if (isPlain || table !== 'prose' || !before || !after || first === undefined) return told[side];
  const edits = excerptOf(textOf(before), textOf(after));
  const shown = (paint: Style['red']): string =>
    quoted(edits.map((run) => (isEdit(run) ? paint(run[side]) : run[side])).join(''));
  return first === shown((words) => words) ? [shown(colour), ...rest] : told[side];
}

function sideLines(label: string, [first, ...rest]: readonly string[]): string[] {
  return first === undefined
    ? []
    : [`    ${label} ${first}`.trimEnd(), ...rest.map((line) => `            ${line}`)];
}

/** Changes that a line is enough for; those that read alike are told once, with every place. */
function briefLines(changes: readonly FoundChange[], from: string, style: Style): string[] {
  return alikeChanges(changes, from).flatMap(({ change, places }) => {
    const { sign, headline, signal, unsaid } = change.told;
    const why = change.signals?.length && signal !== undefined ? [signal] : [];
    return [
      `  ${sign} ${headline}`,
      ...unsaid.map((line) => `    ${line}`),
      `    ${[style.dim([...why, places.join(', ')].join(' · ')), ...statusOf(change, style)].join(' · ')}`,
    ];
  });
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
