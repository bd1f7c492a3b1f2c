import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { plain } from '../base/escape.ts';
import { repositoryAround } from '../base/real-place.ts';
import { type Beside, type FileBeside, filesBeside } from '../scaffold/beside.ts';
import { fileIn, shown, textOnDisk } from './paths.ts';
import type { World } from './world.ts';

/** Files to write beside a policy. A file that says something else is the user's own: the user is shown what ours would have said. */
export interface BesideHere {
  readonly free: readonly FileBeside[];
  readonly taken: readonly FileBeside[];
  /** Paths of those files that must be executable. */
  readonly programs: readonly string[];
}

export function besideHere(root: string, wanted: readonly Beside[], policy: string): BesideHere {
  const all = filesBeside(wanted, policy);
  const taken = all.filter(
    ({ path, text }) => existsSync(join(root, path)) && textOnDisk(root, path) !== text,
  );
  const free = all.filter((file) => !taken.includes(file));
  const programs = free.filter(({ isProgram }) => isProgram).map(({ path }) => path);
  return { free, taken, programs };
}

/** Said once the files are written: what the user has to add by hand, and to move, since below the root nothing reads it. */
export function tellTaken(root: string, { taken, free }: BesideHere, world: World): void {
  const repository = repositoryAround(root);
  const unread =
    repository === undefined || repository === root ? [] : free.filter(({ isOfRoot }) => isOfRoot);
  if (repository !== undefined && unread.length > 0)
    world.remark(
      plain`Nothing reads ${unread.map(({ path }) => path).join(', ')} here, below the root of the repository. Move that to ${shown(repository, world)}, put ${relative(repository, root)}/ before the paths in it, and add --cwd ${relative(repository, root)} to its policyc commands (docs/ci.md, docs/hooks.md).\n`,
    );
  if (unread.length === 0 && free.some(({ path }) => path === '.githooks/pre-commit'))
    world.remark('Switch the hook on, once in every clone: git config core.hooksPath .githooks\n');
  for (const file of taken)
    world.remark(
      plain`${fileIn(shown(root, world), file.path)} is there already: not written. Add to it:\n` +
        file.text.replace(/^(?=.)/gm, '  '),
    );
}
