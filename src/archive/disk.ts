import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { entryAt } from '../base/entry-at.ts';
import { because } from '../base/messages-why.ts';
import { isRefused } from '../snapshot/content.ts';
import { isOfMachine, readRegularFile } from '../snapshot/read-file.ts';
import { type ArchiveEntry, type ArchiveFiles, type EntryKind, largestArchived } from './files.ts';

/**
 * The few things a release asks of a file system. Links are never followed in the last part of a path. Every
 * operation throws the system's error when it fails.
 */
export interface ArchiveDisk {
  /** Undefined when nothing is there. */
  kindOf(path: string): EntryKind | undefined;
  list(folder: string): readonly ArchiveEntry[];
  /** In bytes. */
  sizeOf(path: string): number;
  read(path: string): Uint8Array;
  /** Fails when something is there, or when the parent is not. */
  makeFolder(path: string): void;
  /** Fails when something is there. Returns once the bytes are on the disk. */
  createFile(path: string, bytes: Uint8Array): void;
  /** Returns once the folder's entries are on the disk. */
  syncFolder(path: string): void;
  /** Atomic; fails when the target is a file or a folder that is not empty. */
  moveFolder(from: string, to: string): void;
  /** Atomic; replaces a file. */
  moveFile(from: string, to: string): void;
  /** With everything below it; no failure when nothing is there. */
  remove(path: string): void;
  /** Fails when something is in it. */
  removeEmpty(folder: string): void;
  /** A name that no other release uses. */
  randomName(): string;
  /** Whether git has something at or below a name in a folder, so that others have it: a release must not remove it. */
  isShared?(folder: string, name: string): boolean;
}

export const nodeDisk: ArchiveDisk = {
  kindOf(path) {
    const found = entryAt(path);
    return found && kindOf(found);
  },
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((item) => ({ name: item.name, kind: kindOf(item) })),
  sizeOf: (path) => lstatSync(path).size,
  read(path) {
    const content = readRegularFile(path, largestArchived);
    if (content === undefined || isRefused(content))
      throw Object.assign(new Error(content ? because(content.why) : 'there is no file'), {
        code: content ? 'EINVAL' : 'ENOENT',
      });
    return content;
  },
  makeFolder: (path) => mkdirSync(path),
  createFile(path, bytes) {
    const file = openSync(path, 'wx');
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  syncFolder,
  moveFolder: (from, to) => renameSync(from, to),
  moveFile: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
  removeEmpty: (folder) => rmdirSync(folder),
  randomName: () => randomBytes(8).toString('hex'),
};

/**
 * An archive folder on disk, read on demand. A missing folder is an empty archive. No link is followed; a folder that is
 * a link, or cannot be opened, has a single entry `.` of kind `other`. Throws the system's error when the disk fails.
 */
export function folderFiles(folder: string, disk: ArchiveDisk = nodeDisk): ArchiveFiles {
  const kindBelow = kindsBelow(disk, folder);
  return {
    list(inside) {
      try {
        const kind = kindBelow(inside);
        if (kind === undefined) return [];
        if (kind === 'folder') return disk.list(join(folder, inside));
      } catch (error) {
        if (isOfMachine(error)) throw error;
        // Reported as an impossible entry: an archive that cannot be opened must not look empty.
      }
      return [{ name: '.', kind: 'other' }];
    },
    read(inside) {
      try {
        const path = join(folder, inside);
        if (kindBelow(inside) !== 'file' || disk.sizeOf(path) > largestArchived) return undefined;
        return disk.read(path);
      } catch (error) {
        if (isOfMachine(error)) throw error;
        return undefined;
      }
    },
    isShared: (name) => disk.isShared?.(folder, name) ?? false,
  };
}

/**
 * The kind of an entry, if every folder on the way to it is a folder. Each folder is asked about once: an archive has
 * hundreds of files in a few.
 */
function kindsBelow(disk: ArchiveDisk, folder: string): (inside: string) => EntryKind | undefined {
  const known = new Set<string>();
  const kindOnTheWay = (path: string): EntryKind | undefined => {
    const kind = known.has(path) ? 'folder' : disk.kindOf(path);
    if (kind === 'folder') known.add(path);
    return kind;
  };
  return (inside) => {
    let path = folder;
    for (const part of inside === '' ? [] : inside.split('/')) {
      const kind = kindOnTheWay(path);
      if (kind !== 'folder') return kind && 'other';
      path = join(path, part);
    }
    return disk.kindOf(path);
  };
}

function kindOf(item: { isFile(): boolean; isDirectory(): boolean }): EntryKind {
  if (item.isFile()) return 'file';
  return item.isDirectory() ? 'folder' : 'other';
}

/** Some systems (Windows, some network file systems) cannot sync a folder; they order renames by other means. */
const cannotSync = new Set(['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'EBADF']);

function syncFolder(path: string): void {
  let folder: number | undefined;
  try {
    folder = openSync(path, 'r');
    fsyncSync(folder);
  } catch (error) {
    if (!cannotSync.has(String((error as { code?: unknown }).code))) throw error;
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}
