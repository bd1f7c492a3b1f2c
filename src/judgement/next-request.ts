import { existsSync, statSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { foldedName } from '../base/folded-name.ts';
import { startOfFile } from '../base/place.ts';
import { type Target, type TargetPolicy, targetPolicy } from '../revision/target.ts';
import { type PolicyFolder, workspaceFile } from '../revision/workspace.ts';
import { openGit } from '../snapshot/git.ts';
import type { Tracked } from '../snapshot/git-index.ts';
import { foldersAbove } from '../snapshot/listing.ts';
import type { Requested } from './requested.ts';

/**
 * Limits that a pull request comes so close to that the next one may have no room for a word. If the target was as close,
 * the request is not to blame.
 */
export function roomTaken(
  { head: { nearly = [] } }: Requested,
  origin: TargetPolicy | undefined,
  target: Target,
): readonly Diagnostic[] {
  if (nearly.length === 0) return [];
  const before = new Set((origin ? targetPolicy(origin, target).nearly : []).map(limitOf));
  return nearly.map((problem) => (before.has(limitOf(problem)) ? problem : blocking(problem)));
}

function blocking({ code, args, place }: Diagnostic): Diagnostic {
  return diagnostic('next-request-blocked', { because: { code, args } }, place);
}

/**
 * Workspace files that a pull request puts between its workspace and a policy, or into the policy: a later job that names
 * a path there would be judged by their settings, or not at all.
 */
export function nearerWorkspaces(
  { path, tracked = [] }: Requested & PolicyFolder,
  root: string,
  target: Target,
): Diagnostic[] {
  const between = foldersAbove(path)
    .map((one) => `${one}/${workspaceFile}`)
    .filter((one) => existsSync(join(root, one)));
  const within = tracked.filter(
    (entry) => basename(entry.path) === workspaceFile && !entry.path.startsWith('archive/'),
  );
  const found = [...between, ...within.map((entry) => posix.join(path, entry.path))];
  const { prefix } = openGit(root);
  return found
    .filter((one) => !target.had(prefix + one))
    .map((one) =>
      diagnostic(
        'next-request-blocked',
        { nearer: one, workspace: workspaceFile },
        startOfFile('policy.yaml'),
      ),
    );
}

/**
 * Files that the target has, that the request takes from git and that the disk still shows: they are judged as if they
 * were there, and the next request would find them gone.
 */
export function takenFromGit(
  { folder, tracked = [], workspaceUntracked }: Requested & PolicyFolder,
  origin: TargetPolicy | undefined,
  root: string,
  target: Target,
): Diagnostic[] {
  // Where names ignore case, a file that was only renamed in case is still there under the old name.
  const isAnnounced = ({ path, id }: Tracked): boolean =>
    empty.has(id) && (statSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0) > 0;
  const held = new Set(tracked.flatMap((one) => (isAnnounced(one) ? [] : [foldedName(one.path)])));
  const had = origin ? [...origin.files.policy.files.keys(), ...origin.files.notes.files.keys()] : [];
  const left = had.filter((path) => !held.has(foldedName(path)) && existsSync(join(folder, path)));
  if (workspaceUntracked && target.had(openGit(root).prefix + workspaceFile)) left.push(workspaceFile);
  return left.map((path) => diagnostic('git-looks-away', { how: 'removed' }, startOfFile(path)));
}

/** The empty file, by both names that git has for it: `git add --intent-to-add` lists a file and keeps nothing of it. */
const empty = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
]);

/** Limits of one file and of another are different ones. */
function limitOf({ args, place }: Diagnostic): string {
  const { counts, of } = args as { counts: string; of: string };
  return JSON.stringify([counts, of, of.startsWith('a file') ? place.file : '']);
}
