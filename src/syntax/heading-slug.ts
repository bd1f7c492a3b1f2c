/** A heading as a part of a path: its words in lower case, with a dash for everything else. */
export function headingSlug(words: string): string {
  const slug = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug.slice(0, 60) || 'section';
}
