import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { why } from '../base/messages-why.ts';
import { Allowance, largestFile } from './allowance.ts';
import { type FileContent, isRefused } from './content.ts';
import { type Entry, type EntryKind, listingOf } from './listing.ts';
import { readRegularFile } from './read-file.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/**
 * Reads the files of a folder that `accepts` accepts. Symbolic links are not followed but reported as problems. Throws
 * the system's error if the folder cannot be read.
 */
export function readFolder(folder: string, accepts: (path: string) => boolean): Snapshot {
  const { files, problems } = listingOf(entriesBelow(folder, '', accepts), accepts);
  const allowance = new Allowance();
  const contents = files.map(({ path }) => {
    const content = allowance.refusalOf(0) ?? readWithin(join(folder, path));
    if (!isRefused(content)) allowance.count(content.length);
    return [path, content] as const;
  });
  return snapshotOf(contents, problems);
}

/** The problems of a folder that are found without reading its files. */
export function problemsIn(folder: string, accepts: (path: string) => boolean): readonly Diagnostic[] {
  return listingOf(entriesBelow(folder, '', accepts), accepts).problems;
}

function readWithin(path: string): FileContent {
  return readRegularFile(path, largestFile) ?? { why: why('taken-away') };
}

function entriesBelow(folder: string, prefix: string, accepts: (path: string) => boolean): Entry[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((item): Entry[] => {
    const path = prefix === '' ? item.name : `${prefix}/${item.name}`;
    const isRead = item.isDirectory() && !item.name.startsWith('.') && accepts(`${path}/`);
    if (isRead && existsSync(join(folder, path, '.git'))) return [{ path, kind: 'repository' }];
    return [{ path, kind: kindOf(item) }, ...(isRead ? entriesBelow(folder, path, accepts) : [])];
  });
}

function kindOf(item: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryKind {
  if (item.isFile()) return 'file';
  if (item.isDirectory()) return 'folder';
  return item.isSymbolicLink() ? 'link' : 'special';
}
