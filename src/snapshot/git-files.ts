import { cannot, ifPossible } from '../base/failure.ts';
import { groupBy } from '../base/group.ts';
import { largestFile } from './allowance.ts';
import { type FileContent, type Refused, tooLarge } from './content.ts';
import { type Git, openGit } from './git.ts';
import { type Entry, listingOf } from './listing.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/** Stands for the index in place of a commit. */
export const index = 'index';

/** An entry at a commit or in the index. */
export interface GitEntry extends Entry {
  /** The name of the git object. */
  readonly id: string;
  /** In bytes; absent if git was not asked, or does not know. */
  readonly size?: number;
}

/**
 * Everything below a folder at a commit, or in the index if the commit is `index`, with paths relative to the folder.
 * `prefix` is the folder's path in the repository, ending in `/`, if it was another one at that commit.
 */
export function entriesInGit(folder: string, commit: string, prefix?: string): GitEntry[] {
  return entriesBelow(folder, commit, [prefix ?? openGit(folder).prefix])[0] ?? [];
}

/** The same for several folders by their prefixes; git is asked only once. */
export function entriesBelow(folder: string, commit: string, prefixes: readonly string[]): GitEntry[][] {
  const git = openGit(folder);
  // For a whole repository, sizes that nobody needs would be looked up.
  const sized = commit !== index && !prefixes.includes('');
  const args =
    commit === index
      ? ['ls-files', '--stage', '-z']
      : ['ls-tree', '-r', ...(sized ? ['-l'] : []), '-z', '--full-tree', commit];
  return eachBelow(prefixes, (where) => {
    const listing = git.run([...args, ...where]);
    return entriesIn(commit === index ? merged(listing) : listing, sized);
  });
}

/** How many characters of paths one call of git gets: on Windows all arguments of a program may have 32,767. */
const longestArguments = 16_000;

/** For each prefix the entries below it, with paths from there. `list` asks git, given the paths to look at. */
export function eachBelow<E extends Entry>(
  prefixes: readonly string[],
  list: (where: readonly string[]) => readonly E[],
): E[][] {
  if (prefixes.includes('')) return dealt(list([]), prefixes);
  const lists: E[][] = [];
  for (let from = 0, end = 0; from < prefixes.length; from = end) {
    for (let length = 0; end < prefixes.length; end++) {
      length += (prefixes[end]?.length ?? 0) + 3;
      if (end > from && length > longestArguments) break;
    }
    const some = prefixes.slice(from, end);
    lists.push(...dealt(list(['--', ...some]), some));
  }
  return lists;
}

/** Distributes entries to the prefixes that they are below; a folder may be inside another one. */
function dealt<E extends Entry>(entries: readonly E[], prefixes: readonly string[]): E[][] {
  const lists = new Map(prefixes.map((prefix) => [prefix, [] as E[]]));
  for (const entry of entries)
    for (const prefix of foldersOver(entry.path))
      lists.get(prefix)?.push({ ...entry, path: entry.path.slice(prefix.length) });
  return prefixes.map((prefix) => lists.get(prefix) ?? []);
}

/**
 * All prefixes that a path is below: the empty one, its beginnings that end in `/`, and the path itself with `/`
 * added.
 */
function* foldersOver(path: string): Generator<string> {
  yield '';
  yield `${path}/`;
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1))
    yield path.slice(0, end + 1);
}

/** The files below a folder at a commit that the predicate accepts, by the same rules as on a disk. */
export function snapshotInGit(folder: string, commit: string, accepts: (path: string) => boolean): Snapshot {
  const { files, problems } = listingOf(entriesInGit(folder, commit), accepts);
  return snapshotOf(readEntries(folder, files), problems);
}

/** The regular files with exactly these paths in the repository at a commit; missing ones are left out. */
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

/** What git tells, or undefined where it tells nothing. */
export type Ask = <T>(work: () => T) => T | undefined;

/** For each folder the names directly in it at the last commit; none outside of git. Each repository is asked once. */
export function committedIn(
  folders: readonly string[],
  ask: Ask = ifPossible,
): ReadonlyMap<string, readonly string[]> {
  const opened = folders.flatMap((folder) => {
    const git = ask(() => openGit(folder));
    return git ? [{ folder, git }] : [];
  });
  const names = [...groupBy(opened, ({ git }) => git.top).values()].flatMap((some) => {
    const prefixes = some.map(({ git }) => git.prefix);
    const lists = ask(() =>
      eachBelow(prefixes, (where) => {
        const listing = some[0]?.git.run(['ls-tree', '-z', '--name-only', '--full-tree', 'HEAD', ...where]);
        return (listing?.toString().split('\0') ?? []).map((path) => ({ path, kind: 'folder' as const }));
      }),
    );
    return some.map(({ folder }, at) => [folder, lists?.[at]?.map(({ path }) => path) ?? []] as const);
  });
  return new Map(names);
}

