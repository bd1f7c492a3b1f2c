import type { ArchiveFiles } from '../archive/files.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Settings } from '../gate/settings.ts';
import { settingsFor } from '../gate/settings-changes.ts';
import { notesAndArchive } from '../revision/policy-files.ts';
import { type Revision, workingRevision, workingTree } from '../revision/revision.ts';
import { type PolicyFolder, requireSameRepository, type Workspace } from '../revision/workspace.ts';
import { openGit } from '../snapshot/git.ts';
import { stagedBelow, type Tracked } from '../snapshot/git-index.ts';
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

/** Reads policies of a request from the working tree and the repository around it. Throws `CannotWork`. */
export function requested<One extends PolicyFolder>(
  policies: readonly One[],
  workspace: Workspace,
): (Requested & One)[] {
  const { root } = workspace;
  const [first] = policies;
  if (!first) return [];
  for (const { folder } of policies) requireSameRepository(folder, root);
  const compiled = policies.map((one) => workingRevision(one));
  // Of the repository everything is asked once, however many policies it has: each question is a program that starts.
  const prefixes = policies.map(({ folder }) => openGit(folder).prefix);
  const tracked = stagedBelow(root, prefixes);
  const committed = commitTime(first.folder);
  const unlike = heldOtherwise(
    root,
    prefixes.map((prefix, at) => ({ prefix, tracked: tracked[at] ?? [] })),
  );
  return policies.map((one, at) => {
    const { policy, nearly } = compiled[at] ?? workingRevision(one);
    return {
      ...one,
      head: { label: 'request', title: 'this request', policy, ...(nearly ? { nearly } : {}) },
      ...notesAndArchive(one.folder),
      settings: settingsFor(workspace.settings, workingTree(one.folder)),
      committed,
      prefix: prefixes[at] ?? '',
      tracked: tracked[at] ?? [],
      unlike: unlike[at] ?? [],
    };
  });
}
