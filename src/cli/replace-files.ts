import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { entryAt } from '../base/entry-at.ts';
import { cannot } from '../base/failure.ts';
import { inHeldFolder } from '../base/held-folder.ts';
import { removeEmpty } from '../base/make-folders.ts';
import { naming } from '../base/named-error.ts';
import { normaliseText } from '../snapshot/snapshot.ts';
import { refuseKept } from './kept.ts';
import { makeFolders, quietly } from './made-folders.ts';
import { removeUnfinished } from './unfinished.ts';

/** New texts for files of a folder, by `/`-separated path. */
export interface Replacement {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  /** What those files held when the texts were made: if one holds something else by now, nothing is written. */
  readonly read?: ReadonlyMap<string, string>;
}

/** `replaceAllFiles` of one folder. */
export function replaceFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  read: ReadonlyMap<string, string> = new Map(),
): void {
  replaceAllFiles([{ folder, files, read }]);
}

/**
 * Writes files below folders. Every text is on the disk before the first file is replaced, and each file is replaced in
 * one step: whatever goes wrong, no file is half old and half new. Links are not followed. A file keeps its line ends and
 * its byte-order mark.
 */
export function replaceAllFiles(all: readonly Replacement[]): void {
  const staged: { readonly real: string; readonly folder: string; readonly path: string; known?: string }[] =
    [];
  const begun: string[] = [];
  try {
    for (const { folder, files, read } of all) {
      const real = realpathSync(folder);
      for (const [path, text] of files) {
        refuseLinks(folder, path);
        begun.unshift(...makeFolders(dirname(join(folder, path))));
        requireReal(real, folder, path);
        inFolderOf(real, folder, path, (held) => {
          const [from, to] = [join(held, temporaryName(path)), join(held, nameOf(path))];
          removeUnfinished(held);
          rmSync(from, { force: true });
          const known = read?.get(path);
          staged.push({ real, folder, path, ...(known === undefined ? {} : { known }) });
          const written = stillThere(to, path, known);
          naming(join(folder, path), () => stage(from, to, likeIn(written, text)));
        });
      }
    }
    // Another run may have replaced some of them meanwhile: all that follows is quick.
    for (const { folder, path, known } of staged)
      if (known !== undefined) stillThere(join(folder, path), path, known);
    for (const { real, folder, path } of staged)
      inFolderOf(real, folder, path, (held) => {
        requireReal(real, folder, path, join(held, temporaryName(path)));
        const [from, to] = [join(held, temporaryName(path)), join(held, nameOf(path))];
        naming(join(folder, path), () => renameSync(from, to));
      });
  } catch (error) {
    for (const { folder, path } of staged)
      rmSync(join(folder, dirname(path), temporaryName(path)), { force: true });
    removeEmpty(begun);
    throw error;
  }
}

