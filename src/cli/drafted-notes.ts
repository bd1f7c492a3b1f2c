import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { plain } from '../base/escape.ts';
import { inHeldFolder } from '../base/held-folder.ts';
import type { GatedChange } from '../gate/cover.ts';
import { quietly } from './made-folders.ts';
import { shown } from './paths.ts';
import { createFiles, type NewFile } from './replace-files.ts';
import { removeUnfinished } from './unfinished.ts';
import type { World } from './world.ts';

/** Notes of a policy that are about to be written. */
export interface DraftedNotes {
  readonly notes: readonly (NewFile & { readonly covers: readonly GatedChange[] })[];
  /** What the user has to fill in, given the paths that the notes got. */
  readonly hint: (paths: readonly string[]) => string;
}

/** Writes the notes of all policies or none, and says which. */
export function writeNotes(drafted: readonly (DraftedNotes | undefined)[], world: World): void {
  const all = drafted.flatMap((one) => one?.notes ?? []);
  const paths = createFiles(all);
  let at = 0;
  for (const { notes, hint } of drafted.flatMap((one) => one ?? [])) {
    const own = paths.slice(at, at + notes.length);
    at += notes.length;
    for (const [index, { folder, covers }] of notes.entries()) {
      world.out(plain`${shown(join(folder, own[index] ?? ''), world)}\n`);
      for (const change of covers) world.out(plain`  ${change.words}\n`);
    }
    if (notes.length > 0) world.remark(hint(own));
  }
}

/** Removes what runs that were killed left beside the notes, and says so; what a run that goes on is writing stays. */
export function tidyNotes(folder: string, world: World): void {
  const tidy = (held: string): void => {
    for (const name of removeUnfinished(held))
      world.remark(plain`Removed changes/${name}, which an interrupted run had left.\n`);
  };
  // Often there is no such folder.
  quietly(() => inHeldFolder(join(realpathSync(folder), 'changes'), tidy, () => undefined));
}
