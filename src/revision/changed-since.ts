import { CannotWork, cannot } from '../base/failure.ts';
import { readFolder } from '../snapshot/folder.ts';
import { snapshotInGit } from '../snapshot/git-files.ts';
import { commitOf, requireOwnNames } from '../snapshot/git-refs.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { PolicyFolder, Workspace } from './workspace-place.ts';
import { workspaceFile } from './workspace-place.ts';

/**
 * The policies that changed since a commit: all of them if the settings of the workspace did. Untracked files count as
 * well. Throws `CannotWork` when there is no such commit.
 */
export function changedSince(
  workspace: Workspace,
  policies: readonly PolicyFolder[],
  ref: string,
): readonly PolicyFolder[] {
  const commit = commitSince(workspace, ref);
  if (differs(workspace.root, commit, (path) => path === workspaceFile)) return policies;
  return policies.filter(({ folder }) => differs(folder, commit, () => true));
}

function commitSince({ root }: Workspace, ref: string): string {
  try {
    requireOwnNames(root, ref);
    return commitOf(root, ref);
  } catch (error) {
    // The remedy is another one than for a comparison.
    const isOutside = error instanceof CannotWork && error.failure.code === 'git-no-repository';
    throw isOutside ? cannot('changed-since-nothing', { ref }) : error;
  }
}

/** Whether files differ, or cannot be read on either side. */
function differs(folder: string, commit: string, accepts: (path: string) => boolean): boolean {
  const now = readFolder(folder, accepts);
  const then = snapshotInGit(folder, commit, accepts);
  return now.problems.length + then.problems.length > 0 || !isSame(now, then);
}

function isSame({ files }: Snapshot, other: Snapshot): boolean {
  if (files.size !== other.files.size) return false;
  return [...files].every(([path, { text }]) => other.files.get(path)?.text === text);
}
