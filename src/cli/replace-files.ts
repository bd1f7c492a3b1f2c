import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { cannot } from '../base/failure.ts';
import { normaliseText } from '../snapshot/snapshot.ts';

/**
 * Writes files below a folder, given by `/`-separated path. Every text is on the disk before the first file is
 * replaced, and each file is replaced in one step: whatever goes wrong, no file is half old and half new. Links are
 * not followed. A file keeps its line ends and its byte-order mark. `read` is what those held that texts were made of:
 * when one holds something else by now, nothing is written.
 */
export function replaceFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  read: ReadonlyMap<string, string> = new Map(),
): void {
  const staged: { readonly from: string; readonly to: string; readonly path: string }[] = [];
  const real = realpathSync(folder);
  try {
    for (const [path, text] of files) {
      const to = join(folder, ...path.split('/'));
      refuseLinks(folder, path);
      mkdirSync(dirname(to), { recursive: true });
      const from = join(dirname(to), `.${basename(to)}.policyc-new`);
      requireReal(real, folder, path);
      rmSync(from, { force: true });
      staged.push({ from, to, path });
      const written = existsSync(to) ? readFileSync(to, 'utf8') : '';
      const known = read.get(path);
      if (known !== undefined && normaliseText(written) !== known) throw cannot('file-changed', { path });
      stage(from, to, likeIn(written, text));
    }
    for (const { from, to, path } of staged) {
      requireReal(real, folder, path, from);
      renameSync(from, to);
    }
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true });
    throw error;
  }
}

/** A text that was made of the file as it was has both already. */
function likeIn(written: string, text: string): string {
  const mark = written.startsWith('\uFEFF') && !text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + (written.includes('\r\n') && !text.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text);
}

/**
 * Writes a new file below a folder, whole or not at all, and never over another: when its name is taken, by somebody
 * else at this very moment too, it gets the next one that is free (`a-2.md`). Returns the path it has. Links are not
 * followed.
 */
export function createFile(folder: string, path: string, text: string): string {
  const to = join(folder, ...path.split('/'));
  const real = realpathSync(folder);
  refuseLinks(folder, path);
  mkdirSync(dirname(to), { recursive: true });
  requireReal(real, folder, path);
  const from = join(dirname(to), `.${basename(to)}.${process.pid}.policyc-new`);
  rmSync(from, { force: true });
  try {
    stage(from, to, text);
    requireReal(real, folder, path, from);
    for (let count = 1; ; count++) {
      const taken = count === 1 ? path : path.replace(/(\.[^./]*)?$/, `-${count}$1`);
      if (moveToFree(from, join(folder, ...taken.split('/')))) return taken;
    }
  } finally {
    rmSync(from, { force: true });
  }
}

/** False when something is there already. A link fails when it is; where there are no links, looking has to do. */
function moveToFree(from: string, to: string): boolean {
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
  } catch (error) {
    // What fails in an open file is told without its name.
    throw error instanceof Error ? Object.assign(error, { message: `${error.message} '${to}'` }) : error;
  } finally {
    closeSync(file);
  }
  const before = lstatSync(to, { throwIfNoEntry: false });
  if (before) chmodSync(from, before.mode & 0o777);
}

/** Somebody may put a link in the place of a folder after it was looked at, and before it is used. */
function requireReal(real: string, folder: string, path: string, staged?: string): void {
  const above = path.split('/').slice(0, -1);
  const isGone = staged !== undefined && !existsSync(staged);
  if (isGone || realpathSync(join(folder, ...above)) !== join(real, ...above))
    throw cannot('locale-path-irregular', { path: above.join(sep) || folder, wanted: 'folder' });
}

function refuseLinks(folder: string, path: string): void {
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count++) {
    const part = parts.slice(0, count);
    const found = lstatSync(join(folder, ...part), { throwIfNoEntry: false });
    if (!found) return;
    const fits = count === parts.length ? found.isFile() : found.isDirectory();
    const wanted = count === parts.length ? 'file' : 'folder';
    if (!fits) throw cannot('locale-path-irregular', { path: part.join(sep), wanted });
  }
}
