import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * A folder's path from the root of the repository that it lies in, with `/` between its parts; empty at the root, and
 * outside of any repository. It names places for readers; what is compared never depends on it.
 */
export function fromRepository(folder: string): string {
  const root = repositoryAround(folder);
  return root === undefined ? '' : relative(root, folder).split(sep).join('/');
}

/** The root of the repository that a folder lies in; undefined outside of any. */
export function repositoryAround(folder: string): string | undefined {
  for (let root = resolve(folder); ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) return root;
    if (root === dirname(root)) return undefined;
  }
}