/**
 * For a file that HEAD may lack: the newest commit before HEAD, in this clone, that holds it. All merged branches are
 * searched, even where a merge dropped one side.
 */
export function lastWith(folder: string, path: string, ask: Ask = ifPossible): string | undefined {
  return ask(() => {
    const { prefix, line, run } = openGit(folder);
    const file = prefix + path;
    const commit = line('rev-list', '--max-count=1', '--full-history', 'HEAD', '--', file);
    if (commit === '') return undefined;
    const holds = run(['ls-tree', '-z', '--full-tree', commit, '--', file]).length > 0;
    return holds ? commit : `${commit}~1`;
  });
}

/** Why a file of a certain size must not be read, if so; called once for each file, in order. */
export type Refusal = (path: string, size: number) => Refused | undefined;

/** Listed files, and a check that decides which of them are not to be read. */
export interface Wanted {
  readonly entries: readonly GitEntry[];
  readonly refusalOf: Refusal;
}

/** The bytes of listed files. Sizes are asked for first, so that refused files are never read. */
export function readEntries(
  folder: string,
  entries: readonly GitEntry[],
  refusalOf: Refusal = (_, size) => (size > largestFile ? tooLarge(largestFile) : undefined),
): [string, FileContent][] {
  return readEach(folder, [{ entries, refusalOf }])[0] ?? [];
}

/** The same for several lists of files; git is asked once for all of them, or once for each large file. */
export function readEach(folder: string, wanted: readonly Wanted[]): [string, FileContent][][] {
  const all = wanted.flatMap(({ entries }) => entries);
  if (all.length === 0) return wanted.map(() => []);
  const git = openGit(folder);
  const sizes = sizesOf(git, all);
  let at = 0;
  const lists = wanted.map(({ entries, refusalOf }) =>
    entries.map((entry) => {
      const size = sizes[at++] ?? 0;
      return { ...entry, size, refusal: refusalOf(entry.path, size) };
    }),
  );
  const contents = contentsOf(
    git,
    lists.flat().filter(({ refusal }) => !refusal),
  );
  return lists.map((list) =>
    list.map(({ path, refusal }) => [path, refusal ?? contents.next().value ?? empty]),
  );
}

/** In bytes: how much is read from git at once; a larger file is read by itself. */
const atOnce = 64 * 1024 * 1024;

function* contentsOf(git: Git, entries: readonly Required<GitEntry>[]): Generator<Buffer> {
  for (let from = 0; from < entries.length; ) {
    let end = from;
    for (let bytes = 0; end < entries.length; end++) {
      bytes += entries[end]?.size ?? 0;
      if (end > from && bytes > atOnce) break;
    }
    const part = entries.slice(from, end);
    yield* contentsIn(git.run(['cat-file', '--batch'], idsOf(part)), part);
    from = end;
  }
}

/** Splits the output of `cat-file --batch`. */
function* contentsIn(output: Buffer, entries: readonly Required<GitEntry>[]): Generator<Buffer> {
  let end = -1;
  for (const { path, id, size } of entries) {
    const start = output.indexOf(10, end + 1) + 1;
    if (output.toString('latin1', end + 1, start) !== `${id} blob ${size}\n`)
      throw cannot('git-object-unreadable', { path, id });
    end = start + size;
    yield output.subarray(start, end);
  }
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

/** Passes on a listing of the index, unless a merge left several versions of a file. */
function merged(listing: Buffer): Buffer {
  const path = /(?:^|\0)\d+ [0-9a-f]+ [123]\t([^\0]*)/.exec(listing.toString())?.[1];
  if (path !== undefined) throw cannot('git-conflict-staged', { path });
  return listing;
}

/** Parses the output of `ls-tree -l`, which has sizes, or `ls-files --stage`; folders are left out. */
function entriesIn(listing: Buffer, sized: boolean): GitEntry[] {
  return listing
    .toString()
    .split('\0')
    .flatMap((line) => entryIn(line, sized) ?? []);
}

export function entryIn(line: string, sized: boolean): GitEntry | undefined {
  const match = /^(\d{6}) (?:(?:blob|commit) )?([0-9a-f]{40,64})(?: +(\d+|-|BAD))?\t(.*)$/s.exec(line);
  const [, mode = '', id = '', size, path = ''] = match ?? [];
  const kind = kinds[mode.slice(0, 3)];
  return kind && { path, kind, id, ...(sized && /^\d/.test(size ?? '') ? { size: Number(size) } : {}) };
}

/** By the first digits of git's file modes. */
const kinds: Readonly<Record<string, GitEntry['kind']>> = { 100: 'file', 120: 'link', 160: 'repository' };
