import { type ArchiveFiles, walkFiles } from '../archive/files.ts';
import { isLeftover } from '../archive/layout.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Settings } from '../gate/settings.ts';
import { settingsFor } from '../gate/settings-changes.ts';
import { notesAndArchive } from '../revision/policy-files.ts';
import { type Revision, workingRevision, workingTree } from '../revision/revision.ts';
import {
  type PolicyFolder,
  requireSameRepository,
  type Workspace,
  workspaceFile,
} from '../revision/workspace.ts';
import { openGit } from '../snapshot/git.ts';
import { stagedBelow, type Tracked } from '../snapshot/git-index.ts';
import { commitTime } from '../snapshot/git-refs.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { heldOtherwise } from './held-by-git.ts';

/** A policy of a pull request: all that judging it needs from the working tree and from git, as values. */
export interface Requested {
  readonly head: Revision;
  readonly notes: Snapshot;
  readonly archive: ArchiveFiles;
  /** Those of its workspace, with the waivers of its clauses. */
  readonly settings: Settings;
  /** When its newest commit was made, in seconds since the epoch. */
  readonly committed?: number;
  /** The path of the folder in its repository, ending in `/`; it distinguishes policies with one id. */
  readonly prefix?: string;
  /** Its files in git; all of its files when undefined. */
  readonly tracked?: readonly Tracked[];
  /** Whether the file of its workspace is on the disk only. */
  readonly workspaceUntracked?: boolean;
  /** Reasons why others would not get from git what is judged here. */
  readonly unlike: readonly Diagnostic[];
}

/** Reads policies of a pull request from the working tree and from git. Throws `CannotWork`. */
export function requested<One extends PolicyFolder>(
  policies: readonly One[],
  workspace: Workspace,
): (Requested & One)[] {
  const { root } = workspace;
  const [first] = policies;
  if (!first) return [];
  for (const { folder } of policies) requireSameRepository(folder, root);
  const read = policies.map((one) => ({
    one,
    revision: workingRevision(one),
    prefix: openGit(one.folder).prefix,
    files: workingTree(one.folder),
    ...notesAndArchive(one.folder),
  }));
  // Each question starts a program, so everything is asked once for all policies.
  const { folders: tracked, file: ofWorkspace } = stagedBelow(
    root,
    read.map(({ prefix }) => prefix),
    openGit(root).prefix + workspaceFile,
  );
  const committed = commitTime(first.folder);
  const unlike = heldOtherwise(
    root,
    read.map(({ prefix, files, notes, archive }, at) => ({
      prefix,
      tracked: tracked[at] ?? [],
      read: [...files.files.keys(), ...notes.files.keys(), ...versionFiles(archive)],
    })),
    ofWorkspace,
  );
  return read.map(({ one, revision: { policy, nearly }, prefix, files, notes, archive }, at) => ({
    ...one,
    head: { label: 'request', title: 'this pull request', policy, ...(nearly ? { nearly } : {}) },
    notes,
    archive,
    settings: settingsFor(workspace.settings, files),
    committed,
    prefix,
    tracked: tracked[at] ?? [],
    workspaceUntracked: ofWorkspace.length === 0 && workspace.snapshot.files.size > 0,
    unlike: unlike[at] ?? [],
  }));
}

/** The files of an archive, without what interrupted releases left. */
function versionFiles(archive: ArchiveFiles): string[] {
  return walkFiles(archive, '').flatMap(({ path }) => (isLeftover(path) ? [] : [`archive/${path}`]));
}
