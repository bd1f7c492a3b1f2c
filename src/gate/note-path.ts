/** Whether a path in a policy folder is a change note or the translation of one. */
export function isNoteFile(path: string): boolean {
  return /^changes\/[^/]+\.md$/.test(path);
}

/** The same, and also for the folders above notes, whose paths end in `/`. */
export function isNotePath(path: string): boolean {
  return path === 'changes/' || isNoteFile(path);
}
