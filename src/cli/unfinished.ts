import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The name of a file while it is written, where two runs may write at once: `.PID.policyc-new` and `.a.md.PID-0.policyc-new`. */
const unfinished = /^\.(?:.*\.)?(\d{1,7})(?:-\d{1,6})?\.policyc-new$/;

/** Removes what processes that are gone were writing in a folder, and returns its names; a process that runs keeps its own. */
export function removeUnfinished(folder: string): readonly string[] {
  const left = readdirSync(folder).filter((name) => {
    const writer = unfinished.exec(name)?.[1];
    return writer !== undefined && !isRunning(Number(writer));
  });
  for (const name of left) rmSync(join(folder, name), { force: true });
  return left;
}

/** Whether a process of this machine runs. */
export function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
