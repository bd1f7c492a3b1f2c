import { dirname, relative } from 'node:path';
import { makeAll } from '../base/make-folders.ts';

/** Makes a folder and those above it; returns the ones it made, innermost first. */
export function makeFolders(folder: string): readonly string[] {
  const first = makeAll(folder);
  if (first === undefined) return [];
  const made = [folder];
  for (let at = folder; relative(first, at) !== '' && at !== dirname(at); at = dirname(at))
    made.push(dirname(at));
  return made;
}

/** Does something that may fail because it is done already: cleaning up after a failure. */
export function quietly(act: () => unknown): void {
  try {
    act();
  } catch {
    // The earlier failure is reported.
  }
}
