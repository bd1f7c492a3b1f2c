/** Writes every mark and line end as a character reference, so that neither Markdown nor a later reader acts on it. */
export function references(value: string): string {
  return value.replace(/[^\p{L}\p{N} ]/gu, (mark) => `&#${mark.codePointAt(0)};`);
}
