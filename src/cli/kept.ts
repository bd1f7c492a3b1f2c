import { cannot } from '../base/failure.ts';
import { keptAround } from '../base/kept-folder.ts';
import { shown } from './paths.ts';

/** Refuses to write results or a user's files where only git or a release writes. The path is shown as seen from a folder. */
export function refuseKept(from: string, path: string): void {
  const kept = keptAround(path);
  if (!kept) return;
  const at = { cwd: from };
  throw cannot('place-kept', { path: shown(path, at), folder: shown(kept.folder, at), by: kept.by });
}
