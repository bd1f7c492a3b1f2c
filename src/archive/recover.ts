import { join } from 'node:path';
import { type ArchiveDisk, nodeDisk } from './disk.ts';
import { discardedFolder, isLeftover, stagedSequence } from './layout.ts';

/** What an interrupted release left, and that was removed. No released version is ever touched. */
export interface Leftover {
  /** Its name in the archive folder. */
  readonly folder: string;
  /** The version it was to become, when known. */
  readonly sequence: number | undefined;
}

/**
 * Removes what interrupted releases left, and git does not hold: that is on this disk alone. A release that is still running loses its staging folder and fails by
 * name: no lock tells the living from the dead on every system. Of several started at once, the one that staged
 * last is cleared away by none, so one of them always succeeds.
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
 * Renames first and removes then: a release that is about to rename the same folder either comes first, and is
 * whole, or finds it gone; it never publishes a folder that is half removed.
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

/** What cannot be removed now is removed by the next release. */
export function discardQuietly(folder: string, name: string, disk: ArchiveDisk): void {
  try {
    discard(folder, name, disk);
  } catch {
    // What failed before is told.
  }
}

/** The system's name for what went wrong (`ENOSPC`), or the error's own words. */
export function errorCode(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : String(error);
}
