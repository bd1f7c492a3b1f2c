import { join } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import { type ArchiveFiles, filesOf } from '../archive/files.ts';
import { isNoteFile } from '../gate/note.ts';
import { isPolicyPath } from '../model/load.ts';
import { readFolder } from '../snapshot/folder.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';

/** Everything of a policy folder that a verdict depends on, wherever it is: on disk, at a commit, staged. */
export interface PolicyFiles {
  readonly policy: Snapshot;
  readonly notes: Snapshot;
  readonly archive: ArchiveFiles;
}

const archiveFolder = 'archive/';

/** Whether a path in a policy folder is of the policy, one of its notes, or in its archive. */
export function isPolicyFile(path: string): boolean {
  return isPolicyPath(path) || isNoteFile(path) || path.startsWith(archiveFolder);
}

/** Sorts the files of a policy folder, by path in it. */
export function policyFiles(entries: readonly (readonly [string, Uint8Array])[]): PolicyFiles {
  const archived = entries.flatMap(([path, bytes]) =>
    path.startsWith(archiveFolder) ? [[path.slice(archiveFolder.length), bytes] as const] : [],
  );
  return {
    policy: snapshotOf(entries.filter(([path]) => isPolicyPath(path))),
    notes: snapshotOf(entries.filter(([path]) => isNoteFile(path))),
    archive: filesOf(new Map(archived)),
  };
}

/** The notes and the archive of a policy folder on disk. */
export function notesAndArchive(folder: string): Pick<PolicyFiles, 'notes' | 'archive'> {
  return {
    notes: readFolder(folder, (path) => isNoteFile(path) || path === 'changes/'),
    archive: folderFiles(join(folder, 'archive')),
  };
}
