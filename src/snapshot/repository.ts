import { relative, sep } from 'node:path';
import { repositoryAround } from '../base/real-place.ts';

/**
 * A folder's path from the root of the repository that it lies in, with `/` between its parts; empty at the root, and
 * outside of any repository. It names places for readers; what is compared never depends on it.
 */
export function fromRepository(folder: string): string {
  const root = repositoryAround(folder);
  return root === undefined ? '' : relative(root, folder).split(sep).join('/');
}
