import { isNotePath } from '../gate/note-path.ts';
import { isPolicyPath } from '../model/paths.ts';

export const archiveFolder = 'archive/';

/** Whether a path in a policy folder (that of a folder ends in `/`) belongs to the policy, its notes or its archive. */
export function isPolicyFolderPath(path: string): boolean {
  return isPolicyPath(path) || isNotePath(path) || path === archiveFolder;
}
