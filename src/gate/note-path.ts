/** Whether a path inside a policy folder is a change note, or the translation of one. */
export function isNoteFile(path: string): boolean {
  return /^changes\/[^/]+\.md$/.test(path);
}

/** Whether a path inside a policy folder, a folder's ending in `/`, is on the way to its change notes, or one of them. */
export function isNotePath(path: string): boolean {
  return path === 'changes/' || isNoteFile(path);
}
