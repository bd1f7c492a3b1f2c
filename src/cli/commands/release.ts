import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, hasErrors, messageOf } from '../../base/diagnostic.ts';
import { plain } from '../../base/escape.ts';
import { cannot } from '../../base/failure.ts';
import { isSaid } from '../../base/hidden.ts';
import { formatPlace } from '../../base/place.ts';
import { checkSnapshot } from '../../check/check-snapshot.ts';
import { type PlannedVersion, planVersion, type VersionInput } from '../../compile.ts';
import { isSpent, type Note } from '../../gate/note.ts';
import { settingsFor } from '../../gate/settings-changes.ts';
import { changesOfMoved, othersBeside } from '../../judgement/moved-changes.ts';
import {
  inForce,
  type PendingChanges,
  pendingBeforeRelease,
  releasedSoFar,
  standingIn,
  weakenedSince,
} from '../../judgement/pending.ts';
import type { Policy } from '../../model/policy.ts';
import { problemsText } from '../../report/problem-text.ts';
import { requireOwnArchive } from '../../revision/archive.ts';
import { workingTree } from '../../revision/revision.ts';
import { requireOwnIds } from '../../revision/shared-id.ts';
import { othersIn } from '../../revision/target.ts';
import type { PolicyFolder, Workspace } from '../../revision/workspace-place.ts';
import { normaliseText, type Snapshot } from '../../snapshot/snapshot.ts';
import { isName } from '../../syntax/said.ts';
import { type Define, onPolicies, repeated, withPaths } from '../command.ts';
import { dateOrToday, requirePast, validDate } from '../dates.ts';
import { tidyNotes } from '../drafted-notes.ts';
import { styleOf } from '../output.ts';
import { fileIn, shown, textOnDisk } from '../paths.ts';
import { type OnPolicies, onePolicyOf, workspaceOf } from '../policies.ts';
import { planOnce, storeVersion } from '../store-version.ts';
import { exit, toolOf, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .argument('[path]', 'the policy folder, or a file in it, like --policy')
    .requiredOption('--effective <date>', 'the day it takes effect (YYYY-MM-DD)')
    .option('--published <date>', 'the day it is published (default: today)')
    .option('--corrects <sequence>', 'the version that this one corrects')
    .addOption(repeated('--withdraws <sequence>', 'a version that this one withdraws', 'none'))
    .option('--adopted', 'it was published elsewhere before; recorded and shown to readers')
    .option('--override <reason>', 'release even though a requirement is not met; recorded with --by')
    .option('--by <who>', 'who takes responsibility for an override')
    .option('--dry-run', 'print the plan and write nothing')
    .action((path, options) => done(release(withPaths(path === undefined ? [] : [path], options), world)));
};

interface ReleaseOptions extends OnPolicies {
  readonly effective: string;
  readonly published?: string;
  readonly corrects?: string;
  readonly withdraws: readonly string[];
  readonly adopted?: boolean;
  readonly override?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
}

/** `policyc release`: plans the next version, says what it is, and stores all of it or nothing. */
function release(options: ReleaseOptions, world: World): number {
  const workspace = workspaceOf(options, world);
  const policy = onePolicyOf(options, world, workspace, 'release');
  if (options.override !== undefined && !(isSaid(options.override) && isName(options.by ?? '')))
    throw cannot('override-without-name', {});
  const planned = plan(policy, workspace, options, world);
  const style = styleOf(world, { format: 'text' });
  const path = shown(policy.folder, world);
  world.remark(
    problemsText(
      planned.problems,
      (file) => fileIn(path, file),
      (file) => textOnDisk(policy.folder, file),
      style,
    ),
  );
  if (!planned.plan) return refuse(planned);
  storeVersion(policy.folder, planned, planned.plan, options.dryRun === true, world);
  if (!options.dryRun) {
    removeSpent(policy.folder, planned.used);
    tidyNotes(policy.folder, world);
  }
  return exit.fine;

  function refuse({ refusals, missing, problems, decideFirst }: PlannedVersion): number {
    const [refusal] = refusals;
    if (refusal) throw cannot('not-to-be-released', { problem: refusal });
    for (const one of missing) {
      const { reason, fix } = messageOf(one);
      world.remark(plain`policyc: ${reason}\n  ${fix}\n  Why: policyc explain ${one.code}\n`);
    }
    if (missing.length > 0 && !decideFirst)
      world.remark(
        'Nothing was released. To release all the same, and have that recorded: --override REASON --by NAME\n',
      );
    else if (missing.length + problems.length > 0) world.remark('Nothing was released.\n');
    return exit.findings;
  }
}

