import { CannotWork } from '../base/failure.ts';
import { type FailOn, failOnChoices, stops } from '../gate/decide.ts';
import { type DiffReport, diffReportJson } from '../report/diff-report.ts';
import { diffReportText } from '../report/diff-text.ts';
import { findWorkspace, type PolicyFolder, selectPolicies } from '../revision/workspace.ts';
import { shown, textOnDisk } from './check.ts';
import { compareRevisions } from './comparison.ts';
import { deliver, type OutputOptions, styleOf } from './output.ts';
import { exit, type World } from './world.ts';

export interface DiffOptions extends OutputOptions {
  readonly failOn: FailOn;
  readonly policy: readonly string[];
}

/** `policyc diff [BASE] [HEAD]`: what changed in meaning, and whether somebody has decided about it. */
export function diff(
  base: string | undefined,
  head: string | undefined,
  options: DiffOptions,
  world: World,
): number {
  if (!failOnChoices.includes(options.failOn)) {
    throw new CannotWork(
      'usage',
      `--fail-on ${options.failOn} is not known.`,
      `Choose ${failOnChoices.join(', ')}.`,
    );
  }
  const workspace = findWorkspace(world.cwd);
  const policies = selectPolicies(workspace, options.policy, world.cwd);
  const reports: DiffReport[] = [];
  for (const policy of policies) {
    const report = reportOn(policy, base ?? 'archive:latest', head, world);
    if (report) reports.push(report);
    else world.note(`${shown(policy.folder, world)}: nothing has been released yet, so everything is new.\n`);
  }
  const style = styleOf(world, options);
  const text =
    options.format === 'json'
      ? diffReportJson(reports)
      : reports.map((report) => diffReportText(report, style)).join('\n');
  deliver(world, options, text);
  const broken =
    options.failOn !== 'none' &&
    reports.some(({ problems }) => problems.some((one) => one.severity === 'error'));
  return broken || reports.some(({ changes }) => stops(changes, options.failOn)) ? exit.findings : exit.fine;
}

function reportOn(
  policy: PolicyFolder,
  baseText: string,
  headText: string | undefined,
  world: World,
): DiffReport | undefined {
  const compared = compareRevisions(policy.folder, world.cwd, baseText, headText);
  if (!compared) return undefined;
  const { base, head, comparison, gated } = compared;
  return {
    policy: head.policy.id,
    path: shown(policy.folder, world),
    base: { label: base.label, title: base.title },
    head: { label: head.label, title: head.title },
    verdict: comparison.verdict,
    changes: gated.changes,
    renamed: comparison.renamed,
    compared: comparison.compared,
    problems: gated.problems,
    textOf: (file) => textOnDisk(policy.folder, file),
  };
}
