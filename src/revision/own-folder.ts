import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, messageOf } from '../base/diagnostic.ts';
import { CannotWork } from '../base/failure.ts';
import { problemsIn } from '../snapshot/folder.ts';
import { isPolicyFolderPath } from './policy-paths.ts';

/**
 * Refuses a policy folder that is reached through a symbolic link: what it holds would lie outside of the workspace,
 * or be another thing to git, which keeps the link and not what it leads to.
 */
export function requireOwnFolder(root: string, path: string): void {
  let folder = root;
  for (const name of path.split('/').filter((part) => part !== '' && part !== '.')) {
    folder = join(folder, name);
    if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) continue;
    const link = folder.slice(root.length + 1);
    throw new CannotWork(
      'linked-folder',
      `${link === path ? path : `${path} is reached through ${link}, which`} is a symbolic link.`,
      'Put the folder itself there: nothing is read or written through links.',
      'file-irregular',
    );
  }
}

/** Refuses a policy folder in which a link, a pipe or a repository of its own stands where a file or folder is read. */
export function requireRegular(folder: string, path: string): void {
  const [problem] = problemsOfFolder(folder);
  if (!problem) return;
  const { reason, fix } = messageOf(problem);
  const place = path === '.' ? problem.place.file : `${path}/${problem.place.file}`;
  throw new CannotWork('linked-folder', `${place}: ${reason}`, fix, problem.code);
}

/** What in a policy folder is refused for being no regular file or folder, or the twin of another. */
export function problemsOfFolder(folder: string): readonly Diagnostic[] {
  return problemsIn(folder, isPolicyFolderPath);
}
