import { verdicts } from '../diff/judge.ts';
import { type Context, foundChange, siblingsIn } from './change-finding.ts';
import { groupChanges } from './change-groups.ts';
import type { ComparedPolicy } from './compared-policy.ts';
import { closingOf, nextSteps, remarksOf } from './diff-words.ts';
import { countProblems, foundProblems } from './problem-finding.ts';
import type { ChangeCounts, ComparisonReport, FoundChange, PolicyReport, Report } from './report.ts';

/** The report of `diff`. `from` is where it ran, relative to the root of the repository. */
export function diffReport(policies: readonly ComparedPolicy[], from: string): Report {
  const reports = policies.map((compared) => policyReport(compared, from));
  const found = reports.map(({ comparison }) => comparison?.verdict ?? 'none');
  return {
    command: 'diff',
    from,
    verdict: verdicts.findLast((verdict) => found.includes(verdict)) ?? 'none',
    problemCounts: countProblems(reports.flatMap(({ problems }) => problems)),
    policies: reports,
  };
}

function policyReport(compared: ComparedPolicy, from: string): PolicyReport {
  const { fileIn, textOf } = compared;
  return {
    id: compared.policy,
    path: compared.path,
    problems: foundProblems(compared.problems, { from, fileIn }, textOf),
    comparison: comparisonReport(compared, from),
  };
}

function comparisonReport(compared: ComparedPolicy, from: string): ComparisonReport {
  const { base, head, renamed, regrouped, hints, documents, unannounced } = compared;
  const context: Context = { ...compared, from, siblings: siblingsIn(compared.changes) };
  const { groups, groupOf } = groupChanges(compared.changes);
  const changes = compared.changes.map((one) => foundChange(one, groupOf.get(one) ?? '', context));
  const own = changes.filter(isOwn);
  const said = {
    base: { label: base.label, title: base.title },
    head: { label: head.label, title: head.title },
    verdict: verdictOf(compared),
    counts: countChanges(changes),
    changes: own,
    renamed,
    regrouped,
    hints,
    compared: compared.compared,
    notAssessed: own.filter(isUnassessed).length,
    documents: documents === true,
    unannounced: unannounced ?? [],
  };
  const errors = compared.problems.filter(({ severity }) => severity === 'error').length;
  return {
    ...said,
    groups,
    changes,
    remarks: remarksOf({ ...said, inForce: compared.inForce ?? [] }),
    next: nextSteps(own),
    closing: closingOf(said, errors),
  };
}

/** Whether a change is judged here, and does not come from the target. */
function isOwn({ state }: FoundChange): boolean {
  return state !== 'backlog' && state !== 'settled';
}

function isUnassessed({ table, verdict, state }: FoundChange): boolean {
  return table === 'prose' && verdict === 'review' && state !== 'noted';
}

/** The worst verdict of what is judged here. What cannot be trusted needs a person, however little it changes. */
function verdictOf({ changes, verdict, problems }: ComparedPolicy): ComparisonReport['verdict'] {
  if (changes.length === 0) return verdict;
  const own = changes.filter(({ inherited }) => inherited === undefined).map((change) => change.verdict);
  const worst = verdicts.findLast((one) => own.includes(one)) ?? 'none';
  const broken = problems.some(({ severity }) => severity === 'error');
  return broken && worst !== 'material' ? 'review' : worst;
}

function countChanges(changes: readonly FoundChange[]): ChangeCounts {
  const own = changes.filter(isOwn);
  const count = (accepts: (change: FoundChange) => boolean): number => own.filter(accepts).length;
  return {
    material: count(({ verdict }) => verdict === 'material'),
    materialNoted: count(({ verdict, note }) => verdict === 'material' && note !== undefined),
    review: count(({ verdict }) => verdict === 'review'),
    reviewNoted: count(({ verdict, note }) => verdict === 'review' && note !== undefined),
    editorial: count(({ verdict, table }) => verdict === 'editorial' && table !== 'structure'),
    structure: count(({ table }) => table === 'structure'),
    uncovered: count(({ verdict, note }) => verdict !== 'editorial' && note === undefined),
    backlog: changes.filter(({ state }) => state === 'backlog').length,
  };
}
