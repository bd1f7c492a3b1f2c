import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { versionFolder } from '../../archive/layout.ts';
import { type Diagnostic, diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { cannot } from '../../base/failure.ts';
import { append } from '../../base/group.ts';
import type { Memory } from '../../base/memory.ts';
import { startOfFile } from '../../base/place.ts';
import { onDay } from '../../check/on-day.ts';
import { type CheckedPolicy, checkReport } from '../../report/check-report.ts';
import { conflictsInArchive, leftoversShared } from '../../revision/conflicted-archive.ts';
import { isPolicyFolderPath } from '../../revision/policy-paths.ts';
import { headOf, mayGive } from '../../revision/possible-id.ts';
import { type Called, firstCalled } from '../../revision/shared-id.ts';
import {
  type PolicyFolder,
  placeOfWorkspace,
  requireSameRepository,
  selectPolicies,
  startOfWorkspace,
  type Workspace,
  workspaceAt,
} from '../../revision/workspace-place.ts';
import { readFolder } from '../../snapshot/folder.ts';
import { rememberedLater } from '../../snapshot/remembered.ts';
import { fromRepository } from '../../snapshot/repository.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { type Define, onPaths, repeated, reportingFindings } from '../command.ts';
import { dateOrToday } from '../dates.ts';
import { deliverReport, type FindingsOptions } from '../output.ts';
import { fileIn, shown, textOnDisk } from '../paths.ts';
import { memoryOf, type Remembering, remembering } from '../remember.ts';
import { type Sharing, shareOf, sharing } from '../share.ts';
import { misplacedSite } from '../site-place.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  sharing(remembering(onPaths(reportingFindings(command))))
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that exits with 1')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .addOption(
      repeated(
        '--profile <profile>',
        'check against a legal profile too; "declared" means those that the policy names',
        'none',
      ),
    )
    .option('--edition <edition>', 'check as if written in another edition: its id, or next')
    .option('--fix', 'fix what needs no judgement: quote texts that YAML reads as numbers or dates')
    .option('--dry-run', 'with --fix: show the diff and change nothing; exit with 1 if there is any')
    .option('--as-of <date>', 'the day on which waivers are judged (default: today)')
    .action(async (paths, options) => done(await check([...paths, ...options.policy], options, world)));
};

interface CheckOptions extends FindingsOptions, Remembering, Sharing {
  readonly failOn: 'error' | 'warning' | 'info';
  readonly asOf?: string;
  readonly profile: readonly string[];
  readonly edition?: string;
  readonly fix?: true;
  readonly dryRun?: true;
}

/**
 * `policyc check`: schema, references and consistency of every policy. The code that reads YAML and applies the rules
 * is most of the program, and is loaded only when something has changed.
 */
async function check(paths: readonly string[], options: CheckOptions, world: World): Promise<number> {
  if (options.dryRun && !options.fix) throw cannot('dry-run-without-fix', {});
  if (options.fix) {
    const mended = await mend(paths, options, world);
    if (options.dryRun) return mended ? exit.findings : exit.fine;
  }
  const checked: CheckedPolicy[] = [];
  for (const [start, named] of byWorkspace(paths, world)) {
    const workspace = await workspaceOf(start, memoryOf(options, world));
    const problems = [...workspace.problems, ...(await misplacedSite(workspace, world))];
    if (problems.length > 0) checked.push(checkedWorkspace(workspace, problems, world));
    const found: CheckedPolicy[] = [];
    const chosen = shareOf(selectPolicies(workspace, named, world.cwd), workspace, options);
    for (const policy of chosen) found.push(await checkFolder(policy, workspace, options, world));
    const ids = await idsIn(workspace, chosen, found, world);
    checked.push(...found.map((one) => withOwnId(one, ids)));
  }
  await deliverReport(world, options, checkReport(checked, fromRepository(world.cwd)));
  const grave = ['info', 'warning', 'error'].indexOf(options.failOn);
  const found = checked.some(({ problems }) =>
    problems.some(
      ({ severity, waived }) => !waived && ['info', 'warning', 'error'].indexOf(severity) >= grave,
    ),
  );
  return found ? exit.findings : exit.fine;
}

/** The ids of the workspace's policies, in its order: of those that are not checked, only where an id may clash. */
async function idsIn(
  { policies }: Workspace,
  chosen: readonly PolicyFolder[],
  found: readonly CheckedPolicy[],
  world: World,
): Promise<readonly Called[]> {
  const known = new Map(
    chosen.map(({ folder }, at) => [folder, { id: found[at]?.policy?.id, path: found[at]?.path ?? '' }]),
  );
  const sought = new Set(found.flatMap(({ policy }) => policy?.id ?? []));
  if (known.size === policies.length || sought.size === 0) return [...known.values()];
  return Promise.all(
    policies.map(
      async ({ folder }) =>
        known.get(folder) ?? { id: await idSought(folder, sought), path: shown(folder, world) },
    ),
  );
}

