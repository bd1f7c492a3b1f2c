import { closeSync, constants, existsSync, openSync, readlinkSync } from 'node:fs';

const openFiles = '/proc/self/fd';
/** `O_PATH` of Linux, which Node does not name: holds a folder that may be entered but not listed. */
const asPath = 0o10000000;

/**
 * Does something in a folder, given by its real path, through a path that stays with that folder even if another takes
 * its place: that of the open folder, where the system has `/proc`. On other systems it is the folder's own path, and the
 * caller must look before and after. If something else is there, `elsewhere` answers.
 */
export function inHeldFolder<T>(folder: string, act: (held: string) => T, elsewhere: () => T): T {
  const { O_DIRECTORY } = constants;
  if (O_DIRECTORY === undefined || !existsSync(openFiles)) return act(folder);
  let handle: number;
  try {
    handle = openSync(folder, asPath | O_DIRECTORY);
  } catch (error) {
    if (isOther(error)) return elsewhere();
    throw error;
  }
  try {
    const held = `${openFiles}/${handle}`;
    if (readlinkSync(held) !== folder) return elsewhere();
    return act(held);
  } catch (error) {
    // The name of the open folder means nothing to anybody.
    if (error instanceof Error)
      error.message = error.message.replaceAll(`${openFiles}/${handle}`, () => folder);
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** Whether something else, or nothing, is where the folder was. Any other error, such as too many open files, is not about that. */
function isOther(error: unknown): boolean {
  return ['ELOOP', 'ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code));
}
