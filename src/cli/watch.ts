import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** In milliseconds. Editors write a file in several steps; what follows within this time is one edit. */
const pause = 120;

/**
 * Watches folders and calls `edited` after each edit, one at a time; it returns what to watch from then on. For a folder
 * that is gone, the nearest one above it is watched until it is back.
 */
export function onEdits(
  folders: readonly string[],
  edited: (before: readonly string[]) => Promise<readonly string[]>,
): { readonly close: () => void } {
  let watched = folders;
  let watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let [busy, again, closed] = [false, false, false];
  const run = async (): Promise<void> => {
    if (closed) return;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    observe(await edited(watched));
    busy = false;
    if (again) {
      again = false;
      await run();
    }
  };
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), pause);
  };
  const observe = (wanted: readonly string[]): void => {
    if (closed) return;
    watched = wanted;
    const before = watchers;
    watchers = new Map();
    for (const [at, folder] of wanted.entries()) {
      // Of the folder of the workspace only its own files: a site or packages may lie below.
      const isWhole = at > 0 || wanted.length === 1;
      const { place, next, id } = standing(folder);
      const key = `${place}\0${next ?? isWhole}\0${id}`;
      const watcher =
        before.get(key) ??
        watch(place, { recursive: isWhole && next === undefined }, (_, name) => {
          if (next === undefined || name === null || name === next) heard();
        }).on('error', () => watchers.delete(key));
      watchers.set(key, watcher);
    }
    for (const [key, watcher] of before) if (!watchers.has(key)) watcher.close();
  };
  observe(folders);
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/**
 * The folder to watch for a folder: itself or the nearest existing one above it, and the name that leads to it from
 * there. A folder that was made anew is another one.
 */
function standing(folder: string): {
  readonly place: string;
  readonly next: string | undefined;
  readonly id: string;
} {
  let next: string | undefined;
  for (let place = folder; ; place = dirname(place)) {
    const found = statSync(place, { throwIfNoEntry: false });
    if (found?.isDirectory() || place === dirname(place))
      return { place, next, id: `${found?.ino} ${found?.birthtimeMs}` };
    next = basename(place);
  }
}
