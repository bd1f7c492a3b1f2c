import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { entryAt } from '../base/entry-at.ts';
import { foldedName } from '../base/folded-name.ts';
import { inHeldFolder } from '../base/held-folder.ts';
import { removeEmpty } from '../base/make-folders.ts';
import type { Stranger } from '../base/messages-why.ts';
import { named } from '../base/named-error.ts';
import { linkBelow, realPlace, repositoryAround } from '../base/real-place.ts';
import { strangeKind } from '../base/stranger.ts';
import { refuseKept } from './kept.ts';
import { makeFolders, quietly } from './made-folders.ts';
import { removeUnfinished } from './unfinished.ts';

/**
 * What keeps a result from being written to a path: anything there but a plain file, or on the way a link that came with
 * the repository.
 */
function strangerAt(cwd: string, path: string): Stranger | undefined {
  if (isSource(path)) return 'source';
  const found = resultAt(path);
  return (found && strangeKind(found)) ?? (leadsElsewhere(cwd, path) ? 'link' : undefined);
}

/** What is there already. Below a file nothing can be: some versions of Node throw for that only when they throw for what is missing. */
function resultAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Whether authors write the file: that of a workspace, or anything that a policy is read from. What the pages themselves
 * say may come from a command.
 */
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

/**
 * Whether a path leads through a link in the repository that a command runs in: the link came with it, and leads to what
 * is not the user's. Links elsewhere are the user's own.
 */
export function leadsElsewhere(cwd: string, path: string): boolean {
  return linkBelow(repositoryAround(cwd) ?? cwd, path) !== undefined;
}

/**
 * Writes a result to a free path or over a plain file; returns what is in the way otherwise. If the program is killed,
 * the file is the old or the new one. A link that appears after the check is not written through: the folder is held, and
 * the file must still be the one that was checked.
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
  quietly(() => removeUnfinished(dirname(to)));
  try {
    const seen = entryAt(to) && lookInto(to);
    if (!isStill(seen)) return 'link';
    const isStaged = stage(from, text, seen);
    if (!isStill(seen) || (isStaged && !entryAt(from))) return 'link';
    if (!isStaged || !moved(from, to, seen !== undefined)) writeOver(to, text);
    return undefined;
  } catch (error) {
    throw named(error, place);
  } finally {
    quietly(() => rmSync(from, { force: true }));
  }
}

const { O_NOFOLLOW = 0 } = constants;

/** Fails for a file without write permission: such a file must not be replaced either. */
function lookInto(path: string): Stats {
  const file = openSync(path, constants.O_WRONLY | O_NOFOLLOW);
  try {
    return fstatSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes the text beside its file; false where a folder allows no second file. */
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

/** False for a file that may be written to and cannot be replaced: it is a mount, or held open on Windows. */
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
    // Half a report could be taken for a whole one.
    ftruncateSync(file);
    throw error;
  } finally {
    closeSync(file);
  }
}
