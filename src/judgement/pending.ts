import type { ArchiveFiles } from '../archive/files.ts';
import type { ArchivedVersion, ArchiveState } from '../archive/read.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { type Notes, type NotesInForce, readNotes } from '../gate/note.ts';
import type { Settings } from '../gate/settings.ts';
import { changesOfSettings, settingsFor } from '../gate/settings-changes.ts';
import { wholeArchive } from '../revision/archive.ts';
import { recordedSource } from '../revision/derive.ts';
import { notesAndArchive, type PolicyFiles } from '../revision/policy-files.ts';
import { requireNeverReleased } from '../revision/vanished.ts';
import { type PolicyFolder, settingsIn, workspaceFile } from '../revision/workspace.ts';

/** A policy's archive, and the notes that decide about what it changes since its newest version. */
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
  policy: Pick<PolicyFolder, 'folder' | 'out'>,
  files: Pick<PolicyFiles, 'notes' | 'archive'> = notesAndArchive(policy.folder),
): PendingChanges {
  const archive = wholeArchive(files.archive);
  if (archive.versions.length === 0) requireNeverReleased(policy);
  return {
    files: files.archive,
    archive,
    head: archive.versions.at(-1)?.hash ?? 'none',
    notes: readNotes(files.notes),
    spent: spentIn(archive.versions),
  };
}

/** Digests of the notes that released versions used up: such a note decides about no later change. */
export function spentIn(versions: readonly ArchivedVersion[]): ReadonlySet<string> {
  return new Set(versions.flatMap(({ manifest }) => Object.values(manifest.notes)));
}

/** The same as what a comparison is held against. */
export function inForce({ notes, head, spent }: PendingChanges): NotesInForce {
  return { notes: notes.notes, head, spent, problems: notes.problems };
}

/** What the workspace, or a clause that waives a finding, sets otherwise, and a person must look at, since the newest version was released. */
export function weakenedSince({ files, archive }: PendingChanges, settings: Settings): JudgedChange[] {
  const last = archive.versions.at(-1);
  if (!last) return [];
  const { workspace, policy } = recordedSource(files, last.sequence);
  return changesOfSettings(settingsFor(settingsIn(workspace), policy), settings, workspaceFile);
}
