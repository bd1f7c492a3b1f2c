/** What a heading is called in the way to what stands below it: its words in small letters, with a dash for all else. */
export function headingSlug(words: string): string {
  const slug = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug.slice(0, 60) || 'section';
}
