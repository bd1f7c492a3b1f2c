import { folderFiles } from '../archive/disk.ts';
import { type ArchiveFiles, filesOf } from '../archive/files.ts';
import { CannotWork } from '../base/failure.ts';
import { isPolicyPath } from '../model/load.ts';
import { filesInGit, foldersWith, mergeBaseOf } from '../snapshot/git.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';

/** What a request is judged against: nothing in its own tree, only what stood where it parted from its target. */
export interface Target {
  readonly commit: string;
  readonly archive: ArchiveFiles;
  /** The policy's files there. */
  readonly policy: Snapshot;
  /** `policyc.yaml` there, if any. */
  readonly workspace: Snapshot;
}

/**
 * Reads a policy and its archive at the merge base of HEAD and a ref. A policy folder that was moved since is found
 * by its id. Throws `CannotWork` when there is no merge base or no such policy.
 */
export function readTarget(folder: string, root: string, id: string, ref: string): Target {
  const commit = mergeBaseOf(folder, ref);
  const accepts = (path: string): boolean => isPolicyPath(path) || path.startsWith('archive/');
  let files = filesInGit(folder, commit, accepts);
  if (files.length === 0) files = filesInGit(folder, commit, accepts, movedFrom(folder, commit, id, ref));
  const archived = files.flatMap(([path, bytes]) =>
    path.startsWith('archive/') ? [[path.slice(8), bytes] as const] : [],
  );
  return {
    commit,
    archive: filesOf(new Map(archived)),
    policy: snapshotOf(files.filter(([path]) => isPolicyPath(path))),
    workspace: snapshotOf(filesInGit(root, commit, (path) => path === 'policyc.yaml')),
  };
}

function movedFrom(folder: string, commit: string, id: string, ref: string): string {
  const decoder = new TextDecoder();
  // Released versions keep copies of policy.yaml further down.
  const folders = foldersWith(folder, commit, 'policy.yaml').sort((a, b) => a.length - b.length);
  for (const prefix of folders) {
    const [file] = filesInGit(folder, commit, (path) => path === 'policy.yaml', prefix);
    if (file && new RegExp(`^id:\\s*["']?${id}["']?\\s*$`, 'm').test(decoder.decode(file[1]))) return prefix;
  }
  throw new CannotWork(
    'no-such-revision',
    `the policy ${id} does not exist where this request parted from ${ref}.`,
    'A new policy has nothing to compare with: leave --target out until it is merged.',
  );
}

/** The archive in a policy's working tree. */
export function requestArchive(folder: string): ArchiveFiles {
  return folderFiles(`${folder}/archive`);
}
