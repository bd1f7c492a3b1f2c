import { dirname, join } from 'node:path';
import { sha256 } from '../base/canonical.ts';
import type { ArchiveArguments, StoreCode } from '../base/messages-archive.ts';
import { why } from '../base/messages-why.ts';
import { type ArchiveDisk, nodeDisk } from './disk.ts';
import {
  attributesFile,
  attributesText,
  manifestFile,
  sequenceOf,
  stagingFolder,
  versionFolder,
} from './layout.ts';
import type { ReleasePlan } from './plan.ts';
import { type ArchiveProblem, archiveProblem } from './problem.ts';
import { discardQuietly, errorCode, type Leftover, recoverArchive } from './recover.ts';

/** What storing a release did. */
export interface Applied {
  readonly released: boolean;
  /** Leftovers of interrupted releases, removed before this one began. */
  readonly recovered: readonly Leftover[];
  readonly problems: readonly ArchiveProblem<StoreCode>[];
}

/**
 * Stores a planned release. One rename is the commit: killed at any instant, the archive holds exactly the versions
 * it held before, or those and the new one whole. Of two releases of one number, the rename lets one win. Never
 * throws; a failure leaves nothing of the release behind, or what the next run removes.
 */
export function applyPlan(archiveFolder: string, plan: ReleasePlan, disk: ArchiveDisk = nodeDisk): Applied {
  const { sequence } = plan.manifest;
  const version = join(archiveFolder, versionFolder(sequence));
  const staging = stagingFolder(sequence, disk.randomName());
  const fail = <C extends StoreCode>(code: C, args: ArchiveArguments<C>) =>
    archiveProblem(code, sequence, '', args);
  let recovered: readonly Leftover[] = [];
  let begins = false;
  try {
    begins = disk.kindOf(archiveFolder) === undefined;
    makeArchive(archiveFolder, disk);
    recovered = recoverArchive(archiveFolder, disk);
    const moved = headProblem(archiveFolder, plan, disk);
    if (moved) return { released: false, recovered, problems: [fail(moved, {})] };
    stage(archiveFolder, staging, plan, disk);
    requireFolder(archiveFolder, disk);
    disk.moveFolder(join(archiveFolder, staging), version);
  } catch (error) {
    const problem = isTaken(version, disk)
      ? fail('store-version-exists', {})
      : isGone(join(archiveFolder, staging), error, disk)
        ? fail('store-taken-over', {})
        : fail('store-failed', { why: why('system', { says: errorCode(error) }) });
    discardQuietly(archiveFolder, staging, disk);
    if (begins) removeQuietly(archiveFolder, disk);
    return { released: false, recovered, problems: [problem] };
  }
  try {
    disk.syncFolder(archiveFolder);
  } catch (error) {
    return {
      released: true,
      recovered,
      problems: [fail('store-not-synced', { why: why('system', { says: errorCode(error) }) })],
    };
  }
  return { released: true, recovered, problems: [] };
}

function makeArchive(archiveFolder: string, disk: ArchiveDisk): void {
  const kind = disk.kindOf(archiveFolder);
  if (kind === 'folder') return;
  if (kind !== undefined) throw new Error('the archive is not a folder');
  try {
    disk.makeFolder(archiveFolder);
  } catch (error) {
    // Another first release may have made it meanwhile.
    if (errorCode(error) !== 'EEXIST' || disk.kindOf(archiveFolder) !== 'folder') throw error;
  }
  disk.syncFolder(dirname(archiveFolder));
}

/** Whether the archive on disk still ends where the plan begins. */
function headProblem(
  archiveFolder: string,
  plan: ReleasePlan,
  disk: ArchiveDisk,
): 'store-version-exists' | 'store-head-moved' | undefined {
  const { sequence, previous } = plan.manifest;
  const last = Math.max(0, ...disk.list(archiveFolder).map(({ name }) => sequenceOf(name) ?? 0));
  if (last >= sequence) return 'store-version-exists';
  if (last !== sequence - 1) return 'store-head-moved';
  const hash = last === 0 ? null : sha256(disk.read(join(archiveFolder, versionFolder(last), manifestFile)));
  return hash === previous ? undefined : 'store-head-moved';
}

/** Writes the whole version under its hidden name, and syncs it from the leaves up. */
function stage(archiveFolder: string, staging: string, plan: ReleasePlan, disk: ArchiveDisk): void {
  const root = join(archiveFolder, staging);
  stageFiles(root, plan.files, disk);
  writeAttributes(archiveFolder, root, disk);
}

/** Makes a folder with files in it, and syncs it from the leaves up. */
export function stageFiles(
  root: string,
  files: Iterable<readonly [string, Uint8Array]>,
  disk: ArchiveDisk,
): void {
  disk.makeFolder(root);
  const folders = new Set<string>();
  for (const [path, bytes] of files) {
    const parts = path.split('/').slice(0, -1);
    parts.forEach((_, index) => {
      const folder = parts.slice(0, index + 1).join('/');
      if (!folders.has(folder)) disk.makeFolder(join(root, folder));
      folders.add(folder);
    });
    disk.createFile(join(root, path), bytes);
  }
  for (const folder of [...folders].reverse()) disk.syncFolder(join(root, folder));
  disk.syncFolder(root);
}

/** The file belongs to no version and is always the same, so it may exist before the first version. */
export function writeAttributes(archiveFolder: string, root: string, disk: ArchiveDisk): void {
  const target = join(archiveFolder, attributesFile);
  if (disk.kindOf(target) !== undefined) return;
  const written = join(root, attributesFile);
  disk.createFile(written, new TextEncoder().encode(attributesText));
  requireFolder(archiveFolder, disk);
  disk.moveFile(written, target);
  disk.syncFolder(root);
}

/** Fails if the archive folder was replaced by a link meanwhile: what was written behind it is no part of this archive. */
function requireFolder(archiveFolder: string, disk: ArchiveDisk): void {
  if (disk.kindOf(archiveFolder) !== 'folder') throw new Error('the archive is no folder any more');
}

/** Whether the folder of the version exists, so that another release won the rename. */
function isTaken(version: string, disk: ArchiveDisk): boolean {
  try {
    return disk.kindOf(version) !== undefined;
  } catch {
    return false;
  }
}

function isGone(staging: string, error: unknown, disk: ArchiveDisk): boolean {
  try {
    return errorCode(error) === 'ENOENT' && disk.kindOf(staging) === undefined;
  } catch {
    return false;
  }
}

/** Removes the archive folder of a failed first release if it is empty; another release may be in it. */
function removeQuietly(archiveFolder: string, disk: ArchiveDisk): void {
  try {
    disk.removeEmpty(archiveFolder);
  } catch {
    // It is in use, or cannot be removed: an empty archive does no harm.
  }
}
