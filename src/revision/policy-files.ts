import { join } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import { type ArchiveFiles, filesOf } from '../archive/files.ts';
import { isNotePath } from '../gate/note-path.ts';
import { isPolicyPath } from '../model/paths.ts';
import { readFolder } from '../snapshot/folder.ts';
import { entriesInGit, type GitEntry, readEntries } from '../snapshot/git-files.ts';
import { listingOf } from '../snapshot/listing.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';
import { archiveFolder } from './policy-paths.ts';

/** Everything of a policy folder that a verdict depends on, wherever it is: on disk, at a commit, staged. */
export interface PolicyFiles {
  readonly policy: Snapshot;
  readonly notes: Snapshot;
  readonly archive: ArchiveFiles;
}

/** What git has of a policy folder at a commit, or in the index. `prefix` is as for `entriesInGit`. */
export function policyFilesInGit(folder: string, commit: string, prefix?: string): PolicyFiles {
  const entries = entriesInGit(folder, commit, prefix);
  const [policy, notes] = [listingOf(entries, isPolicyPath), listingOf(entries, isNotePath)];
  const archived = entries.filter(({ path }) => path.startsWith(archiveFolder) || path === 'archive');
  const regular = archived.filter(({ kind }) => kind === 'file');
  const bytes = new Map(readEntries(folder, [...policy.files, ...notes.files, ...regular]));
  const read = (files: readonly GitEntry[]): [string, Uint8Array][] =>
    files.map(({ path }) => [path, bytes.get(path) ?? new Uint8Array()]);
  return {
    policy: snapshotOf(read(policy.files), policy.problems),
    notes: snapshotOf(read(notes.files), notes.problems),
    archive: filesOf(
      new Map(read(regular).map(([path, content]) => [path.slice(archiveFolder.length), content])),
      archived.filter(({ kind }) => kind !== 'file').map(({ path }) => path.slice(archiveFolder.length)),
    ),
  };
}

/** The notes and the archive of a policy folder on disk. */
export function notesAndArchive(folder: string): Pick<PolicyFiles, 'notes' | 'archive'> {
  return {
    notes: readFolder(folder, isNotePath),
    archive: folderFiles(join(folder, 'archive')),
  };
}
