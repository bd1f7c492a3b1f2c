import { pathBelow, repositoryAround } from '../base/real-place.ts';

/**
 * A folder's path from the root of its repository, with `/` between parts; empty at the root and outside of any
 * repository. It only names places for readers: comparisons never depend on it.
 */
export function fromRepository(folder: string): string {
  const root = repositoryAround(folder);
  return root === undefined ? '' : pathBelow(root, folder);
}
