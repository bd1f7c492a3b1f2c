/** Whether a text is the pointer that Git LFS puts in place of a file kept elsewhere. */
export function isPointer(text: string): boolean {
  return text.startsWith('version https://git-lfs.github.com/spec/');
}

/** What to do about it. */
export const pulled =
  'Run git lfs pull, and take the files of policies out of Git LFS: git itself must hold what is judged.';
