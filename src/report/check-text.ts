import { type Diagnostic, messageOf } from '../base/diagnostic.ts';
import { codeFrame } from '../base/frame.ts';
import { formatPlace, type Place } from '../base/place.ts';
import { type CheckedPolicy, countBySeverity } from './check-report.ts';
import { counted, type Style } from './style.ts';

const mostShown = 100;

/** What `check` found, for people: each problem at its place with a caret frame, then one line of counts. */
export function checkReportText(policies: readonly CheckedPolicy[], style: Style): string {
  const blocks = policies.flatMap((checked) =>
    checked.problems.map((problem) => problemText(problem, checked, style)),
  );
  const shown = blocks.slice(0, mostShown);
  if (blocks.length > mostShown) shown.push(`… and ${blocks.length - mostShown} more.\n`);
  return `${[...shown, closingLine(policies, style)].join('\n')}\n`;
}

/** One problem: place, severity and code; the frame; what is wrong and what to do. */
export function problemText(
  problem: Diagnostic,
  { path, textOf }: Pick<CheckedPolicy, 'path' | 'textOf'>,
  style: Style,
): string {
  const { reason, fix } = messageOf(problem);
  const colour =
    problem.severity === 'error' ? style.red : problem.severity === 'warning' ? style.yellow : style.cyan;
  const text = textOf(problem.place.file);
  const frame = text === undefined ? [] : codeFrame(text, problem.place);
  const lines = [
    `${style.bold(formatPlace(within(problem.place, path)))}  ${colour(problem.severity)}  ${problem.code}`,
    ...frame.map((line) => `   ${style.dim(line)}`),
    `   ${reason}`,
    `   ${fix}`,
    ...problem.related.map(
      ({ place, note }) => `   ${style.dim(`${formatPlace(within(place, path))}: ${note}`)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function within(place: Place, path: string): Place {
  return path === '.' || path === '' ? place : { ...place, file: `${path}/${place.file}` };
}

function closingLine(policies: readonly CheckedPolicy[], style: Style): string {
  const { errors, warnings, infos } = countBySeverity(policies);
  const clauses = policies.reduce(
    (sum, { policy }) => sum + (policy?.structure.filter((row) => row.relation === 'clause').length ?? 0),
    0,
  );
  const locales = new Set(policies.flatMap(({ policy }) => policy?.locales ?? [])).size;
  const compiled = policies.every(({ policy }) => policy !== undefined);
  const scope = [
    counted(policies.length, 'policy', 'policies'),
    ...(compiled ? [counted(locales, 'language'), counted(clauses, 'clause')] : []),
  ].join(', ');
  const found = [
    ...(errors > 0 ? [style.red(counted(errors, 'error'))] : []),
    ...(warnings > 0 ? [style.yellow(counted(warnings, 'warning'))] : []),
    ...(infos > 0 ? [counted(infos, 'remark')] : []),
  ];
  if (found.length === 0) return `${style.green('No problems')} in ${scope}.`;
  const first = policies
    .flatMap(({ problems }) => problems)
    .find((problem) => problem.severity === (errors > 0 ? 'error' : 'warning'));
  const explain = first ? `  Explain any of them: policyc explain ${first.code}` : '';
  return `${found.join(', ')} in ${scope}.${explain}`;
}
