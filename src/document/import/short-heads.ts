/** A line of dashes between bars: it makes the line above the head of a table, if that has as many cells. */
const rule = /^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/;
/** What is indented further is code. */
const head = /^(?! {4}|\t).*\|/s;
const fence = /^ {0,3}(?:```|~~~)/;

/**
 * Gives the head of a table as many cells as the line below it: otherwise no Markdown parser sees a table, and its
 * rows would become one paragraph with bars. No word or line is added.
 */
export function withWholeHeads(text: string): string {
  if (!text.includes('|')) return text;
  const lines = text.split('\n');
  let isCode = false;
  for (const [at, line] of lines.entries()) {
    if (fence.test(line)) isCode = !isCode;
    const above = lines[at - 1] ?? '';
    if (isCode || !rule.test(line) || !head.test(above)) continue;
    const [cells, rules] = [cellsIn(above), cellsIn(line)];
    const missing = Math.abs(cells - rules);
    if (missing === 0 || missing > most) continue;
    if (cells < rules) lines[at - 1] = closed(above) + ' |'.repeat(missing);
    else lines[at] = closed(line) + ' - |'.repeat(missing);
  }
  return lines.join('\n');
}

/** If more cells are missing, it is not a slip. */
const most = 20;

function cellsIn(line: string): number {
  const bars = line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .match(/(?<!\\)\|/g);
  return (bars?.length ?? 0) + 1;
}

function closed(line: string): string {
  const bare = line.trimEnd();
  return /(?<!\\)\|$/.test(bare) ? bare : `${bare} |`;
}
