import { closeSync, constants, existsSync, openSync, readlinkSync } from 'node:fs';

const openFiles = '/proc/self/fd';
/** Linux's `O_PATH`, which Node has no name for: a folder is held that may be entered and not listed. */
const asPath = 0o10000000;

/**
 * Does something in a folder, given by its real path, by a path that stays that folder's whatever takes its place in the
 * meantime: where the system has `/proc`, that of the open folder. Elsewhere it is the folder's own path, and whoever calls
 * looks before and after. When something else is there, `elsewhere` answers.
 */
export function inHeldFolder<T>(folder: string, act: (held: string) => T, elsewhere: () => T): T {
  const { O_DIRECTORY } = constants;
  if (O_DIRECTORY === undefined || !existsSync(openFiles)) return act(folder);
  let handle: number;
  try {
    handle = openSync(folder, asPath | O_DIRECTORY);
  } catch {
    return elsewhere();
  }
  try {
    const held = `${openFiles}/${handle}`;
    if (readlinkSync(held) !== folder) return elsewhere();
    return act(held);
  } catch (error) {
    // Nobody knows the folder by the name that it has here.
    if (error instanceof Error)
      error.message = error.message.replaceAll(`${openFiles}/${handle}`, () => folder);
    throw error;
  } finally {
    closeSync(handle);
  }
}
