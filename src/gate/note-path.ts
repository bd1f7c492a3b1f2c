/** Whether a path in a policy folder is a change note or the translation of one. */
export function isNoteFile(path: string): boolean {
  return /^changes\/[^/]+\.md$/.test(path);
}

/** Whether it lies where notes are read from; the paths of folders end in `/`. */
export function isNotePath(path: string): boolean {
  return path.startsWith('changes/');
}
