import { lstatSync, type Stats } from 'node:fs';

/**
 * What is at a path, a link itself and not what it leads to; undefined when nothing is there. Below a file nothing is, for
 * which some versions of Node throw and others do not.
 */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}
