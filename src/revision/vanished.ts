import { basename, join } from 'node:path';
import { manifestFile, sequenceOf, versionFolder } from '../archive/layout.ts';
import { cannot } from '../base/failure.ts';
import { isRefused } from '../snapshot/content.ts';
import { gitFolderOf } from '../snapshot/git.ts';
import { committedIn, lastWith } from '../snapshot/git-files.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import { idOf } from './own-id.ts';
import type { PolicyFolder } from './workspace-place.ts';

/**
 * Refuses an archive that looks new although it is not. The last commit, the history of this clone and the site that was
 * built from it may remember a version. Throws `CannotWork`.
 */
export function requireNeverReleased({ folder, out }: Pick<PolicyFolder, 'folder' | 'out'>): void {
  if (gitFolderOf(folder)) {
    if (lastCommitted(folder) > 0) throw cannot('archive-gone', {});
    const commit = lastWith(folder, `archive/${versionFolder(1)}/${manifestFile}`);
    if (commit !== undefined) throw cannot('archive-deleted', { commit });
  }
  const built = builtFrom(out, idOf(folder));
  if (built !== undefined)
    throw cannot('archive-built-from', { head: built, site: join(basename(out), buildFile) });
}

/** Refuses to go on after a version when the last commit has a later one: another would take its number. Throws `CannotWork`. */
export function requireNewest(folder: string, last: number): void {
  const version = gitFolderOf(folder) ? lastCommitted(folder) : 0;
  if (version > last) throw cannot('archive-gone', { version });
}

/** The number of the newest version in the last commit; 0 if there is none. */
function lastCommitted(folder: string): number {
  return Math.max(0, ...committedIn(folder, 'archive').map((path) => sequenceOf(basename(path)) ?? 0));
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
