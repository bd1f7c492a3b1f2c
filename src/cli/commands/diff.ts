import { Option } from 'commander';
import { diagnostic } from '../../base/diagnostic.ts';
import { plain } from '../../base/escape.ts';
import { CannotWork } from '../../base/failure.ts';
import { startOfFile } from '../../base/place.ts';
import { comparePolicies } from '../../diff/compare.ts';
import { type FailOn, failOnChoices, fails } from '../../gate/decide.ts';
import type { Compared } from '../../judgement/compared.ts';
import { compareRequest, type Dropped, droppedPolicies, originOf } from '../../judgement/request.ts';
import { type Requested, requested } from '../../judgement/requested.ts';
import { compareRevisions } from '../../judgement/revisions.ts';
import type { ComparedPolicy } from '../../report/compared-policy.ts';
import { diffReport } from '../../report/diff-report.ts';
import { isDocument, resolveDocuments } from '../../revision/documents.ts';
import { readTarget, type Target } from '../../revision/target.ts';
import {
  type PolicyFolder,
  selectPolicies,
  soundWorkspace,
  type Workspace,
  workspaceFile,
} from '../../revision/workspace.ts';
import { fromRepository } from '../../snapshot/repository.ts';
import { type Define, onPolicies, reportingFindings } from '../command.ts';
import { dateOrToday } from '../dates.ts';
import { deliverReport, type FindingsOptions } from '../output.ts';
import { called, fileIn, shown, textOnDisk } from '../paths.ts';
import type { OnPolicies } from '../policies.ts';
import { memoryOf, type Remembering, remembering } from '../remember.ts';
import { exit, toolOf, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  remembering(onPolicies(reportingFindings(command)))
    .argument('[base]', 'the version readers last saw')
    .argument('[head]', 'the version to compare; the working tree when none is given')
    .addOption(
      new Option('--fail-on <what>', 'which changes are findings')
        .choices([...failOnChoices])
        .default('uncovered'),
    )
    .option(
      '--target <ref>',
      'in a pull request: judge only what it changes, against where it parted from this ref',
    )
    .option('--as-of <date>', 'with --target: the day of the request; today when none is given')
    .addHelpText('after', revisions)
    .action((base, head, options) => done(diff(base, head, options, world)));
};

const revisions = `
Revisions:
  archive:latest       the newest released version (BASE when none is given)
  archive:#3           the third released version
  archive:2021-10-24   the version in force on that day
  git:REF, git:index   the policy at a commit, or what is staged
  merge-base:REF       where HEAD and a ref parted
  a policy folder, or a compiled policy.json
  two Markdown documents: old.md new.md, or git:REF:path.md new.md`;

interface DiffOptions extends OnPolicies, FindingsOptions, Remembering {
  readonly failOn: FailOn;
  /** Judge a request: only what it changes against where it parted from this ref. */
  readonly target?: string;
  readonly asOf?: string;
}

/** `policyc diff [BASE] [HEAD]`: what changed in meaning, and whether somebody has decided about it. */
function diff(
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
  if (options.target !== undefined && base !== undefined) {
    throw new CannotWork(
      'usage',
      '--target takes no BASE: the base is the archive where the request parted.',
      'Leave BASE and HEAD out.',
    );
  }
  const reports =
    [base, head].some((text) => text !== undefined && isDocument(text)) && base !== undefined
      ? [reportOnDocuments(base, head, world)]
      : reportOnPolicies(base ?? 'archive:latest', head, options, world);
  deliverReport(world, options, diffReport(reports, fromRepository(world.cwd)));
  return reports.some((report) => fails(report, options.failOn)) ? exit.findings : exit.fine;
}

function reportOnPolicies(
  base: string,
  head: string | undefined,
  options: DiffOptions,
  world: World,
): ComparedPolicy[] {
  // A request is judged by what is worked out here and now.
  const memory = options.target === undefined ? memoryOf(options, world) : undefined;
  const workspace = soundWorkspace(world.cwd, memory);
  const policies = selectPolicies(workspace, options.policy, world.cwd);
  if (options.target !== undefined)
    return reportOnRequest(policies, workspace, { ...options, target: options.target }, world);
  const lacking: CannotWork[] = [];
  const reports = policies.flatMap((policy) => {
    try {
      const compared = compareRevisions(policy.folder, world.cwd, base, head, workspace);
      if (compared) return [reportOf(compared, policy, workspace, world)];
      tellUnreleased(policy, world);
    } catch (error) {
      // Of several policies, those that lack the version are said to be left out; a named one must have it.
      if (!lacksRevision(error) || policies.length === 1 || options.policy.length > 0) throw error;
      lacking.push(error);
      world.note(plain`${called(policy.folder, world)}: not compared, ${error.message}\n`);
    }
    return [];
  });
  const [first] = lacking;
  if (first && reports.length === 0) throw first;
  return reports;
}

