import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cannot } from '../base/failure.ts';
import { strangeKind } from '../base/stranger.ts';

/** What git opens in its own folder whatever it is, through links too. */
const opened = ['commondir', 'info/attributes', 'objects/info/alternates', 'packed-refs', 'shallow'];

/** A pipe or a device where git opens a file would keep it waiting, and whoever started it. */
export function refuseWaiting(folder: string): void {
  for (const path of opened) refuseWaitingAt(join(folder, path), `.git/${path}`, statSync);
}

/** Among the files of a repository git follows no link to its attributes, and a folder holds none. */
export function refuseWaitingAt(full: string, path: string, look: typeof lstatSync = lstatSync): void {
  const found = look(full, { throwIfNoEntry: false });
  const what = found && strangeKind(found);
  if (what !== undefined && what !== 'link' && what !== 'folder')
    throw cannot('git-attributes-irregular', { path, what });
}
