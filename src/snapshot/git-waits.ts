import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cannot } from '../base/failure.ts';
import { strangeKind } from '../base/stranger.ts';
import { isRefused } from './content.ts';
import { readRegularFile } from './read-file.ts';

/** Files that git opens in its own folder whatever they are, even through links. */
const opened = ['commondir', 'info/attributes', 'objects/info/alternates', 'packed-refs', 'shallow'];
/** Folders where git opens what it finds, or a file named like a ref. Files below refs can have any name. */
const looked = ['', 'info', 'objects/info', 'objects/info/commit-graphs', 'objects/pack'];

/** Refuses pipes and devices where git opens files: git, and whoever started it, would wait for ever. */
export function refuseWaiting(folder: string): void {
  for (const path of opened) refuseWaitingAt(join(folder, path), `.git/${path}`, statSync);
  for (const git of new Set([folder, sharedFolder(folder)])) {
    for (const path of looked) refuseWaitingIn(git, path);
    refuseWaitingBelow(git, 'refs');
  }
}

/** Links and folders are harmless here: git does not follow links to `.gitattributes` in the working tree. */
export function refuseWaitingAt(full: string, path: string, look: typeof lstatSync = lstatSync): void {
  const found = look(full, { throwIfNoEntry: false });
  const what = found && strangeKind(found);
  if (what !== undefined && what !== 'link' && what !== 'folder')
    throw cannot('git-attributes-irregular', { path, what });
}

/** The folder with what all worktrees of a repository share: refs, objects and settings. */
function sharedFolder(folder: string): string {
  const content = readRegularFile(join(folder, 'commondir'), longestPath);
  if (content === undefined || isRefused(content)) return folder;
  return resolve(folder, new TextDecoder().decode(content).trim());
}

/** In bytes. */
const longestPath = 64 * 1024;

function refuseWaitingBelow(git: string, path: string): void {
  for (const item of refuseWaitingIn(git, path))
    if (item.isDirectory()) refuseWaitingBelow(git, `${path}/${item.name}`);
}

function refuseWaitingIn(git: string, path: string): readonly Dirent[] {
  const items = itemsOf(join(git, path));
  for (const item of items) {
    if (item.isFile() || item.isDirectory()) continue;
    const full = join(git, path, item.name);
    const found = statSync(full, { throwIfNoEntry: false });
    const what = found && strangeKind(found);
    // Opening a socket fails at once instead of waiting, and some programs keep one there.
    if (what === 'pipe' || what === 'device')
      throw cannot('git-attributes-irregular', { path: `.git/${path && `${path}/`}${item.name}`, what });
  }
  return items;
}

function itemsOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // If the folder cannot be read, git will say why; anything that is not a folder has no items.
    return [];
  }
}
