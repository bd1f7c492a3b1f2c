import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { cannot } from '../base/failure.ts';
import { strangeKind } from '../base/stranger.ts';

/** What git opens in its own folder whatever it is. */
const opened = ['commondir', 'info/attributes', 'objects/info/alternates', 'packed-refs', 'shallow'];

/** A pipe or a device where git opens a file would keep it waiting, and whoever started it. */
export function refuseWaiting(folder: string): void {
  for (const path of opened) refuseWaitingAt(join(folder, path), `.git/${path}`);
}

/** Links git follows nowhere here, or to a file, and a folder it does not read. */
export function refuseWaitingAt(full: string, path: string): void {
  const found = lstatSync(full, { throwIfNoEntry: false });
  const what = found && strangeKind(found);
  if (what !== undefined && what !== 'link' && what !== 'folder')
    throw cannot('git-attributes-irregular', { path, what });
}
