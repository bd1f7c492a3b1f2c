import { join } from 'node:path';
import { type ArchiveDisk, nodeDisk } from './disk.ts';
import { type ArchiveFiles, walkFiles } from './files.ts';
import { versionFolder } from './layout.ts';
import { noticesFile } from './notices.ts';
import type { ArchiveProblem } from './problem.ts';
import type { ArchivedVersion } from './read.ts';
import { discard } from './recover.ts';
import { applyPlan } from './store.ts';

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
 * Takes the versions of another archive from where the two part, in place of those here. Each version goes and comes
 * whole; interrupted, the archive ends earlier, and doing it again finishes the work. What goes must be kept elsewhere:
 * a commit has it.
 */
export function followArchive(
  archiveFolder: string,
  { common, theirs }: Parting,
  files: ArchiveFiles,
  disk: ArchiveDisk = nodeDisk,
): readonly ArchiveProblem[] {
  const names = disk.list(archiveFolder).map(({ name }) => name);
  const last = Math.max(common, ...names.map((name) => Number.parseInt(name, 10)).filter(Number.isInteger));
  for (let sequence = last; sequence > common; sequence -= 1) {
    discard(archiveFolder, versionFolder(sequence), disk);
    discard(archiveFolder, noticesFile(sequence), disk);
  }
  for (const { sequence, manifest, hash } of theirs) {
    const folder = versionFolder(sequence);
    const contents = new Map(
      walkFiles(files, folder).flatMap(({ path }) => {
        const bytes = files.read(path);
        return bytes ? [[path.slice(folder.length + 1), bytes] as const] : [];
      }),
    );
    const { released, problems } = applyPlan(archiveFolder, { manifest, hash, files: contents }, disk);
    if (!released) return problems;
    const notices = files.read(noticesFile(sequence));
    if (notices) disk.createFile(join(archiveFolder, noticesFile(sequence)), notices);
  }
  return [];
}
