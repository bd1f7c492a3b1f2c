import { type FSWatcher, watch } from 'node:fs';

/** Editors write a file in several steps; what follows within this time is one edit. */
const pause = 120;

/** Watches what is below folders and calls `edited` after each edit, one at a time; it says what to watch from then on. */
export function onEdits(
  folders: readonly string[],
  edited: (before: readonly string[]) => Promise<readonly string[]>,
): { readonly close: () => void } {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let [busy, again, closed] = [false, false, false];
  const run = async (): Promise<void> => {
    if (closed) return;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    observe(await edited([...watchers.keys()]));
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
    const [root = ''] = wanted;
    for (const [folder, watcher] of watchers) {
      if (wanted.includes(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of closed ? [] : wanted) {
      if (watchers.has(folder)) continue;
      // Of the workspace's own folder only its files: a site or packages may lie below.
      const watcher = watch(folder, { recursive: folder !== root || wanted.length === 1 }, heard);
      watcher.on('error', () => watchers.delete(folder));
      watchers.set(folder, watcher);
    }
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
