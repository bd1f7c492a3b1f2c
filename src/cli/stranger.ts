import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { foldedName } from '../base/folded-name.ts';
import { inHeldFolder } from '../base/held-folder.ts';
import { removeEmpty } from '../base/make-folders.ts';
import type { Stranger } from '../base/messages-why.ts';
import { named } from '../base/named-error.ts';
import { linkBelow, realPlace, repositoryAround } from '../base/real-place.ts';
import { strangeKind } from '../base/stranger.ts';
import { refuseKept } from './kept.ts';
import { makeFolders, quietly } from './made-folders.ts';

/** What no result is written to: anything but a plain file, and a link on the way there that came with the repository. */
function strangerAt(cwd: string, path: string): Stranger | undefined {
  if (isSource(path)) return 'source';
  const found = statSync(path, { throwIfNoEntry: false });
  return (found && strangeKind(found)) ?? (leadsElsewhere(cwd, path) ? 'link' : undefined);
}

/** A file that authors write: a workspace's, or anything that a policy is read from. What its pages say may be begun by a command. */
function isSource(path: string): boolean {
  const name = foldedName(basename(path));
  if (/^policyc?\.yaml$/.test(name)) return true;
  if (name === 'taxonomy.yaml' && isPolicy(dirname(path))) return true;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const called = foldedName(basename(folder));
    const isRead = authored.test(called) || (called === 'words' && existsSync(path));
    if (isRead && isPolicy(dirname(folder))) return true;
  }
  return false;
}

const authored = /^(?:chapters|changes|locales|registers)$/;

function isPolicy(folder: string): boolean {
  return existsSync(join(folder, 'policy.yaml'));
}

/** A link in the repository that a command runs in came with it: what it leads to is somebody else's. Elsewhere links are the user's own. */
export function leadsElsewhere(cwd: string, path: string): boolean {
  return linkBelow(repositoryAround(cwd) ?? cwd, path) !== undefined;
}

/**
 * Writes a result where nothing is, or a plain file; says what is in the way otherwise. Whenever the program ends, the file is
 * the one that it was, or the new one. A link that comes after the look is not written through: the folder is held, and the
 * file that was looked at must still be the one that is there.
 */
export function writeResult(cwd: string, path: string, text: string | Uint8Array): Stranger | undefined {
  refuseKept(cwd, path);
  const what = strangerAt(cwd, path);
  if (what !== undefined) return what;
  const begun = makeFolders(dirname(path));
  try {
    // Outside of the repository a link is followed, since the user named it.
    const real = realPlace(path);
    const isStill = (seen: Stats | undefined): boolean => {
      const there = statSync(path, { throwIfNoEntry: false });
      const isSame = seen?.ino === there?.ino && seen?.dev === there?.dev;
      return isSame && realPlace(path) === real && !leadsElsewhere(cwd, path);
    };
    return inHeldFolder(
      dirname(real),
      (held) => writeTo(join(held, basename(real)), path, text, isStill),
      () => 'link',
    );
  } catch (error) {
    removeEmpty(begun);
    throw error;
  }
}

function writeTo(
  to: string,
  place: string,
  text: string | Uint8Array,
  isStill: (seen: Stats | undefined) => boolean,
): Stranger | undefined {
  const from = join(dirname(to), `.${process.pid}.policyc-new`);
  try {
    const seen = lstatSync(to, { throwIfNoEntry: false }) && lookInto(to);
    if (!isStill(seen)) return 'link';
    const isStaged = stage(from, text, seen);
    if (!isStill(seen) || (isStaged && !lstatSync(from, { throwIfNoEntry: false }))) return 'link';
    if (!isStaged || !moved(from, to, seen !== undefined)) writeOver(to, text);
    return undefined;
  } catch (error) {
    throw named(error, place);
  } finally {
    quietly(() => rmSync(from, { force: true }));
  }
}

const { O_NOFOLLOW = 0 } = constants;

/** What may not be written to is not put away either. */
function lookInto(path: string): Stats {
  const file = openSync(path, constants.O_WRONLY | O_NOFOLLOW);
  try {
    return fstatSync(file);
  } finally {
    closeSync(file);
  }
}

/** False where no second file may be made beside one that may be written to. */
function stage(from: string, text: string | Uint8Array, like: Stats | undefined): boolean {
  rmSync(from, { force: true });
  let file: number;
  try {
    file = openSync(from, 'wx');
  } catch (error) {
    if (like && isDenied(error)) return false;
    throw error;
  }
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
  if (like) chmodSync(from, like.mode & 0o777);
  return true;
}

/** False where a file may be written to and not be replaced: it is mounted by itself, or held open on Windows. */
function moved(from: string, to: string, isThere: boolean): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (isThere && isDenied(error)) return false;
    throw error;
  }
}

function isDenied(error: unknown): boolean {
  return ['EACCES', 'EBUSY', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function writeOver(path: string, text: string | Uint8Array): void {
  const file = openSync(path, constants.O_WRONLY | O_NOFOLLOW);
  try {
    ftruncateSync(file);
    writeFileSync(file, text);
  } catch (error) {
    // Half a report could be taken for one.
    ftruncateSync(file);
    throw error;
  } finally {
    closeSync(file);
  }
}
