import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { World } from './world.ts';

/** A folder as a reader at the command line would write it. */
export function shown(folder: string, world: World): string {
  return relative(world.cwd, folder).split(sep).join('/') || '.';
}

/** A file of a policy folder that is shown as `path`. */
export function fileIn(path: string, file: string): string {
  return path === '.' ? file : `${path}/${file}`;
}

/** A policy folder in a sentence. */
export function called(folder: string, world: World): string {
  const path = shown(folder, world);
  return path === '.' ? 'this policy' : path;
}

/** The text of a file in a folder, for the lines around a problem; undefined when it cannot be read. */
export function textOnDisk(folder: string, file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return undefined;
  }
}
