/** Every mark and line end as a character reference, so that neither Markdown nor what reads it later finds one. */
export function references(value: string): string {
  return value.replace(/[^\p{L}\p{N} ]/gu, (mark) => `&#${mark.codePointAt(0)};`);
}
