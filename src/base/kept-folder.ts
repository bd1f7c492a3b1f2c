import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { foldedName } from './folded-name.ts';
import { realPlace } from './real-place.ts';

/** A folder that only git or a release writes to. */
export interface Kept {
  readonly folder: string;
  readonly by: 'git' | 'release';
}

/**
 * The folder around a path that only git or a release writes to, with links resolved; a working tree is searched from its
 * root down.
 */
export function keptAround(path: string): Kept | undefined {
  for (let at = realPlace(path); at !== dirname(at); at = dirname(at)) {
    if (isOfGit(at)) return { folder: at, by: 'git' };
    if (isArchive(at)) return { folder: at, by: 'release' };
    if (existsSync(join(at, '.git'))) return undefined;
  }
  return undefined;
}

/**
 * `.git`, in any spelling that a disk takes for it (other case, trailing or invisible characters, short names); or a
 * repository without a working tree.
 */
function isOfGit(folder: string): boolean {
  const name = foldedName(basename(folder).replace(/\p{Cf}|:.*|(?<![. ])[. ]+$/gu, ''));
  return (
    /^(?:\.git|git~\d)$/.test(name) ||
    ['HEAD', 'objects', 'refs'].every((one) => existsSync(join(folder, one)))
  );
}

function isArchive(folder: string): boolean {
  const isBeside = existsSync(join(dirname(folder), 'policy.yaml'));
  return (
    foldedName(basename(folder)) === 'archive' && (isBeside || existsSync(join(folder, '0001/manifest.json')))
  );
}