/** The text of a file, if there is one; throws if it is not what was read before. */
function stillThere(to: string, path: string, known: string | undefined): string {
  const written = existsSync(to) ? readFileSync(to, 'utf8') : '';
  if (known !== undefined && normaliseText(written) !== known) throw cannot('file-changed', { path });
  return written;
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
/** Of this run alone: two runs at once would take away each other's. */
const temporaryName = (path: string): string => `.${nameOf(path)}.${process.pid}.policyc-new`;

/** Does something in the folder of a file, and holds the folder meanwhile, so that nobody can put another in its place. */
function inFolderOf<T>(real: string, folder: string, path: string, act: (held: string) => T): T {
  const above = path.split('/').slice(0, -1);
  return inHeldFolder(join(real, ...above), act, () => {
    throw irregular(folder, above);
  });
}

function irregular(folder: string, above: readonly string[]): Error {
  return cannot('locale-path-irregular', { path: above.join(sep) || folder, wanted: 'folder' });
}

/** A text with the line ends and byte-order mark of the file, unless it was made of that file and has them. */
function likeIn(written: string, text: string): string {
  const mark = written.startsWith('\uFEFF') && !text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + (written.includes('\r\n') && !text.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text);
}

/** A file to write where none is yet. */
export interface NewFile {
  readonly folder: string;
  /** In the folder, `/`-separated. */
  readonly path: string;
  readonly text: string;
  /** The names that are known to be taken; if another is, somebody else does the same work, and nothing is written. */
  readonly known?: ReadonlySet<string>;
}

/**
 * Writes new files, all or none, and never over another: if a name is taken, even at this very moment, the file gets the
 * next free one (`a-2.md`). Returns their paths. Links are not followed.
 */
export function createFiles(files: readonly NewFile[]): string[] {
  const reals = files.map(({ folder }) => realpathSync(folder));
  const within = <T>(at: number, act: (held: string, file: NewFile) => T): T[] => {
    const [file, real] = [files[at], reals[at]];
    return file && real !== undefined
      ? [inFolderOf(real, file.folder, file.path, (held) => act(held, file))]
      : [];
  };
  const temporary = (held: string, path: string, at: number): string =>
    join(held, `.${nameOf(path)}.${process.pid}-${at}.policyc-new`);
  const begun: string[] = [];
  const staged: number[] = [];
  const made: string[] = [];
  try {
    for (const [at, { folder, path }] of files.entries()) {
      refuseLinks(folder, path);
      begun.unshift(...makeFolders(dirname(join(folder, path))));
      requireReal(reals[at] ?? '', folder, path);
      within(at, (held, { text }) => {
        const from = temporary(held, path, at);
        rmSync(from, { force: true });
        staged.push(at);
        naming(join(folder, path), () => stage(from, join(held, nameOf(path)), text));
      });
    }
    for (const [at, { folder, path, known }] of files.entries())
      within(at, (held) => {
        const from = temporary(held, path, at);
        requireReal(reals[at] ?? '', folder, path, from);
        const taken = known && new Set([...known, ...made]);
        made.push(naming(join(folder, path), () => moveToFirstFree(from, held, path, taken)));
      });
    return made;
  } catch (error) {
    for (const [at, path] of made.entries())
      quietly(() => within(at, (held) => rmSync(join(held, nameOf(path)), { force: true })));
    throw error;
  } finally {
    for (const at of staged)
      quietly(() => within(at, (held, { path }) => rmSync(temporary(held, path, at), { force: true })));
    // Folders that hold something stay.
    if (made.length < files.length) removeEmpty(begun);
  }
}

/** Writes one new file; returns its path. */
export function createFile(folder: string, path: string, text: string): string {
  return createFiles([{ folder, path, text }]).join('');
}

function moveToFirstFree(from: string, held: string, path: string, known?: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const taken = count === 1 ? path : path.replace(/(\.[^./]*)?$/, `-${count}$1`);
    if (moveToFree(from, join(held, nameOf(taken)))) return taken;
    if (known && !known.has(taken)) throw cannot('file-changed', { path: taken });
  }
}

/**
 * Moves a file unless something is in the way; false then. A hard link fails in that case; where there are none, looking
 * first has to do.
 */
export function moveToFree(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    if (existsSync(to)) return false;
    renameSync(from, to);
    return true;
  }
}

function stage(from: string, to: string, text: string): void {
  const file = openSync(from, 'wx');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const before = entryAt(to);
  if (before) chmodSync(from, before.mode & 0o777);
}

/** Refuses a folder that was replaced by a link after it was looked at. */
function requireReal(real: string, folder: string, path: string, staged?: string): void {
  const above = path.split('/').slice(0, -1);
  const isGone = staged !== undefined && !existsSync(staged);
  if (isGone || realpathSync(join(folder, ...above)) !== join(real, ...above)) throw irregular(folder, above);
}

function refuseLinks(folder: string, path: string): void {
  refuseKept(folder, join(folder, path));
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count++) {
    const part = parts.slice(0, count);
    const found = entryAt(join(folder, ...part));
    if (!found) return;
    const fits = count === parts.length ? found.isFile() : found.isDirectory();
    const wanted = count === parts.length ? 'file' : 'folder';
    if (!fits) throw cannot('locale-path-irregular', { path: part.join(sep), wanted });
  }
}
