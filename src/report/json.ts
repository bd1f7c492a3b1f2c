import type { ComparisonReport, FoundChange, FoundProblem, PolicyReport, Report } from './report.ts';

/** A report as data: all of it, apart from the sentences that repeat it; `schemas/*-report.schema.json` describes it. */
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

function problemJson({
  code,
  severity,
  reason,
  fix,
  args,
  place,
  related,
  fingerprint,
  waived,
}: FoundProblem): object {
  return {
    code,
    severity,
    reason,
    fix,
    args,
    place,
    related,
    fingerprint,
    ...(waived === undefined ? {} : { waived }),
  };
}

function comparisonJson({ id, path, problems, comparison }: PolicyReport): object {
  if (!comparison) return { policy: id, path, problems: problems.map(problemJson) };
  return {
    policy: id,
    path,
    ...summary(comparison),
    groups: comparison.groups.map(({ detail: _, ...group }) => group),
    changes: comparison.changes.map(changeJson),
    problems: problems.map(problemJson),
  };
}

function summary(comparison: ComparisonReport): object {
  const { base, head, verdict, counts, renamed, regrouped, hints, compared } = comparison;
  const { notAssessed, documents, unannounced } = comparison;
  return {
    base,
    head,
    verdict,
    counts,
    renamed,
    regrouped,
    hints,
    compared: { ...compared, notAssessed },
    documents,
    unannounced,
  };
}

function changeJson({ told, ...change }: FoundChange): object {
  return { ...change, words: told.headline };
}
