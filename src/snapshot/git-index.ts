import { dirname } from 'node:path';
import { CannotWork, cannot, ifPossible } from '../base/failure.ts';
import { pathBelow } from '../base/real-place.ts';
import { gitFolderOf, openGit } from './git.ts';
import { eachBelow, entryIn, type GitEntry } from './git-files.ts';

/** A file in the index. */
export interface Tracked extends GitEntry {
  /** Whether it is not checked out. */
  readonly skipped: boolean;
  /** Whether git was told not to look for changes, so that the file on the disk may differ from what git commits. */
  readonly unwatched: boolean;
  /** Whether a merge left several versions of it. */
  readonly unmerged: boolean;
}

/** The index at or below a path; all paths are from the top of the repository. */
export function trackedAt(folder: string, path: string): Tracked[] {
  return tracked(folder, path === '' ? [] : ['--', path]);
}

function tracked(folder: string, where: readonly string[]): Tracked[] {
  return openGit(folder)
    .run(['ls-files', '-v', '--stage', '-z', ...where])
    .toString()
    .split('\0')
    .flatMap((line): Tracked[] => {
      const entry = entryIn(line.slice(2), false);
      if (!entry) return [];
      const mark = line.charAt(0);
      const skipped = mark === 'S' || mark === 's';
      // A lower-case letter means `assume-unchanged`.
      const unwatched = skipped || /[a-z]/.test(mark);
      return [{ ...entry, skipped, unwatched, unmerged: /m/i.test(mark) }];
    });
}

/**
 * What would be committed of some folders, given by their prefixes, and of one file, given by its path; git is asked
 * once for both. Throws `CannotWork` if a merge in the folders is not finished.
 */
export function stagedBelow(
  folder: string,
  prefixes: readonly string[],
  file: string,
): { readonly folders: readonly Tracked[][]; readonly file: readonly Tracked[] } {
  const found = new Map<string, Tracked>();
  const lists = eachBelow(prefixes, (where) => {
    const all = tracked(folder, where.length === 0 ? where : [...where, file]);
    for (const one of all) if (one.path === file) found.set(one.id, one);
    return all;
  });
  for (const [at, prefix] of prefixes.entries()) {
    const conflict = lists[at]?.find(({ unmerged }) => unmerged);
    if (conflict) throw cannot('git-conflict-staged', { path: prefix + conflict.path });
  }
  return { folders: lists, file: [...found.values()] };
}

/** Whether the index holds anything at or below a name in a folder; false outside of git. */
export function isTracked(folder: string, name: string): boolean {
  return ifPossible(() => trackedAt(folder, openGit(folder).prefix + name).length > 0) ?? false;
}

/**
 * If the repository of a folder is a submodule: the top of the repository around it, and the submodule's path there.
 */
export function submoduleAround(
  folder: string,
): { readonly around: string; readonly submodule: string } | undefined {
  const top = gitFolderOf(folder)?.top;
  const around = top === undefined ? undefined : gitFolderOf(dirname(top))?.top;
  if (top === undefined || around === undefined || around === top) return undefined;
  const submodule = pathBelow(around, top);
  return trackedIn(around, submodule).some(({ path, kind }) => path === submodule && kind === 'repository')
    ? { around, submodule }
    : undefined;
}

/** Something that looks like a repository but is none has no submodules. */
function trackedIn(around: string, path: string): Tracked[] {
  try {
    return trackedAt(around, path);
  } catch (error) {
    if (error instanceof CannotWork && error.failure.code === 'git-no-repository') return [];
    throw error;
  }
}
