import { type Block, fitting } from './comment-size.ts';
import {
  coverageCells,
  coverageCounts,
  coverageHeads,
  nameOf,
  notCertified,
  profileLine,
} from './coverage.ts';
import { levels } from './findings.ts';
import type { ComparisonReport, FoundChange, FoundProblem, Group, PolicyReport, Report } from './report.ts';
import { placesOf, spotFrom } from './spot.ts';
import { groupsTold, headingOf, type ToldGroup } from './told-groups.ts';
import { withoutUnchanged } from './unchanged.ts';

const longest = 400;

/**
 * A report as a comment on a pull request: verdicts, counts and what to do first, then the worst, in a size that sites accept. Values
 * must be escaped.
 */
export function printMarkdown(report: Report): string {
  const { command, policies, closing } = report;
  const { told, unchanged } = withoutUnchanged(policies);
  const verdicts = closing
    ? [`**${closing.verdict}** ${closing.words}`]
    : [...told.map(verdictLine), ...(unchanged === undefined ? [] : [`**No change** ${unchanged}`])];
  const unpaired = told.filter(({ comparison }) => !comparison).flatMap(({ problems }) => problems);
  const blocks = [
    ...problemBlocks(unpaired, report),
    ...told.flatMap((policy) => [...policyBlocks(policy, report), ...coverageBlocks(policy)]),
  ];
  const start = [`<!-- policyc ${command} -->`, `### policyc ${command}`];
  const { kept, left } = fitting(
    [...verdicts.map((line) => ({ full: line, heading: true })), ...blocks],
    start,
  );
  const end =
    left === 0
      ? []
      : [
          `_${left} more not shown here: the comment would be too long. policyc ${command} prints all of it._`,
        ];
  return `${[...start, ...kept, ...end].join('\n\n')}\n`;
}

function verdictLine({ id, comparison }: PolicyReport): string {
  if (!comparison) return `**${id}**`;
  const { base, head, closing, next } = comparison;
  const steps = next.map((step) => `\n<br>${step.replace(/(?<=: )policyc [\w -]+$/, '`$&`')}`).join('');
  return `**${closing.verdict}** ${closing.words}\n<br>${id}: ${base.title} → ${head.title}${steps}`;
}

function policyBlocks({ id, path, problems, comparison }: PolicyReport, report: Report): Block[] {
  const { from, policies } = report;
  if (!comparison) return [];
  const found = problemBlocks(problems, report);
  const sentences = comparison.remarks.map((line): Block => ({ full: line, heading: true }));
  const told = groupsTold(comparison).flatMap((group) => groupBlocks(group, comparison, from));
  const title: Block[] =
    policies.length > 1 ? [{ full: `#### ${id}${path === '.' ? '' : ` in ${path}`}`, heading: true }] : [];
  return [
    ...([told, found, sentences].some(({ length }) => length > 0) ? title : []),
    ...found,
    ...told,
    ...sentences,
  ];
}

function coverageBlocks({ id, path, coverage = [] }: PolicyReport): Block[] {
  const tables = coverage.flatMap((profile): Block[] => {
    const rows = [coverageHeads, coverageHeads.map(() => '---'), ...profile.requirements.map(coverageCells)];
    const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
    return [
      {
        full: `#### ${nameOf({ id, path })} and ${profile.profile}: ${coverageCounts(profile)}`,
        heading: true,
      },
      { full: `${profileLine(profile)}. ${notCertified}`, heading: true },
      { full: table },
    ];
  });
  return tables;
}

/** The worst first: a comment is cut, and an error must not be below the warnings that fill it. */
function problemBlocks(problems: readonly FoundProblem[], { from }: Report): Block[] {
  return levels.flatMap((level) =>
    problems.filter(({ severity }) => severity === level).map((problem) => problemBlock(problem, from)),
  );
}

function problemBlock(problem: FoundProblem, from: string): Block {
  const { severity, code, place, reason, fix, frame, related, waived } = problem;
  const first = `- **${severity}**${waived === undefined ? '' : ` (${waived})`} ${code}, ${spotFrom(from, place)}: ${reason} ${fix}`;
  const others = related.map((one) => `  - ${spotFrom(from, one.place)}: ${one.words}`);
  const lines = frame.length === 0 ? [] : [`  <pre>${frame.join('\n  ')}</pre>`];
  return { full: [first, ...others, ...lines].join('\n'), brief: first };
}

function groupBlocks(
  { group, changes, continues }: ToldGroup,
  comparison: ComparisonReport,
  from: string,
): Block[] {
  const { subheading, detail } = group;
  return [
    ...(continues ? [] : [{ full: `#### ${headingOf(group)}`, heading: true }]),
    ...(subheading === undefined ? [] : [{ full: `_${subheading}:_`, heading: true }]),
    ...changes.map((change) => {
      if (detail === 'words') return { full: `- ${change.told.headline}` };
      return changeBlock(change, comparison, from, detail);
    }),
  ];
}

function changeBlock(
  change: FoundChange,
  comparison: ComparisonReport,
  from: string,
  detail: Group['detail'],
): Block {
  const { sign, headline, subject, signal, before, after, unsaid, remarks, owed, due, status } = change.told;
  const brief = [`- **${sign} ${headline}**`, ...(status === undefined ? [] : [`  - ${status}`])];
  const places = placesOf(change, comparison, from).join(' → ');
  const meta = [places, ...(detail === 'line' ? [] : [subject]), ...(signal === undefined ? [] : [signal])];
  const details =
    detail === 'line'
      ? unsaid.map((line) => `- ${line}`)
      : [
          ...sideItems('before', before),
          ...sideItems('after', after),
          ...[...remarks, ...owed].map((line) => `- ${line}`),
        ];
  const items = [...details, `- ${meta.filter((part) => part !== '').join(' · ')}`];
  const isLong = items.join('').length > longest;
  const shown = isLong
    ? [
        `  - <details><summary>details: before and after, where${due === '' ? '' : `, what is owed: ${due}`}</summary>`,
        '',
        ...indented(items, '    '),
        '',
        '    </details>',
      ]
    : indented(items, '  ');
  return { full: [...brief, ...shown].join('\n'), brief: brief.join('\n') };
}

function sideItems(name: string, [first, ...rest]: readonly string[]): string[] {
  return first === undefined ? [] : [`- ${name}: ${first}`, ...rest.map((line) => `  - ${line}`)];
}

function indented(lines: readonly string[], by: string): string[] {
  return lines.map((line) => `${by}${line}`);
}
