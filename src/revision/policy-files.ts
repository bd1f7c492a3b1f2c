import { join } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import { type ArchiveFiles, filesOf, largestArchived } from '../archive/files.ts';
import { why } from '../base/messages-why.ts';
import { isNotePath } from '../gate/note-path.ts';
import { isPolicyPath } from '../model/paths.ts';
import { Allowance } from '../snapshot/allowance.ts';
import { type FileContent, isRefused, tooLarge } from '../snapshot/content.ts';
import { readFolder } from '../snapshot/folder.ts';
import { entriesInGit, type GitEntry, type Refusal, readEntries } from '../snapshot/git-files.ts';
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
  const counted = [refusals(policy.files), refusals(notes.files)];
  const refusalOf: Refusal = (path, size) => {
    if (path.startsWith(archiveFolder) || path === 'archive')
      return size > largestArchived ? tooLarge(largestArchived) : undefined;
    return counted.find(({ paths }) => paths.has(path))?.refusalOf(path, size);
  };
  const content = new Map(readEntries(folder, [...policy.files, ...notes.files, ...regular], refusalOf));
  const read = (files: readonly GitEntry[]): [string, FileContent][] =>
    files.map(({ path }) => [path, content.get(path) ?? { why: why('not-in-git') }]);
  return {
    policy: snapshotOf(read(policy.files), policy.problems),
    notes: snapshotOf(read(notes.files), notes.problems),
    archive: filesOf(
      new Map(
        read(regular).map(([path, found]) => [
          path.slice(archiveFolder.length),
          isRefused(found) ? undefined : found,
        ]),
      ),
      archived.filter(({ kind }) => kind !== 'file').map(({ path }) => path.slice(archiveFolder.length)),
    ),
  };
}

/** As on a disk: so much of a policy, and so much of its notes. */
function refusals(files: readonly GitEntry[]): {
  readonly paths: ReadonlySet<string>;
  readonly refusalOf: Refusal;
} {
  const allowance = new Allowance();
  const refusalOf: Refusal = (_, size) => {
    const refused = allowance.refusalOf(size);
    if (!refused) allowance.count(size);
    return refused;
  };
  return { paths: new Set(files.map(({ path }) => path)), refusalOf };
}

/** The notes and the archive of a policy folder on disk. */
export function notesAndArchive(folder: string): Pick<PolicyFiles, 'notes' | 'archive'> {
  return {
    notes: readFolder(folder, isNotePath),
    archive: folderFiles(join(folder, 'archive')),
  };
}
