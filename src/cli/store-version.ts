import { join } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import { manifestFile, versionFolder } from '../archive/layout.ts';
import type { ReleasePlan } from '../archive/plan.ts';
import type { Manifest } from '../archive/release.ts';
import { applyPlan } from '../archive/store.ts';
import { sha256 } from '../base/canonical.ts';
import { messageOf } from '../base/diagnostic.ts';
import { plain } from '../base/escape.ts';
import { cannot } from '../base/failure.ts';
import { naming } from '../base/named-error.ts';
import type { PlannedVersion } from '../compile.ts';
import { beforeNewest, type PendingChanges } from '../judgement/pending.ts';
import { releaseText } from '../report/release-text.ts';
import { diskInGit } from '../revision/disk-in-git.ts';
import { styleOf } from './output.ts';
import { asTyped } from './typed.ts';
import type { World } from './world.ts';

/**
 * Plans the next version; or the newest one once more, if that gives the same bytes: a run that was interrupted after it
 * stored the version, or before it said so, is run again.
 */
export function planOnce(
  pending: PendingChanges,
  dates: Pick<Manifest, 'published' | 'effective'>,
  plan: (pending: PendingChanges) => PlannedVersion,
): PlannedVersion {
  const last = pending.archive.versions.at(-1);
  const isOfDates =
    last?.manifest.published === dates.published && last.manifest.effective === dates.effective;
  const before = isOfDates ? beforeNewest(pending) : undefined;
  const again = before && plan(before);
  return again?.plan && again.plan.hash === last?.hash ? again : plan(pending);
}

/** Stores a version that was planned, unless it is to be shown alone or is there, and says what was done; throws when it is not there then. */
export function storeVersion(
  folder: string,
  planned: PlannedVersion,
  plan: ReleasePlan,
  dryRun: boolean,
  world: World,
): void {
  const archive = join(folder, 'archive');
  const isThere = isStored(archive, plan);
  // The run that stored it may have been killed before it was on the disk for good.
  if (isThere && !dryRun) naming(archive, () => diskInGit.syncFolder(archive));
  const applied = dryRun || isThere ? undefined : applyPlan(archive, plan, diskInGit);
  for (const one of applied?.recovered ?? [])
    world.remark(plain`Removed ${one.folder}, which an interrupted release had left.\n`);
  const [problem] = applied?.problems ?? [];
  if (problem && !applied?.released) throw cannot('not-to-be-released', { problem });
  const text = releaseText(planned, plan, dryRun && !isThere, styleOf(world, { format: 'text' }));
  world.out(asTyped(text, world));
  if (isThere) world.remark('It was there already, byte for byte: nothing was written.\n');
  if (!problem) return;
  const { reason, fix } = messageOf(problem);
  world.remark(plain`policyc: ${reason}\n  ${fix}\n  Why: policyc explain ${problem.code}\n`);
}

/** Whether the version is there as planned; both commands have verified what is there. */
function isStored(archive: string, { manifest, hash }: ReleasePlan): boolean {
  const bytes = folderFiles(archive).read(`${versionFolder(manifest.sequence)}/${manifestFile}`);
  return bytes !== undefined && sha256(bytes) === hash;
}
