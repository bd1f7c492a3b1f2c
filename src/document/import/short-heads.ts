/** A line of dashes between bars, which makes a table of the line above it where both have as many cells. */
const rule = /^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/;
const fence = /^ {0,3}(?:```|~~~)/;

/**
 * Markdown in which the head of a table has as many cells as the line below it: with fewer or more of them no reader of
 * Markdown sees a table, and its rows would be one paragraph with bars in it. No word is added, and no line.
 */
export function withWholeHeads(text: string): string {
  if (!text.includes('|')) return text;
  const lines = text.split('\n');
  let isCode = false;
  for (const [at, line] of lines.entries()) {
    if (fence.test(line)) isCode = !isCode;
    const head = lines[at - 1] ?? '';
    if (isCode || !rule.test(line) || !head.includes('|') || /^(?: {4}|\t)/.test(head)) continue;
    const [cells, rules] = [cellsIn(head), cellsIn(line)];
    const missing = Math.abs(cells - rules);
    if (missing === 0 || missing > most) continue;
    const short = cells < rules ? at - 1 : at;
    lines[short] = closed(lines[short] ?? '') + (cells < rules ? ' |' : ' - |').repeat(missing);
  }
  return lines.join('\n');
}

/** More cells than that are missing by no slip. */
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
