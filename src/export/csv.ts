/** A table as CSV by RFC 4180, with line feeds: quotes only where a cell needs them. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\n`).join('');
}

function cellOf(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A cell that a spreadsheet takes for text and never for a formula: policies come from strangers, and tables are
 * opened by the people who keep them. Where a comma stands in numbers, cells end at semicolons, whatever quotes say.
 */
export function cellForPeople(text: string): string {
  const parts = text.replace(/[;\t\r\n](?=[^\S;\t\r\n]{0,8}[=+\-@＝＋－＠])/g, (end) => `${end}'`);
  return /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${parts}` : parts;
}
