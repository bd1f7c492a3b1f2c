import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { entryAt } from './entry-at.ts';

/** A path with the links in it resolved, whether or not it exists. */
export function realPlace(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    const above = dirname(full);
    return above === full ? full : join(realPlace(above), relative(above, full));
  }
}

/** The way from a folder to a path, `/`-separated; empty for the folder itself. */
export function pathBelow(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** Whether a path is a folder or lies in it; both are absolute, and links are not resolved. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * The first link below a folder on the way to a path, or the path itself; undefined when the path does not lead through
 * the folder. How the folder itself is reached does not matter.
 */
export function linkBelow(folder: string, path: string): string | undefined {
  const real = realPlace(folder);
  const steps: string[] = [];
  for (let at = resolve(path); at !== dirname(at); at = dirname(at)) steps.unshift(at);
  const first = steps.findIndex((at) => isWithin(realPlace(dirname(at)), real));
  if (first === -1) return undefined;
  return steps.slice(first).find((at) => entryAt(at)?.isSymbolicLink());
}

/** The root of the repository that a folder lies in; undefined outside of any. */
export function repositoryAround(folder: string): string | undefined {
  for (let root = resolve(folder); ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) return root;
    if (root === dirname(root)) return undefined;
  }
}
