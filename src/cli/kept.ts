import { cannot } from '../base/failure.ts';
import { keptAround } from '../base/kept-folder.ts';
import { pathBelow } from '../base/real-place.ts';

/** Refuses to write results or a user's files where only git or a release writes. The path is shown as seen from a folder. */
export function refuseKept(from: string, path: string): void {
  const kept = keptAround(path);
  if (!kept) return;
  const shown = (one: string): string => pathBelow(from, one) || '.';
  throw cannot('place-kept', { path: shown(path), folder: shown(kept.folder), by: kept.by });
}
