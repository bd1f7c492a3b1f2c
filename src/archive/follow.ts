import { join } from 'node:path';
import { why } from '../base/messages-why.ts';
import { type ArchiveDisk, nodeDisk } from './disk.ts';
import { type ArchiveFiles, walkFiles } from './files.ts';
import { discardedFolder, isLeftover, sequenceOf, stagingFolder, versionFolder } from './layout.ts';
import { noticesFile, recordedSequence } from './notices.ts';
import { type ArchiveProblem, archiveProblem } from './problem.ts';
import type { ArchivedVersion } from './read.ts';
import { discardQuietly, errorCode, recoverArchive } from './recover.ts';
import { stageFiles, writeAttributes } from './store.ts';

/** Where two archives part, and what each has from there on. */
export interface Parting {
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
 * Replaces the versions of an archive, from where the two part, by those of another. All new files are on the disk under
 * hidden names before the first version is removed, and removed versions are only renamed until all new ones are there: a
 * failure puts everything back. Killed, the archive ends earlier, and running it again finishes the work. What is removed
 * must be kept by a commit.
 */
export function followArchive(
  archiveFolder: string,
  { common, theirs }: Parting,
  files: ArchiveFiles,
  disk: ArchiveDisk = nodeDisk,
): readonly ArchiveProblem[] {
  const staged: Staged[] = [];
  const moved: Staged[] = [];
  const stage = (sequence: number, becomes: string): string => {
    const name = stagingFolder(sequence, disk.randomName());
    staged.push({ name, becomes });
    return join(archiveFolder, name);
  };
  const rename = (name: string, becomes: string): void =>
    disk.moveFolder(join(archiveFolder, name), join(archiveFolder, becomes));
  const move = (name: string, becomes: string): void => {
    rename(name, becomes);
    moved.unshift({ name, becomes });
  };
  let last = common;
  try {
    recoverArchive(archiveFolder, disk);
    for (const { sequence } of theirs) {
      last = sequence;
      const folder = versionFolder(sequence);
      const contents = contentsOf(folder, files);
      stageFiles(stage(sequence, folder), contents, disk);
      const notices = files.read(noticesFile(sequence));
      if (notices) disk.createFile(stage(sequence, noticesFile(sequence)), notices);
    }
    const [first] = staged;
    if (first) writeAttributes(archiveFolder, join(archiveFolder, first.name), disk);
    const going = disk
      .list(archiveFolder)
      .map(({ name }) => name)
      .filter((name) => (sequenceOf(name) ?? recordedSequence(name) ?? 0) > common);
    for (const name of going.sort().reverse()) move(name, discardedFolder(disk.randomName()));
    for (const { name, becomes } of staged) move(name, becomes);
    disk.syncFolder(archiveFolder);
  } catch (error) {
    for (const { name, becomes } of moved) quietly(() => rename(becomes, name));
    for (const { name } of staged) discardQuietly(archiveFolder, name, disk);
    return [archiveProblem('store-failed', last, '', { why: why('system', { says: errorCode(error) }) })];
  }
  // What cannot be removed now is removed by the next release.
  for (const { becomes } of moved)
    if (isLeftover(becomes)) quietly(() => disk.remove(join(archiveFolder, becomes)));
  return [];
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // What failed before is told.
  }
}

/** What is written under a hidden name, and its name once all is there. */
interface Staged {
  readonly name: string;
  readonly becomes: string;
}

function contentsOf(folder: string, files: ArchiveFiles): readonly (readonly [string, Uint8Array])[] {
  return walkFiles(files, folder).flatMap(({ path }) => {
    const bytes = files.read(path);
    return bytes ? [[path.slice(folder.length + 1), bytes] as const] : [];
  });
}
