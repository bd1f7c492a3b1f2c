import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { foldedName } from './folded-name.ts';
import { realPlace } from './real-place.ts';

/** A folder in which nothing is written but by git, or by a release. */
export interface Kept {
  readonly folder: string;
  readonly by: 'git' | 'release';
}

/** The folder around a path that git or a release keeps, links resolved; a working tree is looked at from its root down. */
export function keptAround(path: string): Kept | undefined {
  for (let at = realPlace(path); at !== dirname(at); at = dirname(at)) {
    if (isOfGit(at)) return { folder: at, by: 'git' };
    if (isArchive(at)) return { folder: at, by: 'release' };
    if (existsSync(join(at, '.git'))) return undefined;
  }
  return undefined;
}

/** `.git`, as disks spell it that know no capitals, drop what a name ends in or cannot show, or shorten it; or a repository without a working tree. */
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
