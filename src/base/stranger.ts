import type { Stats } from 'node:fs';
import type { Stranger } from './messages-why.ts';

/** What is in the way of a file; undefined for a regular file. */
export function strangeKind(
  found: Pick<Stats, 'isFile' | 'isDirectory' | 'isFIFO' | 'isSocket' | 'isSymbolicLink'>,
): Stranger | undefined {
  if (found.isFile()) return undefined;
  if (found.isDirectory()) return 'folder';
  if (found.isFIFO()) return 'pipe';
  if (found.isSocket()) return 'socket';
  return found.isSymbolicLink() ? 'link' : 'device';
}