function lacksRevision(error: unknown): error is CannotWork {
  return error instanceof CannotWork && (error.code === 'no-such-revision' || error.code === 'not-released');
}

/** Two plain documents: texts alone, with no facts, notes or archive to hold them against. */
function reportOnDocuments(baseText: string, headText: string | undefined, world: World): ComparedPolicy {
  const [base, head] = resolveDocuments(baseText, headText, world.cwd);
  const { list: _, ...comparison } = comparePolicies(base.policy, head.policy);
  return {
    policy: head.label,
    path: '.',
    base: { label: base.label, title: base.title },
    head: { label: head.label, title: head.title },
    ...comparison,
    locales: [],
    statesFacts: () => false,
    changes: comparison.changes.map((change) => ({ ...change, decided: change.verdict })),
    documents: true,
    problems: [],
    fileIn: (file) => file,
    textOf: (file) => textOnDisk(world.cwd, file),
  };
}

/** A request against where it parted from its target: what it has, and, unless some were named, what it has no more. */
function reportOnRequest(
  policies: readonly PolicyFolder[],
  workspace: Workspace,
  options: Pick<DiffOptions, 'policy' | 'asOf'> & { readonly target: string },
  world: World,
): ComparedPolicy[] {
  const named = options.policy.length > 0;
  const request = policies.map((policy) => requested(policy, workspace));
  const target = readTarget(
    world.cwd,
    options.target,
    request.map(({ head }) => head.policy.id),
  );
  const today = ({ head }: Requested): string =>
    dateOrToday(options.asOf, '--as-of', head.policy.utcOffset, world);
  const origins = new Map(request.map((policy) => [policy, originOf(policy, target)]));
  const reports = request.flatMap((policy) => {
    const origin = origins.get(policy);
    if (!origin) {
      // Of several policies, a new one is judged by its own archive; alone or named, it must have been there.
      if (named || request.length === 1) throw isNotThere(policy, target);
      world.note(plain`${called(policy.folder, world)}: not there ${target.place}, so everything is new.\n`);
    }
    const compared = compareRequest(policy, origin, target, toolOf(world), today(policy));
    if (compared) return [reportOf(compared, policy, workspace, world)];
    if (origin) tellUnreleased(policy, world);
    return [];
  });
  return [
    ...reports,
    ...(named
      ? []
      : droppedPolicies(target, [...origins.values()]).map((one) => reportOnDropped(one, target))),
  ];
}

function isNotThere({ head }: Requested, { place, ref }: Target): CannotWork {
  return new CannotWork(
    'no-such-revision',
    `the policy ${head.policy.id} does not exist ${place}.`,
    `If it is new there is nothing to compare with until it is on ${ref}: policyc check says whether it is sound. If its id was changed, change it back.`,
  );
}

function reportOnDropped({ id, path, last }: Dropped, target: Target): ComparedPolicy {
  const args = { policy: id, last, where: target.place };
  return {
    policy: id,
    path: path.replace(/\/$/, '') || '.',
    base: { label: `#${last}`, title: `#${last}` },
    head: { label: 'request', title: 'this request' },
    verdict: 'material',
    changes: [],
    renamed: {},
    regrouped: [],
    hints: [],
    locales: [],
    statesFacts: () => false,
    compared: { facts: 0, texts: 0 },
    problems: [diagnostic('policy-dropped', args, startOfFile('policy.yaml'))],
    fileIn: (file) => fileIn(path.replace(/\/$/, '') || '.', file),
    textOf: () => undefined,
  };
}

function tellUnreleased({ folder }: PolicyFolder, world: World): void {
  world.note(plain`${called(folder, world)}: nothing has been released yet, so everything is new.\n`);
}

function reportOf(
  { base, head, comparison, gated, recorded, inForce = [], unannounced = [] }: Compared,
  policy: PolicyFolder,
  workspace: Workspace,
  world: World,
): ComparedPolicy {
  const path = shown(policy.folder, world);
  const side = ({ label, title, folder }: Compared['base']): ComparedPolicy['base'] => ({
    label,
    title,
    ...(folder === undefined ? {} : { fileIn: (file) => fileIn(shown(folder, world), file) }),
  });
  return {
    policy: head.policy.id,
    path,
    base: side(base),
    head: side(head),
    verdict: comparison.verdict,
    changes: gated.changes,
    renamed: comparison.renamed,
    regrouped: comparison.regrouped,
    hints: comparison.hints,
    locales: head.policy.locales,
    statesFacts: (owner) =>
      head.policy.facts.some(({ relation, key }) => relation !== 'statement' && key[0] === owner),
    compared: comparison.compared,
    problems: gated.problems,
    ...(recorded ? { recorded, unannounced } : {}),
    inForce,
    fileIn: (file) => fileIn(file === workspaceFile ? shown(workspace.root, world) : path, file),
    textOf: (file) => textOnDisk(policy.folder, file),
  };
}
