import { CannotWork, cannot } from '../base/failure.ts';
import { largestFile } from './allowance.ts';
import { type FileContent, type Refused, tooLarge } from './content.ts';
import { type Git, openGit } from './git.ts';
import { type Entry, listingOf } from './listing.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/** What the index of a repository holds, in place of a commit. */
export const index = 'index';

/** A path at a commit, or in the index. */
export interface GitEntry extends Entry {
  /** The object's name. */
  readonly id: string;
  /** In bytes, where git was asked for it and knows it. */
  readonly size?: number;
}

/**
 * Everything below a folder at a commit, or in the index when the commit is `index`; paths relative to the folder.
 * `prefix` is the folder's path in the repository, ending in `/`, when it was another one at that commit.
 */
export function entriesInGit(folder: string, commit: string, prefix?: string): GitEntry[] {
  const git = openGit(folder);
  const where = prefix ?? git.prefix;
  // Of a whole repository, sizes would be looked up that nobody asks for.
  const sized = commit !== index && where !== '';
  const below = where === '' ? [] : ['--', where];
  const listing =
    commit === index
      ? merged(git.run(['ls-files', '--stage', '-z', ...below]))
      : git.run(['ls-tree', '-r', ...(sized ? ['-l'] : []), '-z', '--full-tree', commit, ...below]);
  return entriesIn(listing, sized).map((entry) => ({
    ...entry,
    path: entry.path.slice(where.length),
  }));
}

/** The files below a folder at a commit that the predicate accepts, by the same rule as on a disk. */
export function snapshotInGit(
  folder: string,
  commit: string,
  accepts: (path: string) => boolean,
  prefix?: string,
): Snapshot {
  const { files, problems } = listingOf(entriesInGit(folder, commit, prefix), accepts);
  return snapshotOf(readEntries(folder, files), problems);
}

/** The regular files with exactly these paths in the repository, at a commit; those that are not there are left out. */
export function filesNamed(
  folder: string,
  commit: string,
  paths: readonly string[],
): [string, FileContent][] {
  const listing = openGit(folder).run(['ls-tree', '-l', '-z', '--full-tree', commit, '--', ...paths]);
  return readEntries(
    folder,
    entriesIn(listing, true).filter(({ kind }) => kind === 'file'),
  );
}

/** A file of the index. */
export interface Tracked extends GitEntry {
  /** Whether it is not checked out. */
  readonly skipped: boolean;
  /** Whether git was told not to look whether it changed: what lies on the disk need not be what it commits. */
  readonly unwatched: boolean;
  /** Whether a merge left several of it. */
  readonly unmerged: boolean;
}

/** What the index holds below a path of a folder; paths relative to the folder. */
export function trackedIn(folder: string, path: string): Tracked[] {
  const { prefix, run } = openGit(folder);
  const below = path === '.' ? prefix : prefix + path;
  return run(['ls-files', '-v', '--stage', '-z', ...(below === '' ? [] : ['--', below])])
    .toString()
    .split('\0')
    .flatMap((line): Tracked[] => {
      const entry = entryIn(line.slice(2), false);
      if (!entry) return [];
      const mark = line.charAt(0);
      const skipped = mark === 'S' || mark === 's';
      // A small letter stands for `assume-unchanged`.
      const unwatched = skipped || /[a-z]/.test(mark);
      const path = entry.path.slice(prefix.length);
      return [{ ...entry, path, skipped, unwatched, unmerged: /m/i.test(mark) }];
    });
}

/** What would be committed of a folder. Throws `CannotWork` where a merge is not done. */
export function stagedIn(folder: string): readonly Tracked[] {
  const tracked = trackedIn(folder, '.');
  const conflict = tracked.find(({ unmerged }) => unmerged);
  if (conflict) throw cannot('git-conflict-staged', { path: openGit(folder).prefix + conflict.path });
  return tracked;
}

/** The entries of a folder inside another one in the last commit, by their paths; none outside of git. */
export function committedIn(folder: string, path: string): string[] {
  try {
    const { prefix, run } = openGit(folder);
    const names = run(['ls-tree', '-z', '--name-only', 'HEAD', '--', `${prefix}${path}/`]).toString();
    return names.split('\0').filter((name) => name !== '');
  } catch (error) {
    if (error instanceof CannotWork) return [];
    throw error;
  }
}

