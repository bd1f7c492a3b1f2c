import type { ComparisonReport, FoundChange, FoundProblem, PolicyReport, Report } from './report.ts';

/** A report as data, without sentences that repeat it; described by `schemas/*-report.schema.json`. */
export function printJson(report: Report): string {
  const { command, verdict, problemCounts, policies } = report;
  const told =
    command !== 'diff'
      ? {
          format: 'policyc/check-report@2',
          counts: problemCounts,
          policies: policies.map(({ path, id, problems, coverage }) => ({
            path,
            id,
            problems: problems.map(problemJson),
            ...(coverage ? { coverage } : {}),
          })),
        }
      : { format: 'policyc/diff-report@2', verdict, policies: policies.map(comparisonJson) };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** Programs have the lines of the file. */
function problemJson(problem: FoundProblem): object {
  return without(problem, 'frame');
}

function comparisonJson({ id, path, problems, comparison }: PolicyReport): object {
  return {
    policy: id,
    path,
    ...(comparison ? comparedJson(comparison) : {}),
    problems: problems.map(problemJson),
  };
}

function comparedJson(comparison: ComparisonReport): object {
  const { groups, changes, compared, notAssessed } = comparison;
  return {
    ...without(comparison, 'groups', 'changes', 'notAssessed', 'remarks', 'next', 'closing'),
    compared: { ...compared, notAssessed },
    groups: groups.map((group) => without(group, 'detail')),
    changes: changes.map(changeJson),
  };
}

function changeJson(change: FoundChange): object {
  return { ...without(change, 'told'), words: change.told.headline };
}

function without<Part extends object>(part: Part, ...names: readonly (keyof Part & string)[]): object {
  const left: readonly string[] = names;
  return Object.fromEntries(Object.entries(part).filter(([name]) => !left.includes(name)));
}
