import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing; returns the outermost that was made. Where a system makes no folder
 * (`/proc`), Node's own recursive way asks for ever: here its first answer counts.
 */
export function makeAll(folder: string, mode?: number): string | undefined {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.push(at);
  for (const at of [...missing].reverse())
    try {
      mkdirSync(at, mode);
    } catch (error) {
      // Somebody else may have made it meanwhile.
      if (!lstatSync(at, { throwIfNoEntry: false })?.isDirectory()) throw error;
    }
  return missing.at(-1);
}
