/** What Git LFS puts in the place of a file whose content it keeps elsewhere. */
export function isPointer(text: string): boolean {
  return text.startsWith('version https://git-lfs.github.com/spec/');
}

/** What to do about it, wherever one stands. */
export const pulled =
  'Run git lfs pull, and take the files of policies out of Git LFS: git itself must hold what is judged.';
