import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { prefixOf } from './git.ts';
import { trackedIn } from './git-files.ts';

/** Files that git has and a sparse checkout leaves out of the working tree. */
export interface LeftOut {
  /** Relative to the folder asked about. */
  readonly files: readonly string[];
  /** The path of that folder in its repository. */
  readonly folder: string;
}

/**
 * What a sparse checkout leaves out below a path of a folder; nothing elsewhere. A policy without its archive or its
 * notes would look like one that has none. Git is asked only where a sparse checkout was ever set up.
 */
export function leftOut(folder: string, path: string): LeftOut {
  const git = gitFolderOf(folder);
  if (git === undefined || !existsSync(join(git, 'info/sparse-checkout'))) return { files: [], folder: '' };
  const files = trackedIn(folder, path).flatMap((one) =>
    one.skipped && !existsSync(join(folder, one.path)) ? [one.path] : [],
  );
  return { files, folder: files.length === 0 ? '' : join(prefixOf(folder), path).replaceAll('\\', '/') };
}

/** Where git keeps what belongs to a working tree: `.git`, or the folder that a worktree's or submodule's file names. */
function gitFolderOf(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const path = join(folder, '.git');
    if (existsSync(path)) {
      if (statSync(path).isDirectory()) return path;
      const named = /^gitdir: (.*?)\r?\n?$/.exec(readFileSync(path, 'utf8'))?.[1];
      return named === undefined ? undefined : resolve(folder, named);
    }
    if (folder === dirname(folder)) return undefined;
  }
}
