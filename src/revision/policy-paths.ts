import { isNotePath } from '../gate/note-path.ts';
import { isPolicyPath } from '../model/paths.ts';

export const archiveFolder = 'archive/';

/** Whether a path in a policy folder, a folder's ending in `/`, is of the policy, its notes, or its archive as a whole. */
export function isPolicyFolderPath(path: string): boolean {
  return isPolicyPath(path) || isNotePath(path) || path === archiveFolder;
}
