/** Whether a revision names a plain document rather than a policy: `old.md`, `git:REF:path.md`. */
export function isDocument(text: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(text);
}
