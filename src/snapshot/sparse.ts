import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gitFolderOf, openGit } from './git.ts';
import { trackedAt } from './git-index.ts';

/** Files that are in git but left out of the working tree by a sparse checkout. */
export interface LeftOut {
  /** Relative to the folder in question. */
  readonly files: readonly string[];
  /** The path of that folder in its repository. */
  readonly folder: string;
}

/**
 * What a sparse checkout leaves out below a path in a folder. Without this check, a policy whose archive or notes are
 * left out would look as if it had none. Git is asked only if a sparse checkout was ever set up.
 */
export function leftOut(folder: string, path: string): LeftOut {
  const found = gitFolderOf(folder);
  if (!found || !existsSync(join(found.git, 'info/sparse-checkout'))) return { files: [], folder: '' };
  const { prefix } = openGit(folder);
  const files = trackedAt(folder, path === '.' ? prefix : prefix + path).flatMap((one) => {
    const below = one.path.slice(prefix.length);
    return one.skipped && !existsSync(join(folder, below)) ? [below] : [];
  });
  return {
    files,
    folder: files.length === 0 ? '' : join(prefix, path).replaceAll('\\', '/'),
  };
}
