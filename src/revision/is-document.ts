/** Whether a revision names a document and not a policy: `old.md`, `git:REF:path.md`, a text file, a web page. */
export function isDocument(text: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(text) || isPage(text);
}

export function isPage(text: string): boolean {
  return /\.x?html?$/i.test(text);
}
