import { readdirSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { entryAt } from '../base/entry-at.ts';
import { cannot } from '../base/failure.ts';
import { inHeldFolder } from '../base/held-folder.ts';
import { makeAll } from '../base/make-folders.ts';
import { named } from '../base/named-error.ts';
import { eachOnDemand } from '../base/on-demand.ts';
import { realPlace } from '../base/real-place.ts';
import { isRefused } from '../snapshot/content.ts';
import { readRegularFile } from '../snapshot/read-file.ts';

/**
 * A folder that writing never leaves: no symbolic link below it is followed, not even one put there during the writing.
 * It is given by its real path; paths in it are `/`-separated.
 */

/** The first part of the path that must be a folder and is something else: a symbolic link, or a file. */
export function blockedAt(out: string, path: string): string | undefined {
  const parts = path.split('/');
  for (let length = 1; length < parts.length; length++) {
    const folder = parts.slice(0, length).join('/');
    const found = entryAt(join(out, folder));
    if (found === undefined) return undefined;
    if (!found.isDirectory()) return folder;
  }
  return entryAt(join(out, path))?.isDirectory() ? path : undefined;
}

/** In bytes; our pages are far smaller. */
const largestPage = 64 * 1024 * 1024;

/** The text of a regular file; undefined if there is none, or something else in its place. */
export function readInside(out: string, path: string): string | undefined {
  const content = readBytesInside(out, path);
  return content && new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
}

export function readBytesInside(out: string, path: string): Uint8Array | undefined {
  if (blockedAt(out, path) !== undefined || entryAt(join(out, path)) === undefined) return undefined;
  const content = readRegularFile(join(out, path), largestPage);
  return content === undefined || isRefused(content) ? undefined : content;
}

/** Replaces a file in one step, so that it is always either the old or the new one. Throws if a link is on the path. */
export function writeInside(out: string, path: string, text: string | Uint8Array): void {
  const full = join(out, path);
  const blocked = blockedAt(out, path);
  if (blocked !== undefined) throw cannot('site-blocked', { place: out, path: blocked });
  makeAll(dirname(full));
  requireReal(out, full);
  inFolder(out, dirname(full), (folder) => {
    const there = join(folder, basename(full));
    const temporary = temporaryName(there);
    removeIfThere(temporary);
    try {
      writeFileSync(temporary, text, { flag: 'wx' });
      // A link put in place after this check does no harm: where it leads there is no temporary file of ours to rename.
      requireReal(out, full, temporary);
      renameSync(temporary, there);
    } catch (error) {
      // A file that came meanwhile, or went, is of another build.
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['EEXIST', 'ENOENT'].includes(code)) throw cannot('site-busy', { place: out });
      removeIfThere(temporary);
      throw named(error, full);
    }
  });
}

/** A folder may be replaced by a link between the check and its use. */
function requireReal(out: string, full: string, written?: string): void {
  const folder = dirname(full);
  if (realPlace(folder) !== folder) throw cannot('site-linked', { place: out, path: folder });
  if (written !== undefined && entryAt(written) === undefined) throw cannot('site-busy', { place: out });
}

/**
 * Removes a file (or a symbolic link in its place), leftovers of an interrupted write of it, and folders that become
 * empty.
 */
export function removeInside(out: string, path: string): void {
  if (blockedAt(out, path) !== undefined) return;
  const full = join(out, path);
  requireReal(out, full);
  inFolder(out, dirname(full), (folder) => {
    removeIfThere(join(folder, basename(full)));
    removeIfThere(temporaryName(join(folder, basename(full))));
  });
  const parts = path.split('/').slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    const empty = join(out, ...parts);
    if (!entryAt(empty)?.isDirectory() || readdirSync(empty).length > 0) return;
    inFolder(out, dirname(empty), (folder) => unlessGone(() => rmdirSync(join(folder, basename(empty)))));
  }
}

/** Removes the leftover of an interrupted write of a file. */
export function removeLeftover(out: string, path: string): void {
  const full = join(out, path);
  if (blockedAt(out, path) !== undefined || entryAt(temporaryName(full)) === undefined) return;
  inFolder(out, dirname(full), (folder) => removeIfThere(temporaryName(join(folder, basename(full)))));
}

function inFolder(out: string, folder: string, act: (held: string) => void): void {
  inHeldFolder(folder, act, () => {
    throw realPlace(folder) === folder
      ? cannot('site-busy', { place: out })
      : cannot('site-linked', { place: out, path: folder });
  });
}

/**
 * Whether the place is free: nothing is there, or a folder with at most the leftover of an interrupted write of one
 * file.
 */
export function isVacant(out: string, interrupted: string): boolean {
  const found = entryAt(out);
  return (
    found === undefined ||
    (isFolder(out) && readdirSync(out).every((name) => name === temporaryName(interrupted)))
  );
}

/**
 * Whether a file, or the leftover of an interrupted write of it, is at a path. Each folder is read once, and none
 * inside a missing one, because anybody may have written the list of paths that is checked.
 */
export function presenceIn(out: string): (path: string) => boolean {
  const namesIn = eachOnDemand((folder: string): ReadonlySet<string> => {
    if (folder !== '.' && !namesIn(posix.dirname(folder)).has(posix.basename(folder))) return none;
    try {
      return new Set(readdirSync(join(out, folder)));
    } catch {
      return none;
    }
  });
  return (path) => {
    const names = namesIn(posix.dirname(path));
    return names.has(posix.basename(path)) || names.has(temporaryName(posix.basename(path)));
  };
}

const none: ReadonlySet<string> = new Set();

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

function temporaryName(full: string): string {
  return `${full}.policyc-new`;
}

function removeIfThere(full: string): void {
  if (entryAt(full) !== undefined) unlessGone(() => unlinkSync(full));
}

/** Another build may be faster, to remove it or to fill a folder again. */
function unlessGone(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
  }
}
