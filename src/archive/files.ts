import { limits } from '../base/limits.ts';
import { isLeftover } from './layout.ts';

/**
 * The files of an archive, wherever they are: on disk, in a git commit, in memory. Paths are `/`-separated and
 * relative to the archive folder, whose own path is `''`.
 */
export interface ArchiveFiles {
  /** The entries of a folder; none when there is no such folder. */
  list(folder: string): readonly ArchiveEntry[];
  /** The bytes of a regular file; undefined when there is none, or when it is larger than `largestArchived`. */
  read(path: string): Uint8Array | undefined;
  /** Whether others get something below an entry of the archive folder from the repository; nobody does when this is absent. */
  isShared?(name: string): boolean;
}

export interface ArchiveEntry {
  readonly name: string;
  /** `other` is a symbolic link, a submodule, a device: never followed, never part of an archive. */
  readonly kind: EntryKind;
}

export type EntryKind = 'file' | 'folder' | 'other';

/** In bytes. */
export const largestArchived = limits.archivedBytes;

/** Names of what interrupted releases left. */
export function leftoversIn(files: ArchiveFiles): readonly string[] {
  return files
    .list('')
    .flatMap(({ name }) => (isLeftover(name) ? [name] : []))
    .sort();
}

/**
 * Names of leftovers of interrupted releases that are in git: somebody committed them, or named something of their own
 * so. A release removes what a crash left on this disk, never what others have.
 */
export function sharedLeftovers(files: ArchiveFiles): readonly string[] {
  return leftoversIn(files).filter((name) => files.isShared?.(name));
}

/**
 * An archive in memory, by path, without the bytes of files that are too large; `others` are paths of what is neither a
 * file nor a folder.
 */
export function filesOf(
  contents: ReadonlyMap<string, Uint8Array | undefined>,
  others: readonly string[] = [],
): ArchiveFiles {
  const folders = new Map<string, Map<string, EntryKind>>();
  for (const path of [...contents.keys(), ...others]) {
    // An empty name is in no folder, or would be in itself.
    const isPath = path.split('/').every((part) => part !== '');
    const parts = isPath ? path.split('/') : [path || '.'];
    parts.forEach((name, index) => {
      const folder = parts.slice(0, index).join('/');
      const entries = folders.get(folder) ?? new Map<string, EntryKind>();
      folders.set(
        folder,
        entries.set(
          name,
          index < parts.length - 1 ? 'folder' : isPath && contents.has(path) ? 'file' : 'other',
        ),
      );
    });
  }
  return {
    list: (folder) => [...(folders.get(folder) ?? [])].map(([name, kind]) => ({ name, kind })),
    read: (path) => contents.get(path),
  };
}

/** Every entry below a folder that is not a folder itself, sorted by path. */
export function walkFiles(
  files: ArchiveFiles,
  folder: string,
): { readonly path: string; readonly kind: EntryKind }[] {
  const found: { path: string; kind: EntryKind }[] = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { name, kind } of files.list(next)) {
      const path = next === '' ? name : `${next}/${name}`;
      if (kind === 'folder') pending.push(path);
      else found.push({ path, kind });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
