/** A table as CSV by RFC 4180, with line feeds: quotes only where a cell needs them. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\n`).join('');
}

function cellOf(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A cell that spreadsheets read as text and never as a formula: policies may come from strangers, and people open these
 * tables. In locales with decimal commas, cells end at semicolons even inside quotes.
 */
export function cellForPeople(text: string): string {
  const parts = text.replace(/[;\t\r\n](?=[^\S;\t\r\n]{0,8}[=+\-@＝＋－＠])/g, (end) => `${end}'`);
  return /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${parts}` : parts;
}
