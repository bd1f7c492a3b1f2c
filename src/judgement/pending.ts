import type { ArchiveFiles } from '../archive/files.ts';
import type { ArchivedVersion, ArchiveState } from '../archive/read.ts';
import { standingOn } from '../archive/timeline.ts';
import type { VersionInput } from '../compile.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { isSpent, type Notes, type NotesInForce, readNotes } from '../gate/note.ts';
import type { Settings } from '../gate/settings.ts';
import { changesOfSettings, settingsFor } from '../gate/settings-changes.ts';
import type { Policy } from '../model/policy.ts';
import { releaseOf, requireNewestWhole, versionNamed, wholeArchive } from '../revision/archive.ts';
import { recordedSource } from '../revision/derive.ts';
import { notesAndArchive, type PolicyFiles } from '../revision/policy-files.ts';
import { askBeforeRelease, requireNeverReleased, requireNewest } from '../revision/vanished.ts';
import { type PolicyFolder, settingsIn, workspaceFile } from '../revision/workspace.ts';
import type { Ask } from '../snapshot/git-files.ts';

/** The archive of a policy, and the notes on its changes since the newest version. */
export interface PendingChanges {
  readonly files: ArchiveFiles;
  readonly archive: ArchiveState;
  /** The hash of the newest manifest, or `none`. */
  readonly head: string;
  readonly notes: Notes;
  /** SHA-256 of the notes that releases have used up. */
  readonly spent: ReadonlySet<string>;
}

/** The notes and the archive of a policy folder, on disk or wherever else they were read. */
export function pendingIn(
  policy: Pick<PolicyFolder, 'folder' | 'out'>,
  files: Pick<PolicyFiles, 'notes' | 'archive'> = notesAndArchive(policy.folder),
  ask?: Ask,
): PendingChanges {
  const archive = wholeArchive(files.archive);
  if (archive.versions.length === 0) requireNeverReleased(policy, ask);
  requireNewest([policy.folder], () => archive.versions.at(-1)?.sequence ?? 0, ask);
  return {
    files: files.archive,
    archive,
    head: archive.versions.at(-1)?.hash ?? 'none',
    notes: readNotes(files.notes),
    spent: spentIn(archive.versions),
  };
}

/** The same for whoever writes a version, whose newest one must be as it was released. Throws `CannotWork`. */
export function pendingBeforeRelease(policy: PolicyFolder): PendingChanges {
  const pending = pendingIn(policy, undefined, askBeforeRelease(policy.folder));
  requireNewestWhole(pending.files);
  return pending;
}

/**
 * The same before the newest version was released, with the notes that it used up in force: what a run was given that
 * released it and was interrupted before it said so. Undefined when notes wait that no version has used up.
 */
export function beforeNewest(pending: PendingChanges): PendingChanges | undefined {
  const { files, archive, notes, spent } = pending;
  const last = archive.versions.at(-1);
  const isWaiting = notes.problems.length > 0 || notes.notes.some((one) => !isSpent(one, spent));
  if (!last || isWaiting) return undefined;
  const versions = archive.versions.slice(0, -1);
  return {
    files,
    archive: { ...archive, versions },
    head: versions.at(-1)?.hash ?? 'none',
    notes: readNotes(recordedSource(files, last).policy),
    spent: spentIn(versions),
  };
}

/** What a version is planned after: the archive, its newest version, and the policy of any other when it is asked for. */
export function releasedSoFar({
  files,
  archive,
}: PendingChanges): Required<Pick<VersionInput, 'archive' | 'head' | 'policyOf'>> {
  const last = archive.versions.at(-1);
  return {
    archive,
    head: last ? releaseOf(files, last) : undefined,
    policyOf: (sequence) => releaseOf(files, versionNamed(archive, `#${sequence}`)).policy,
  };
}

/** The policies before the newest that readers have on a day, or are to have; on no day none. */
export function standingIn(
  files: ArchiveFiles,
  versions: readonly ArchivedVersion[],
  day: string | undefined,
): Policy[] {
  if (day === undefined) return [];
  const standing = standingOn(
    versions.map(({ manifest }) => manifest),
    day,
  );
  return versions
    .filter(({ manifest }) => standing.includes(manifest))
    .map((version) => releaseOf(files, version).policy);
}

/** SHA-256 of the notes that these versions used up: they decide about no later change. */
export function spentIn(versions: readonly ArchivedVersion[]): ReadonlySet<string> {
  return new Set(versions.flatMap(({ manifest }) => Object.values(manifest.notes)));
}

/** The notes and the archive head, for a comparison. */
export function inForce({ notes, head, spent }: PendingChanges): NotesInForce {
  return { notes: notes.notes, head, spent, problems: notes.problems };
}

/** Settings and waivers that were loosened since the newest version was released, for a person to review. */
export function weakenedSince({ files, archive }: PendingChanges, settings: Settings): JudgedChange[] {
  const last = archive.versions.at(-1);
  if (!last) return [];
  const { workspace, policy } = recordedSource(files, last);
  return changesOfSettings(settingsFor(settingsIn(workspace), policy), settings, workspaceFile);
}
