import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { foldedName } from '../base/folded-name.ts';
import { inHeldFolder } from '../base/held-folder.ts';
import type { Stranger } from '../base/messages-why.ts';
import { named } from '../base/named-error.ts';
import { strangeKind } from '../base/stranger.ts';
import { refuseKept } from './kept.ts';
import { makeFolders, removeEmpty } from './made-folders.ts';

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

/** A link below the folder that a command runs in came with the repository: what it leads to is somebody else's. */
function leadsElsewhere(cwd: string, path: string): boolean {
  if (!isBelow(cwd, path)) return false;
  const parts = relative(cwd, path).split(sep);
  return parts.some((_, at) =>
    lstatSync(join(cwd, ...parts.slice(0, at + 1)), { throwIfNoEntry: false })?.isSymbolicLink(),
  );
}

/**
 * Writes a result where nothing is, or a plain file; says what is in the way otherwise. A link that comes after the look
 * is not written through: the folder is held, and the file that was opened must still be the one that is there.
 */
export function writeResult(cwd: string, path: string, text: string | Uint8Array): Stranger | undefined {
  refuseKept(cwd, path);
  const what = strangerAt(cwd, path);
  if (what !== undefined) return what;
  const begun = makeFolders(dirname(path));
  try {
    return writeBelow(cwd, path, text);
  } catch (error) {
    removeEmpty(begun);
    throw error;
  }
}

function writeBelow(cwd: string, path: string, text: string | Uint8Array): Stranger | undefined {
  if (!isBelow(cwd, path)) return writeTo(path, path, text, 0, () => true);
  const { O_NOFOLLOW = 0 } = constants;
  const isThere = ({ ino, dev }: Stats): boolean => {
    const there = statSync(path, { throwIfNoEntry: false });
    return !leadsElsewhere(cwd, path) && ino === there?.ino && dev === there.dev;
  };
  return inHeldFolder(
    join(realpathSync(cwd), relative(cwd, dirname(path))),
    (held) => writeTo(join(held, basename(path)), path, text, O_NOFOLLOW, isThere),
    () => 'link',
  );
}

function writeTo(
  path: string,
  place: string,
  text: string | Uint8Array,
  flags: number,
  isThere: (opened: Stats) => boolean,
): Stranger | undefined {
  const isNew = !lstatSync(path, { throwIfNoEntry: false });
  const file = openSync(path, constants.O_CREAT | constants.O_WRONLY | flags);
  try {
    if (!isThere(fstatSync(file))) return 'link';
    ftruncateSync(file);
    writeFileSync(file, text);
    return undefined;
  } catch (error) {
    // Half a report could be taken for one.
    ftruncateSync(file);
    if (isNew && isThere(fstatSync(file))) rmSync(path);
    throw named(error, place);
  } finally {
    closeSync(file);
  }
}

function isBelow(cwd: string, path: string): boolean {
  return relative(cwd, path).split(sep)[0] !== '..';
}
