import { cannot } from '../base/failure.ts';
import { append } from '../base/group.ts';
import { type Git, openGit } from './git.ts';

/** The commits at or before one that changed anything below these paths of the repository, newest first. */
export function commitsThatChanged(folder: string, commit: string, paths: readonly string[]): string[] {
  const listing = openGit(folder).line('rev-list', '--full-history', commit, '--', ...paths);
  return listing.split('\n').filter(Boolean);
}

/** A file that the history has somewhere. */
export interface Brought {
  /** The folder below which its path begins, ending in `/`; empty for the top. */
  readonly folder: string;
  /** The name of the git object. */
  readonly id: string;
}

/**
 * All files that ever had this path below any folder, at or before a commit, as far as this clone has the history. What git
 * keeps for a folder is read once, however many commits and folders hold it: ten such objects can stand for more files than
 * anybody can list. Of those, the ones nearest to the top are found.
 */
export function everBrought(start: string, commit: string, path: string): Brought[] {
  const git = openGit(start);
  const names = path.split('/');
  const file = names.pop() ?? '';
  const roots = new Set(rootsOf(git, commit));
  const folders = foldersFrom(git, roots, file);
  const all = new Map<string, Brought>();
  let left = folders.size + mostSaid;
  for (let level = holdersOf(folders, names); level.size > 0 && left > 0 && all.size < mostFound; ) {
    const reached = [...roots].flatMap((id) => level.get(id) ?? []);
    for (const one of reached) all.set(one.id + one.folder, one);
    level = levelAbove(folders, level, left);
    for (const one of level.values()) left -= one.length;
  }
  return [...all.values()];
}

/** What is found in folders, by the names of their git objects. */
type Level = ReadonlyMap<string, readonly Brought[]>;

/** The folders from which the path leads to the file. */
function holdersOf(folders: ReadonlyMap<string, Folder>, names: readonly string[]): Level {
  const found = [...folders.keys()].flatMap((id): [string, Brought[]][] => {
    const last = names.reduce<string | undefined>((at, name) => at && folders.get(at)?.within.get(name), id);
    const file = last === undefined ? undefined : folders.get(last)?.file;
    return file === undefined ? [] : [[id, [{ folder: '', id: file }]]];
  });
  return new Map(found);
}

/** The same one folder further up, as many as may still be followed. */
function levelAbove(folders: ReadonlyMap<string, Folder>, level: Level, most: number): Level {
  const above = new Map<string, Brought[]>();
  let left = most;
  for (const [id, { within }] of folders)
    for (const [name, child] of within) {
      const held = (level.get(child) ?? []).slice(0, left);
      left -= held.length;
      for (const one of held) append(above, id, { id: one.id, folder: `${name}/${one.folder}` });
    }
  return above;
}

/** How many places of files are followed to the top, besides one for each folder that git keeps. */
const mostSaid = 100_000;
/** Files beyond this are not asked for. */
const mostFound = 500;

/** Folders that are read from git at once. */
const atOnce = 2000;

interface Folder {
  /** The folders in it, by name. */
  readonly within: ReadonlyMap<string, string>;
  /** The file in it that was asked for. */
  readonly file: string | undefined;
}

/** The top folders of all commits. */
function rootsOf(git: Git, commit: string): string[] {
  const lines = git.run(['rev-list', '--format=%T', commit, '--']).toString().split('\n');
  return lines.filter((line) => /^[0-9a-f]+$/.test(line));
}

/** Every folder in some folders, and they themselves, by the names of their git objects. */
function foldersFrom(git: Git, roots: ReadonlySet<string>, file: string): ReadonlyMap<string, Folder> {
  const read = new Map<string, Folder>();
  const known = new Set(roots);
  for (let next = [...roots]; next.length > 0; ) {
    const ids = next.splice(0, atOnce);
    const output = git.run(['cat-file', '--batch'], `${ids.join('\n')}\n`);
    let at = 0;
    for (const id of ids) {
      const start = output.indexOf(10, at) + 1;
      const [, type, size] = output.toString('latin1', at, start - 1).split(' ');
      if (type !== 'tree') throw cannot('git-lacks-objects', {});
      at = start + Number(size) + 1;
      const folder = folderOf(output.subarray(start, at - 1), id.length / 2, file);
      read.set(id, folder);
      for (const one of folder.within.values()) {
        if (!known.has(one)) next.push(one);
        known.add(one);
      }
    }
  }
  return read;
}

/** Of what git keeps for a folder: for each entry `mode name`, a zero, and the name of an object in bytes. */
function folderOf(bytes: Buffer, idLength: number, file: string): Folder {
  const within = new Map<string, string>();
  let found: string | undefined;
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const [space, id] = [bytes.indexOf(32, at), end + 1];
    // Whoever makes one by hand may write more zeros.
    const mode = bytes.toString('latin1', at, space).replace(/^0+/, '');
    at = id + idLength;
    const isFolder = mode === '40000';
    if (!isFolder && (id - space - 2 !== file.length || !mode.startsWith('100'))) continue;
    const name = bytes.toString('utf8', space + 1, end);
    if (isFolder) within.set(name, bytes.toString('hex', id, at));
    else if (name === file) found = bytes.toString('hex', id, at);
  }
  return { within, file: found };
}
