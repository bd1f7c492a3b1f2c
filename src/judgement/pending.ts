import { basename } from 'node:path';
import type { ArchiveFiles } from '../archive/files.ts';
import { sequenceOf } from '../archive/layout.ts';
import type { ArchiveState } from '../archive/read.ts';
import { CannotWork } from '../base/failure.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { type Notes, type NotesInForce, readNotes } from '../gate/note.ts';
import { changesOfSettings, type Settings } from '../gate/settings.ts';
import { wholeArchive } from '../revision/archive.ts';
import { recordedSource } from '../revision/derive.ts';
import { notesAndArchive, type PolicyFiles } from '../revision/policy-files.ts';
import { settingsIn, workspaceFile } from '../revision/workspace.ts';
import { committedIn } from '../snapshot/git-files.ts';

/** What a policy changes against its archive, with the notes that say what to make of it. */
export interface PendingChanges {
  readonly files: ArchiveFiles;
  readonly archive: ArchiveState;
  /** The hash of the newest manifest, or `none`. */
  readonly head: string;
  readonly notes: Notes;
  /** Digests of notes that a release used up. */
  readonly spent: ReadonlySet<string>;
}

/** The notes and the archive of a policy folder, on disk or wherever else they were read. */
export function pendingIn(
  folder: string,
  files: Pick<PolicyFiles, 'notes' | 'archive'> = notesAndArchive(folder),
): PendingChanges {
  const archive = wholeArchive(files.archive);
  if (archive.versions.length === 0) requireNeverReleased(folder);
  return {
    files: files.archive,
    archive,
    head: archive.versions.at(-1)?.hash ?? 'none',
    notes: readNotes(files.notes),
    spent: new Set(archive.versions.flatMap(({ manifest }) => Object.values(manifest.notes))),
  };
}

/** An archive that was taken away must not look like one that never was. */
function requireNeverReleased(folder: string): void {
  const versions = committedIn(folder, 'archive').filter((path) => sequenceOf(basename(path)) !== undefined);
  if (versions.length === 0) return;
  throw new CannotWork(
    'archive-broken',
    'the archive of this policy is gone, and the last commit has it.',
    'Put it back, in the policy folder: git restore --staged --worktree archive',
  );
}

export function inForce({ notes, head, spent }: PendingChanges): NotesInForce {
  return { notes: notes.notes, head, spent, problems: notes.problems };
}

/** What the workspace sets otherwise, and a person must look at, since the newest version was released. */
export function weakenedSince({ files, archive }: PendingChanges, settings: Settings): JudgedChange[] {
  const last = archive.versions.at(-1);
  if (!last) return [];
  return changesOfSettings(
    settingsIn(recordedSource(files, last.sequence).workspace),
    settings,
    workspaceFile,
  );
}
