import { join } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import { type ArchiveFiles, filesOf, largestArchived } from '../archive/files.ts';
import { why } from '../base/messages-why.ts';
import { isNotePath } from '../gate/note-path.ts';
import { isPolicyPath } from '../model/paths.ts';
import { Allowance } from '../snapshot/allowance.ts';
import { type FileContent, isRefused, tooLarge } from '../snapshot/content.ts';
import { readFolder } from '../snapshot/folder.ts';
import { openGit } from '../snapshot/git.ts';
import { entriesBelow, type GitEntry, type Refusal, readEach, type Wanted } from '../snapshot/git-files.ts';
import { type Listing, listingOf } from '../snapshot/listing.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';
import { diskInGit } from './disk-in-git.ts';
import { archiveFolder } from './policy-paths.ts';

/** Everything in a policy folder that a verdict depends on: from the disk, a commit or the git index. */
export interface PolicyFiles {
  readonly policy: Snapshot;
  readonly notes: Snapshot;
  readonly archive: ArchiveFiles;
}

/** A policy folder at a commit or in the index. */
export function policyFilesInGit(folder: string, commit: string): PolicyFiles {
  const [files] = policiesInGit(folder, commit, [openGit(folder).prefix]);
  if (!files) throw new Error('one folder has one set of files');
  return files;
}

/**
 * The same for several folders of the repository, by their prefixes, with one call of git. `refuses` decides which names
 * of files are refused; by default, those that some systems cannot have.
 */
export function policiesInGit(
  folder: string,
  commit: string,
  prefixes: readonly string[],
  refuses?: (name: string) => boolean,
): PolicyFiles[] {
  const listed = entriesBelow(folder, commit, prefixes).map((entries) => listedIn(entries, refuses));
  const contents = readEach(folder, listed.map(wantedOf));
  return listed.map((one, at) => filesIn(one, new Map(contents[at])));
}

interface Listed {
  readonly policy: Listing<GitEntry>;
  readonly notes: Listing<GitEntry>;
  readonly archived: readonly GitEntry[];
}

function listedIn(entries: readonly GitEntry[], refuses?: (name: string) => boolean): Listed {
  const archived = entries.filter(({ path }) => isArchived(path));
  const policy = listingOf(entries, isPolicyPath, refuses);
  return { policy, notes: listingOf(entries, isNotePath, refuses), archived };
}

function isArchived(path: string): boolean {
  return path.startsWith(archiveFolder) || path === 'archive';
}

function regular(archived: readonly GitEntry[]): GitEntry[] {
  return archived.filter(({ kind }) => kind === 'file');
}

function wantedOf({ policy, notes, archived }: Listed): Wanted {
  const counted = [refusals(policy.files), refusals(notes.files)];
  const refusalOf: Refusal = (path, size) => {
    if (isArchived(path)) return size > largestArchived ? tooLarge(largestArchived) : undefined;
    return counted.find(({ paths }) => paths.has(path))?.refusalOf(path, size);
  };
  return { entries: [...policy.files, ...notes.files, ...regular(archived)], refusalOf };
}

function filesIn(
  { policy, notes, archived }: Listed,
  content: ReadonlyMap<string, FileContent>,
): PolicyFiles {
  const read = (files: readonly GitEntry[]): [string, FileContent][] =>
    files.map(({ path }) => [path, content.get(path) ?? { why: why('not-in-git') }]);
  return {
    policy: snapshotOf(read(policy.files), policy.problems),
    notes: snapshotOf(read(notes.files), notes.problems),
    archive: {
      ...filesOf(
        new Map(
          read(regular(archived)).map(([path, found]) => [
            path.slice(archiveFolder.length),
            isRefused(found) ? undefined : found,
          ]),
        ),
        archived.filter(({ kind }) => kind !== 'file').map(({ path }) => path.slice(archiveFolder.length)),
      ),
      isShared: () => true,
    },
  };
}

/** The limits on the size of a policy, and of its notes, as on a disk. */
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
    archive: folderFiles(join(folder, 'archive'), diskInGit),
  };
}
