import { dirname, relative } from 'node:path';
import { makeAll } from '../base/make-folders.ts';

/** Makes a folder and those above it; returns the ones that were not there, the innermost first. */
export function makeFolders(folder: string): readonly string[] {
  const first = makeAll(folder);
  if (first === undefined) return [];
  const made = [folder];
  for (let at = folder; relative(first, at) !== '' && at !== dirname(at); at = dirname(at))
    made.push(dirname(at));
  return made;
}

/** What is put away after something failed may be gone already. */
export function quietly(act: () => unknown): void {
  try {
    act();
  } catch {
    // What failed before is told.
  }
}
