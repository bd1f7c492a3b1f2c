import { join, posix } from 'node:path';
import { pathBelow } from '../base/real-place.ts';
import { largestFile } from '../snapshot/allowance.ts';
import { isRefused } from '../snapshot/content.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import type { World } from './world.ts';

/** A folder as the user would write it on the command line. */
export function shown(folder: string, { cwd }: Pick<World, 'cwd'>): string {
  return pathBelow(cwd, folder) || '.';
}

/** A file of the policy folder that is shown as `path`. */
export function fileIn(path: string, file: string): string {
  return posix.join(path, file);
}

/** How sentences name a policy folder. */
export function called(folder: string, world: World): string {
  const path = shown(folder, world);
  return path === '.' ? 'this policy' : path;
}

/** The text of a file, for the lines around a problem; undefined when it cannot be read. */
export function textOnDisk(folder: string, file: string): string | undefined {
  const content = readRegularFile(join(folder, file), largestFile);
  return content === undefined || isRefused(content) ? undefined : new TextDecoder().decode(content);
}
