import { basename, join } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import { manifestFile, sequenceOf, versionFolder } from '../archive/layout.ts';
import { namesAtTop } from '../archive/notices.ts';
import { CannotWork, cannot } from '../base/failure.ts';
import { isRefused } from '../snapshot/content.ts';
import { gitFolderOf } from '../snapshot/git.ts';
import { type Ask, committedIn, lastWith } from '../snapshot/git-files.ts';
import { hasNoCommit } from '../snapshot/git-refs.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import { idOf } from './own-id.ts';
import type { PolicyFolder } from './workspace-place.ts';

/**
 * Refuses an archive that looks new although it is not. The last commit, the history of this clone and the site that was
 * built from it may remember a version. Throws `CannotWork`.
 */
export function requireNeverReleased({ folder, out }: Pick<PolicyFolder, 'folder' | 'out'>, ask?: Ask): void {
  if (gitFolderOf(folder)) {
    const archive = join(folder, 'archive');
    if (newestOf(committedIn([archive], ask).get(archive) ?? []) > 0) throw cannot('archive-gone', {});
    const commit = lastWith(folder, `archive/${versionFolder(1)}/${manifestFile}`, ask);
    if (commit !== undefined) throw cannot('archive-deleted', { commit });
  }
  const built = builtFrom(out, idOf(folder));
  if (built !== undefined)
    throw cannot('archive-built-from', { head: built, site: join(basename(out), buildFile) });
}

/**
 * Refuses archives of which the last commit has a later version than is `there`, by default on the disk: what is shown
 * would be older than what readers have, and another version would take the number. Git is asked once for all. Throws
 * `CannotWork`.
 */
export function requireNewest(folders: readonly string[], there = newestOnDisk, ask?: Ask): void {
  const archives = folders.filter((folder) => gitFolderOf(folder)).map((folder) => join(folder, 'archive'));
  for (const [archive, committed] of committedIn(archives, ask)) {
    const [version, last] = [newestOf(committed), there(archive)];
    if (version > last) throw cannot('archive-gone', last === 0 ? {} : { version });
  }
}

function newestOnDisk(archive: string): number {
  return newestOf(namesAtTop(folderFiles(archive)));
}

/**
 * For whoever writes a version: it may take a number that is taken, so that git has to say what was released. Where it is not
 * installed, there is no repository or nothing was committed, nothing is known; any other reason is one not to release.
 */
export function askBeforeRelease(folder: string): Ask {
  return (work) => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof CannotWork)) throw error;
      const isSilent = ['git-not-installed', 'git-no-repository'].includes(error.failure.code);
      if (isSilent || hasNoCommit(folder)) return undefined;
      throw error;
    }
  };
}

function newestOf(names: Iterable<string>): number {
  let newest = 0;
  for (const name of names) newest = Math.max(newest, sequenceOf(name) ?? 0);
  return newest;
}

/** As `src/publish` writes it. */
const buildFile = 'build.json';

/** The archive head that a site was built from; undefined when it is unknown. */
function builtFrom(out: string, id: string | undefined): string | undefined {
  const bytes = readRegularFile(join(out, buildFile), most);
  if (id === undefined || bytes === undefined || isRefused(bytes)) return undefined;
  try {
    const { policies } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly policies?: unknown };
    const known = new Map(Object.entries(policies ?? {}));
    const head: unknown = (known.get(id) as { readonly head?: unknown } | undefined)?.head;
    return typeof head === 'string' ? head : undefined;
  } catch {
    return undefined;
  }
}

const most = 64 * 1024 * 1024;
