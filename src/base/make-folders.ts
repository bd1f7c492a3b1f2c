import { existsSync, lstatSync, mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing, all of them or none; returns the outermost that was made. Where a
 * system makes no folder (`/proc`), Node's own recursive way asks for ever: here its first answer counts.
 */
export function makeAll(folder: string, mode?: number): string | undefined {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.push(at);
  const made: string[] = [];
  try {
    for (const at of [...missing].reverse()) if (makeOne(at, mode)) made.unshift(at);
  } catch (error) {
    removeEmpty(made);
    throw error;
  }
  return missing.at(-1);
}

/** False when somebody else has made it meanwhile. */
function makeOne(folder: string, mode: number | undefined): boolean {
  try {
    mkdirSync(folder, mode);
    return true;
  } catch (error) {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
    throw error;
  }
}

/** Folders that nothing was written into after all, the innermost first; one that holds something by now stays. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders)
    try {
      rmdirSync(folder);
    } catch {
      // What failed before is told.
    }
}
