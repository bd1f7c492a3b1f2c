import { resolve } from 'node:path';
import { Option } from 'commander';
import { messageOf } from '../../base/diagnostic.ts';
import { plain } from '../../base/escape.ts';
import { CannotWork, cannot } from '../../base/failure.ts';
import { type FailOn, failOnChoices, fails } from '../../gate/decide.ts';
import { compareRevisions } from '../../judgement/revisions.ts';
import type { ComparedPolicy } from '../../report/compared-policy.ts';
import { diffReport } from '../../report/diff-report.ts';
import { isDocument } from '../../revision/is-document.ts';
import { isPath } from '../../revision/revision.ts';
import { type PolicyFolder, selectPolicies } from '../../revision/workspace.ts';
import { rootAbove } from '../../revision/workspace-place.ts';
import { fromRepository } from '../../snapshot/repository.ts';
import { type Define, onPolicies, reportingFindings } from '../command.ts';
import { reportOf, tellUnreleased } from '../diff-revisions.ts';
import { deliverReport, type FindingsOptions } from '../output.ts';
import { called } from '../paths.ts';
import { type OnPolicies, workspaceOf } from '../policies.ts';
import { memoryOf, type Remembering, remembering } from '../remember.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  remembering(onPolicies(reportingFindings(command, ['docx'])))
    .argument('[base]', 'what to compare with (default: archive:latest)')
    .argument('[head]', 'what to compare (default: the working tree)')
    .addOption(
      new Option('--fail-on <what>', 'which changes exit with 1')
        .choices([...failOnChoices])
        .default('uncovered'),
    )
    .option('--target <ref>', 'in a pull request: judge what it changes since it branched off this ref')
    .option(
      '--as-of <date>',
      'the day of the pull request or, in docx, of the tracked changes (default: today)',
    )
    .option('--locale <locale>', 'in docx: the language (default: the prevailing one)')
    .addHelpText('after', revisions)
    .action(async (base, head, options) => done(await diff(base, head, options, world)));
};

const revisions = `
Revisions:
  archive:latest       the newest released version
  archive:#3           the third released version
  archive:2021-10-24   the version in force on that day
  git:REF, git:index   a commit, or what is staged
  merge-base:REF       the merge base of HEAD and REF
  a policy folder, or a compiled policy.json
  two documents, as Markdown, text or HTML: old.md new.md, or git:REF:page.html page.html`;

interface DiffOptions extends OnPolicies, FindingsOptions, Remembering {
  readonly failOn: FailOn;
  /** Judge a pull request: only what it changes since it branched off this ref. */
  readonly target?: string;
  readonly asOf?: string;
  readonly locale?: string;
}

/** `policyc diff [BASE] [HEAD]`: what changed in meaning, and whether somebody has decided about it. */
async function diff(
  base: string | undefined,
  head: string | undefined,
  options: DiffOptions,
  world: World,
): Promise<number> {
  if (!failOnChoices.includes(options.failOn))
    throw cannot('fail-on-unknown', { value: options.failOn, known: failOnChoices });
  if (options.target !== undefined && base !== undefined) throw cannot('target-with-base', {});
  if (options.locale !== undefined && !options.format.some(({ format }) => format === 'docx'))
    throw cannot('locale-without-docx', {});
  const reports =
    [base, head].some((text) => text !== undefined && isDocument(text)) && base !== undefined
      ? [await (await import('../diff-documents.ts')).reportOnDocuments(base, head, world)]
      : await reportOnPolicies(base ?? 'archive:latest', head, options, world);
  const report = diffReport(reports, fromRepository(world.cwd));
  await deliverReport(world, options, report, async () => {
    const { redlinesOf } = await import('../redlines.ts');
    const redlines = redlinesOf(reports, report, options, world);
    return (await import('../../report/docx.ts')).printDocx(redlines);
  });
  return reports.some((report) => fails(report, options.failOn)) ? exit.findings : exit.fine;
}

async function reportOnPolicies(
  base: string,
  head: string | undefined,
  options: DiffOptions,
  world: World,
): Promise<ComparedPolicy[]> {
  // A pull request is judged without cached results.
  const memory = options.target === undefined ? memoryOf(options, world) : undefined;
  const workspace = workspaceOf({ policy: whereNamed(base, head, options, world) }, world, memory);
  const policies = selectPolicies(workspace, options.policy, world.cwd);
  if (options.target !== undefined)
    return (await import('../diff-request.ts')).reportOnRequest(
      policies,
      workspace,
      { ...options, target: options.target },
      world,
    );
  const lacking: CannotWork[] = [];
  const reports: ComparedPolicy[] = [];
  for (const policy of askedOf(policies, [base, head], world)) {
    try {
      const compared = await compareRevisions(policy, world, base, head, workspace);
      if (compared) reports.push(reportOf(compared, policy, workspace, world));
      else tellUnreleased(policy, world);
    } catch (error) {
      // Of several policies, those that lack the version are said to be left out; a named one must have it.
      if (!lacksRevision(error) || policies.length === 1 || options.policy.length > 0) throw error;
      lacking.push(error);
      world.remark(
        plain`${called(policy.folder, world)}: not compared, ${messageOf(error.failure).reason}\n`,
      );
    }
  }
  const [first] = lacking;
  if (first && reports.length === 0) throw first;
  return reports;
}

/** Outside of a workspace, two paths name policies that lie side by side. */
function whereNamed(base: string, head = '', { policy }: OnPolicies, { cwd }: World): OnPolicies['policy'] {
  if (policy.length > 0 || head === '' || !isPath(base) || !isPath(head) || rootAbove(cwd)) return policy;
  return [head, base].filter((path) => rootAbove(resolve(cwd, path)) !== undefined);
}

/** Two paths mean the same for every policy of the workspace, so only one of them asks: the one that is there, or the first. */
function askedOf(
  policies: readonly PolicyFolder[],
  [base, head = '']: readonly [base: string, head: string | undefined],
  { cwd }: World,
): readonly PolicyFolder[] {
  const [first] = policies;
  if (first === undefined || head === '' || !isPath(base) || !isPath(head)) return policies;
  return [policies.find(({ folder }) => folder === resolve(cwd, head)) ?? first];
}

function lacksRevision(error: unknown): error is CannotWork {
  return error instanceof CannotWork && (error.sort === 'no-such-revision' || error.sort === 'not-released');
}
