import type { ArchiveFiles } from '../archive/files.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Settings } from '../gate/settings.ts';
import { settingsFor } from '../gate/settings-changes.ts';
import { notesAndArchive } from '../revision/policy-files.ts';
import { type Revision, workingRevision, workingTree } from '../revision/revision.ts';
import { type PolicyFolder, requireSameRepository, type Workspace } from '../revision/workspace.ts';
import { openGit } from '../snapshot/git.ts';
import { stagedIn, type Tracked } from '../snapshot/git-files.ts';
import { commitTime } from '../snapshot/git-refs.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { heldOtherwise } from './held-by-git.ts';

/** A policy as a request has it: everything that judging it needs, as values. */
export interface Requested {
  readonly head: Revision;
  readonly notes: Snapshot;
  readonly archive: ArchiveFiles;
  /** Those of its workspace, with what its clauses waive. */
  readonly settings: Settings;
  /** When its newest commit was made, in seconds since the epoch. */
  readonly committed?: number;
  /** Where the folder is in its repository, ending in `/`; it tells policies of one id apart. */
  readonly prefix?: string;
  /** What git has of it; all of its files when nothing is said. */
  readonly tracked?: readonly Tracked[];
  /** What keeps others from getting what is judged here. */
  readonly unlike: readonly Diagnostic[];
}

/** Reads a policy of a request from the working tree and the repository around it. Throws `CannotWork`. */
export function requested(policy: PolicyFolder, workspace: Workspace): Requested & PolicyFolder {
  const { folder } = policy;
  requireSameRepository(folder, workspace.root);
  const { policy: compiled, nearly } = workingRevision(policy);
  const tracked = stagedIn(folder);
  return {
    ...policy,
    head: { label: 'request', title: 'this request', policy: compiled, ...(nearly ? { nearly } : {}) },
    ...notesAndArchive(folder),
    settings: settingsFor(workspace.settings, workingTree(folder)),
    committed: commitTime(folder),
    prefix: openGit(folder).prefix,
    tracked,
    unlike: heldOtherwise(folder, workspace.root, tracked),
  };
}
