import { join } from 'node:path';
import { type ArchiveDisk, nodeDisk } from './disk.ts';
import { discardedFolder, isLeftover, stagedSequence } from './layout.ts';

/** A leftover of an interrupted release that was removed; never a released version. */
export interface Leftover {
  readonly folder: string;
  /** The version it was to become, when known. */
  readonly sequence: number | undefined;
}

/**
 * Removes leftovers of interrupted releases that git does not have, and so are on this disk only. A release that is still
 * running loses its staging folder and fails, since no lock tells live processes from dead ones on every system. Of
 * several releases at once, none removes the one that staged last, so one of them always succeeds.
 */
export function recoverArchive(folder: string, disk: ArchiveDisk = nodeDisk): readonly Leftover[] {
  if (disk.kindOf(folder) !== 'folder') return [];
  const found = disk.list(folder).filter(({ name }) => isLeftover(name) && !disk.isShared?.(folder, name));
  return found
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) =>
      discard(folder, name, disk) ? [{ folder: name, sequence: stagedSequence(name) }] : [],
    );
}

/**
 * Renames the folder, then removes it: a release about to publish the same folder either comes first, and is whole, or no
 * longer finds it. It never publishes a half-removed folder.
 */
function discard(folder: string, name: string, disk: ArchiveDisk): boolean {
  const discarded = join(folder, discardedFolder(disk.randomName()));
  try {
    disk.moveFolder(join(folder, name), discarded);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
  disk.remove(discarded);
  return true;
}

/** Removes what this run staged, which no other publishes; leaves to the next release what cannot be removed now. */
export function discardQuietly(folder: string, name: string, disk: ArchiveDisk): void {
  try {
    disk.remove(join(folder, name));
  } catch {
    // The earlier failure is reported.
  }
}

/** The system's name for what went wrong (`ENOSPC`), or the error's own words. */
export function errorCode(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : String(error);
}