/** The id of a policy if it may be one of those sought; the YAML parser is loaded only then. */
async function idSought(folder: string, sought: ReadonlySet<string>): Promise<string | undefined> {
  const head = headOf(folder);
  if (!head || !mayGive(head, sought)) return undefined;
  return (await import('../../revision/own-id.ts')).idIn(head).id;
}

/** The same, with an error when another policy of the workspace has its id. */
function withOwnId(checked: CheckedPolicy, ids: readonly Called[]): CheckedPolicy {
  const { policy, path, problems } = checked;
  if (!policy) return checked;
  const other = firstCalled(policy.id, ids);
  if (other === path) return checked;
  const taken = diagnostic('policy-id-taken', { id: policy.id, other }, startOfFile('policy.yaml'));
  return { ...checked, policy: undefined, problems: [taken, ...problems] };
}

/** Fixes the files of the chosen policies, or shows what it would change; returns whether there was anything. */
async function mend(paths: readonly string[], { dryRun }: CheckOptions, world: World): Promise<boolean> {
  const { mendPolicies } = await import('../mend.ts');
  const chosen: PolicyFolder[] = [];
  for (const [start, named] of byWorkspace(paths, world))
    chosen.push(...selectPolicies(await workspaceOf(start, undefined), named, world.cwd));
  return mendPolicies(chosen, dryRun === true, world);
}

/** The paths of each workspace, by its folder; without paths, the workspace that the command runs in. */
function byWorkspace(paths: readonly string[], world: World): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const { root } = placeOfWorkspace(startOfWorkspace(world.cwd, path));
    append(found, root, path);
  }
  return found.size > 0 ? found : new Map([[world.cwd, []]]);
}

async function workspaceOf(start: string, memory: Memory | undefined): Promise<Workspace> {
  const place = placeOfWorkspace(start);
  const { file } = place;
  if (!file) return workspaceAt(place, { content: {}, problems: [] }, memory);
  const said = await rememberedLater(memory, 'workspace', file, async () =>
    (await import('../../revision/workspace.ts')).checkedWorkspaceIn(file),
  );
  return workspaceAt(place, said, memory);
}

async function checkFolder(
  policy: PolicyFolder,
  workspace: Workspace,
  { asOf, profile, edition }: Pick<CheckOptions, 'asOf' | 'profile' | 'edition'>,
  world: World,
): Promise<CheckedPolicy> {
  const { rules, memory } = workspace;
  // The gate refuses it too, so `check` must not pass what no pull request could be judged with.
  requireSameRepository(policy.folder, workspace.root);
  const own = readFolder(policy.folder, isPolicyFolderPath);
  const snapshot = edition === undefined ? own : await inOtherEdition(own, edition);
  if (!existsSync(join(policy.folder, 'archive', versionFolder(1))))
    (await import('../../revision/vanished.ts')).requireNeverReleased(policy);
  const what = ['checked', rules, profile];
  const found = await rememberedLater(memory, what, snapshot, async () =>
    (await import('../checked.ts')).checkFiles(snapshot, workspace, profile),
  );
  const { utcOffset = 'Z' } = found;
  const day = dateOrToday(asOf, '--as-of', utcOffset, world);
  const problems = [
    ...onDay(found, day),
    ...conflictsInArchive(policy.folder),
    ...leftoversShared(policy.folder),
  ];
  return {
    path: shown(policy.folder, world),
    policy: hasErrors(problems) ? undefined : found.policy,
    problems,
    coverage: found.coverage,
    fileIn: (file) => fileIn(shown(policy.folder, world), file),
    textOf: (file) => snapshot.files.get(file)?.text ?? textOnDisk(policy.folder, file),
  };
}

async function inOtherEdition(snapshot: Snapshot, option: string): Promise<Snapshot> {
  const { editionMeant, inEdition } = await import('../law.ts');
  return inEdition(snapshot, editionMeant(option));
}

function checkedWorkspace(
  workspace: Workspace,
  problems: readonly Diagnostic[],
  world: World,
): CheckedPolicy {
  return {
    path: shown(workspace.root, world),
    policy: undefined,
    isWorkspace: true,
    problems,
    fileIn: (file) => fileIn(shown(workspace.root, world), file),
    textOf: (file) => workspace.snapshot.files.get(file)?.text,
  };
}
