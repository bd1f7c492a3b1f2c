import { basename } from 'node:path';
import { messageOf } from '../../../base/diagnostic.ts';
import { plain } from '../../../base/escape.ts';
import { cannot } from '../../../base/failure.ts';
import type { PlannedVersion } from '../../../compile.ts';
import { settingsFor } from '../../../gate/settings-changes.ts';
import { adoptedSources, planAdopted } from '../../../judgement/adopted.ts';
import { inForce, pendingBeforeRelease, releasedSoFar, weakenedSince } from '../../../judgement/pending.ts';
import { compileFiles } from '../../../model/compiled.ts';
import type { Policy } from '../../../model/policy.ts';
import { rowsIn } from '../../../model/row-index.ts';
import { compilePolicy, workingTree } from '../../../revision/revision.ts';
import { type NewFiles, snapshotOfNew } from '../../../scaffold/workspace.ts';
import { isName } from '../../../syntax/said.ts';
import { type Define, onPolicies } from '../../command.ts';
import { requirePast, validDate } from '../../dates.ts';
import { type ImportedFile, importFile } from '../../import-source.ts';
import { type OnPolicies, onePolicyOf, workspaceOf } from '../../policies.ts';
import { planOnce, storeVersion } from '../../store-version.ts';
import { exit, toolOf, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .argument('<file>', 'the document as it was published: .md, .html or .txt')
    .requiredOption('--effective <date>', 'the day it took effect (YYYY-MM-DD)')
    .option('--published <date>', 'the day it was published (default: the day it took effect)')
    .option('--locale <language>', 'its language (default: that of the policy)')
    .option('--by <who>', 'who confirms that it was published so')
    .option('--dry-run', 'print the plan and write nothing')
    .action((file, options) => done(adopt(file, options, world)));
};

interface AdoptOptions extends OnPolicies {
  readonly effective: string;
  readonly published?: string;
  readonly locale?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
}

/** `policyc archive adopt FILE`: a document that was published before becomes a version, marked as taken over and not verified. */
function adopt(file: string, options: AdoptOptions, world: World): number {
  const { folder, planned, told } = plan(file, options, world);
  const [refusal] = planned.refusals;
  if (refusal) throw cannot('not-to-be-released', { problem: refusal });
  if (!planned.plan) {
    for (const one of [...planned.missing, ...planned.problems]) {
      const { reason, fix } = messageOf(one);
      world.remark(plain`policyc: ${reason}\n  ${fix}\n`);
    }
    world.remark('Nothing was adopted.\n');
    return exit.findings;
  }
  storeVersion(folder, planned, planned.plan, options.dryRun === true, world);
  world.remark(told);
  world.remark(
    'It is marked as taken over from elsewhere, and not verified: readers and the gate are told so.\n',
  );
  return exit.fine;
}

function plan(
  file: string,
  options: AdoptOptions,
  world: World,
): { readonly folder: string; readonly planned: PlannedVersion; readonly told: string } {
  const workspace = workspaceOf(options, world);
  const folder = onePolicyOf(options, world, workspace);
  const tree = workingTree(folder.folder);
  const own = compilePolicy(tree, { of: 'working-tree', path: folder.path });
  const words = new Map([...tree.files].map(([path, { text }]) => [path, text] as const));
  const imported = importedAs(own, file, options, world, words);
  const { policy } = compileFiles(snapshotOfNew(imported.files));
  if (!policy) throw cannot('import-empty', { file });
  const pending = pendingBeforeRelease(folder);
  const dates = datesOf(options, own.utcOffset, world);
  const sources = adoptedSources(
    imported.files,
    folder.path,
    { name: basename(file), text: imported.text },
    new Map([...workspace.snapshot.files.values()].map((one) => [one.path, one.text] as const)),
  );
  const planned = planOnce(pending, dates, (before) =>
    planAdopted(
      {
        ...releasedSoFar(before),
        ...dates,
        policy,
        sources,
        tool: toolOf(world),
        horizon: workspace.settings.archive.horizon,
        inForce: { ...inForce(before), notes: [] },
        besides: weakenedSince(before, settingsFor(workspace.settings, snapshotOfNew(imported.files))),
        override: undefined,
      },
      folder.path,
      { file: basename(file), by: isName(options.by ?? '') ? (options.by ?? '') : 'nobody named' },
    ),
  );
  return { folder: folder.folder, planned, told: imported.told };
}

/** The document as a policy of the same id, edition and company as the one that is there. */
function importedAs(
  own: Policy,
  file: string,
  { locale }: AdoptOptions,
  world: World,
  words: NewFiles,
): ImportedFile {
  const controller = rowsIn(own)
    .all('party')
    .find(({ values }) => values.role === 'controller');
  const known = {
    id: own.id,
    edition: own.edition,
    locale: locale ?? own.prevailing,
    registers: false,
    ...(controller ? { company: String(controller.values.name) } : {}),
  };
  return importFile(file, known, world, words);
}

function datesOf(
  options: AdoptOptions,
  utcOffset: string,
  world: World,
): { readonly published: string; readonly effective: string } {
  const effective = validDate(options.effective, '--effective');
  const published = options.published === undefined ? effective : validDate(options.published, '--published');
  requirePast(published, utcOffset, world);
  return { published, effective };
}
