import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { largestFile, type Snapshot, snapshotOf } from './snapshot.ts';

/** Reads the files of a folder that the predicate accepts. Symbolic links are not followed, nor dot files read. */
export function readFolder(folder: string, accepts: (path: string) => boolean): Snapshot {
  const entries: [string, Uint8Array][] = [];
  walk(folder, '', accepts, entries);
  return snapshotOf(entries);
}

function walk(
  folder: string,
  prefix: string,
  accepts: (path: string) => boolean,
  entries: [string, Uint8Array][],
): void {
  for (const item of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? item.name : `${prefix}/${item.name}`;
    if (item.name.startsWith('.')) continue;
    if (item.isDirectory()) {
      if (accepts(`${path}/`)) walk(folder, path, accepts, entries);
    } else if (item.isFile() && accepts(path)) {
      const full = join(folder, path);
      const tooLarge = lstatSync(full).size > largestFile;
      entries.push([path, tooLarge ? new Uint8Array(largestFile + 1) : readFileSync(full)]);
    }
  }
}
