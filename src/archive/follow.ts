import { join } from 'node:path';
import { why } from '../base/messages-why.ts';
import { type ArchiveDisk, nodeDisk } from './disk.ts';
import { type ArchiveFiles, walkFiles } from './files.ts';
import { stagingFolder, versionFolder } from './layout.ts';
import { noticesFile } from './notices.ts';
import { type ArchiveProblem, archiveProblem } from './problem.ts';
import type { ArchivedVersion } from './read.ts';
import { discard, discardQuietly, errorCode, recoverArchive } from './recover.ts';
import { stageFiles, writeAttributes } from './store.ts';

/** Where two archives part: what each has after the versions that both have. */
export interface Parting {
  /** How many versions both have. */
  readonly common: number;
  readonly ours: readonly ArchivedVersion[];
  readonly theirs: readonly ArchivedVersion[];
}

/** Versions are the same when their manifests are, to the byte: each holds the hashes of all its files. */
export function partingOf(ours: readonly ArchivedVersion[], theirs: readonly ArchivedVersion[]): Parting {
  let common = 0;
  while (ours[common] !== undefined && ours[common]?.hash === theirs[common]?.hash) common += 1;
  return { common, ours: ours.slice(common), theirs: theirs.slice(common) };
}

/**
 * Takes the versions of another archive from where the two part, in place of those here. All that comes is on the disk,
 * below hidden names, before the first version goes: a disk that is full changes nothing. Each version goes and comes whole;
 * interrupted, the archive ends earlier, and doing it again finishes the work. What goes must be kept elsewhere: a commit
 * has it.
 */
export function followArchive(
  archiveFolder: string,
  { common, theirs }: Parting,
  files: ArchiveFiles,
  disk: ArchiveDisk = nodeDisk,
): readonly ArchiveProblem[] {
  const staged: Staged[] = [];
  let last = common;
  try {
    recoverArchive(archiveFolder, disk);
    for (const { sequence } of theirs) {
      last = sequence;
      stageFollowed(archiveFolder, sequence, files, disk, staged);
    }
    const [first] = staged;
    if (first) writeAttributes(archiveFolder, join(archiveFolder, first.name), disk);
    const names = disk.list(archiveFolder).map(({ name }) => name);
    const newest = Math.max(
      common,
      ...names.map((name) => Number.parseInt(name, 10)).filter(Number.isInteger),
    );
    for (let sequence = newest; sequence > common; sequence -= 1) {
      discard(archiveFolder, versionFolder(sequence), disk);
      discard(archiveFolder, noticesFile(sequence), disk);
    }
    for (const { name, becomes } of staged)
      disk.moveFolder(join(archiveFolder, name), join(archiveFolder, becomes));
    disk.syncFolder(archiveFolder);
    return [];
  } catch (error) {
    for (const { name } of staged) discardQuietly(archiveFolder, name, disk);
    return [archiveProblem('store-failed', last, '', { why: why('system', { says: errorCode(error) }) })];
  }
}

interface Staged {
  readonly name: string;
  /** What it is called when it is released. */
  readonly becomes: string;
}

/** Writes a version and its notices under hidden names. */
function stageFollowed(
  archiveFolder: string,
  sequence: number,
  files: ArchiveFiles,
  disk: ArchiveDisk,
  staged: Staged[],
): void {
  const folder = versionFolder(sequence);
  const contents = walkFiles(files, folder).flatMap(({ path }) => {
    const bytes = files.read(path);
    return bytes ? [[path.slice(folder.length + 1), bytes] as const] : [];
  });
  const name = stagingFolder(sequence, disk.randomName());
  staged.push({ name, becomes: folder });
  stageFiles(join(archiveFolder, name), contents, disk);
  const notices = files.read(noticesFile(sequence));
  if (!notices) return;
  const beside = stagingFolder(sequence, disk.randomName());
  staged.push({ name: beside, becomes: noticesFile(sequence) });
  disk.createFile(join(archiveFolder, beside), notices);
}
