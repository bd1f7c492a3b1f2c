import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { entryAt } from './entry-at.ts';

/**
 * Makes a folder and the missing ones above it, all or none; returns the outermost one made. Where a system refuses to
 * make a folder (`/proc`), Node's recursive way would retry for ever; here the first refusal counts.
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

function makeOne(folder: string, mode: number | undefined): boolean {
  try {
    mkdirSync(folder, mode);
    return true;
  } catch (error) {
    if (entryAt(folder)?.isDirectory()) return false;
    throw error;
  }
}

/** Removes folders that are still empty, innermost first; one that holds something by now stays. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders)
    try {
      rmdirSync(folder);
    } catch {
      // The earlier failure is reported.
    }
}