/**
 * Removes notes that the version has recorded from `changes/`. One that somebody changed meanwhile stays: it is
 * another note now. One that cannot be removed is harmless, since used-up notes are ignored.
 */
function removeSpent(folder: string, notes: readonly Note[]): void {
  for (const { path, text } of notes.flatMap(({ files }) => files)) {
    const file = join(folder, ...path.split('/'));
    try {
      if (lstatSync(file).isFile() && normaliseText(readFileSync(file, 'utf8')) === text) rmSync(file);
    } catch {
      // Left where it is.
    }
  }
}

function plan(
  folder: PolicyFolder,
  workspace: Workspace,
  options: ReleaseOptions,
  world: World,
): PlannedVersion {
  const snapshot = workingTree(folder.folder);
  const published = (utcOffset: string): string =>
    dateOrToday(options.published, '--published', utcOffset, world);
  const { policy, found } = compiled(snapshot, workspace, shown(folder.folder, world), published);
  const takesBack = options.withdraws.length > 0;
  if (options.adopted || takesBack)
    requirePast(published(policy.utcOffset), policy.utcOffset, world, takesBack);
  const pending = pendingBeforeRelease(folder);
  requireOwnArchive(folder.folder, pending.archive);
  if (pending.archive.versions.length === 0)
    requireOwnIds([...othersIn(workspace, [folder], policy.id), { id: policy.id, path: folder.path }]);
  const { corrects, withdraws, override, by } = options;
  const settings = settingsFor(workspace.settings, snapshot);
  const dates = {
    published: published(policy.utcOffset),
    effective: validDate(options.effective, '--effective'),
  };
  return planOnce(pending, dates, planAfter);

  function planAfter(before: PendingChanges): PlannedVersion {
    const released = releasedSoFar(before);
    const unspent = before.notes.notes.filter((note) => !isSpent(note, before.spent));
    return planVersion({
      ...released,
      ...dates,
      policy,
      found,
      ...(corrects === undefined ? {} : { corrects: sequence(corrects, '--corrects') }),
      ...(withdraws.length === 0 ? {} : { withdraws: withdraws.map((one) => sequence(one, '--withdraws')) }),
      ...(options.adopted ? { adopted: true } : {}),
      tool: toolOf(world),
      sources: sourcesOf(
        folder,
        workspace,
        snapshot,
        unspent.flatMap(({ files }) => files),
      ),
      horizon: workspace.settings.archive.horizon,
      inForce: inForce(before),
      besides: weakenedSince(before, settings),
      movedClauses: movedFrom(released.head, before),
      waived: settings.waived,
      override: override !== undefined && by !== undefined ? { reason: override, by } : undefined,
    });
  }

  function movedFrom(
    head: VersionInput['head'],
    { files, archive }: PendingChanges,
  ): ReturnType<typeof changesOfMoved> {
    if (!head) return { changes: [], told: [] };
    const others = (): ReturnType<typeof othersBeside> => othersBeside(folder, workspace, head.manifest);
    const standing = standingIn(files, archive.versions, dates.published);
    return changesOfMoved(head.policy, policy, folder.path, others, standing);
  }
}

function compiled(
  snapshot: Snapshot,
  workspace: Workspace,
  path: string,
  published: (utcOffset: string) => string,
): { readonly policy: Policy; readonly found: readonly Diagnostic[] } {
  const { policy, problems } = checkSnapshot(snapshot, workspace.rules, published);
  if (policy && !hasErrors(problems)) return { policy, found: problems };
  const problem = problems.find(({ severity, waived }) => severity === 'error' && !waived);
  const first = problem && { where: fileIn(path, formatPlace(problem.place)), problem };
  throw cannot('policy-has-errors', { first });
}

function sequence(text: string, option: string): number {
  if (!/^#?\d{1,4}$/.test(text)) throw cannot('option-no-version', { option, text });
  return Number(text.replace('#', ''));
}

/** Every text that the meaning of the version or the gate depends on, by path in the workspace. */
function sourcesOf(
  folder: PolicyFolder,
  workspace: Workspace,
  snapshot: Snapshot,
  notes: readonly { readonly path: string; readonly text: string }[],
): ReadonlyMap<string, string> {
  const inside = (path: string): string => (folder.path === '.' ? path : `${folder.path}/${path}`);
  return new Map([
    ...[...workspace.snapshot.files.values()].map((file) => [file.path, file.text] as const),
    ...[...snapshot.files.values()].map((file) => [inside(file.path), file.text] as const),
    ...notes.map((note) => [inside(note.path), note.text] as const),
  ]);
}