/**
 * The newest commit, of those that this clone has before HEAD, that holds a file of a folder which HEAD does not hold.
 * Every branch that was merged is looked at, also one whose side a merge threw away.
 */
export function lastWith(folder: string, path: string): string | undefined {
  try {
    const { prefix, line, run } = openGit(folder);
    const file = prefix + path;
    const commit = line('rev-list', '--max-count=1', '--full-history', 'HEAD', '--', file);
    if (commit === '') return undefined;
    const holds = run(['ls-tree', '-z', '--full-tree', commit, '--', file]).length > 0;
    return holds ? commit : `${commit}~1`;
  } catch (error) {
    if (error instanceof CannotWork) return undefined;
    throw error;
  }
}

/** Says of a file of that many bytes why it is not to be read, if so; asked once for each file, in order. */
export type Refusal = (path: string, size: number) => Refused | undefined;

/** The bytes of files that were listed. Their sizes are asked first: what is refused is never read. */
export function readEntries(
  folder: string,
  entries: readonly GitEntry[],
  refusalOf: Refusal = (_, size) => (size > largestFile ? tooLarge(largestFile) : undefined),
): [string, FileContent][] {
  if (entries.length === 0) return [];
  const git = openGit(folder);
  const sizes = sizesOf(git, entries);
  const refused = entries.map(({ path }, at) => refusalOf(path, sizes[at] ?? 0));
  const wanted = entries.filter((_, at) => !refused[at]);
  const output = wanted.length === 0 ? empty : git.run(['cat-file', '--batch'], idsOf(wanted));
  let end = -1;
  return entries.map(({ path, id }, at) => {
    const refusal = refused[at];
    if (refusal) return [path, refusal];
    const size = sizes[at] ?? 0;
    const start = output.indexOf(10, end + 1) + 1;
    if (output.toString('latin1', end + 1, start) !== `${id} blob ${size}\n`)
      throw cannot('git-object-unreadable', { path, id });
    end = start + size;
    return [path, output.subarray(start, end)];
  });
}

const empty = Buffer.alloc(0);

function idsOf(entries: readonly GitEntry[]): string {
  return `${entries.map(({ id }) => id).join('\n')}\n`;
}

function sizesOf(git: Git, entries: readonly GitEntry[]): readonly number[] {
  const known = entries.flatMap(({ size }) => size ?? []);
  if (known.length === entries.length) return known;
  const lines = git.run(['cat-file', '--batch-check'], idsOf(entries)).toString().split('\n');
  return entries.map(({ path, id }, at) => {
    const [, type, size] = lines[at]?.split(' ') ?? [];
    if (type !== 'blob') throw cannot('git-object-unreadable', { path, id });
    return Number(size);
  });
}

/** What the index holds, where no merge left several of a file. */
function merged(listing: Buffer): Buffer {
  const path = /(?:^|\0)\d+ [0-9a-f]+ [123]\t([^\0]*)/.exec(listing.toString())?.[1];
  if (path !== undefined) throw cannot('git-conflict-staged', { path });
  return listing;
}

/** What `ls-tree -l`, which says sizes, or `ls-files --stage` printed, folders left out. */
function entriesIn(listing: Buffer, sized: boolean): GitEntry[] {
  return listing
    .toString()
    .split('\0')
    .flatMap((line) => entryIn(line, sized) ?? []);
}

function entryIn(line: string, sized: boolean): GitEntry | undefined {
  const match = /^(\d{6}) (?:(?:blob|commit) )?([0-9a-f]{40,64})(?: +(\d+|-|BAD))?\t(.*)$/s.exec(line);
  const [, mode = '', id = '', size, path = ''] = match ?? [];
  const kind = kinds[mode.slice(0, 3)];
  return kind && { path, kind, id, ...(sized && /^\d/.test(size ?? '') ? { size: Number(size) } : {}) };
}

/** By the first digits of git's modes. */
const kinds: Readonly<Record<string, GitEntry['kind']>> = { 100: 'file', 120: 'link', 160: 'repository' };
