import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plain } from '../base/escape.ts';
import { type Beside, type FileBeside, filesBeside } from '../scaffold/beside.ts';
import { fileIn, shown } from './paths.ts';
import type { World } from './world.ts';

/** What is asked for beside a policy. A file that is there is somebody's own: what ours would have said is shown instead. */
export interface BesideHere {
  readonly free: readonly FileBeside[];
  readonly taken: readonly FileBeside[];
  /** The paths of those that are free and may be run. */
  readonly programs: readonly string[];
}

export function besideHere(root: string, wanted: readonly Beside[], policy: string): BesideHere {
  const all = filesBeside(wanted, policy);
  const taken = all.filter((file) => existsSync(join(root, file.path)));
  const free = all.filter((file) => !taken.includes(file));
  const programs = free.filter(({ isProgram }) => isProgram).map(({ path }) => path);
  return { free, taken, programs };
}

/** Once the others are written: what is to be added by hand. */
export function tellTaken(root: string, { taken }: BesideHere, world: World): void {
  for (const file of taken)
    world.remark(
      plain`${fileIn(shown(root, world), file.path)} is there already: not written. Add to it:\n` +
        file.text.replace(/^(?=.)/gm, '  '),
    );
}
