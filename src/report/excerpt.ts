const context = 40;

/** The parts of two texts that differ, with a little of what they share around it. */
export function excerpts(before: string, after: string): readonly [string, string] {
  const a = before.replace(/\s+/g, ' ').trim();
  const b = after.replace(/\s+/g, ' ').trim();
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [cut(a, start, end), cut(b, start, end)];
}

function cut(text: string, start: number, end: number): string {
  const from = wordStart(text, Math.max(0, start - context));
  const to = Math.min(text.length, text.length - end + context);
  const middle = text.slice(from, to);
  const clipped = middle.length > 240 ? `${middle.slice(0, 239)}…` : middle;
  return `${from > 0 ? '…' : ''}${clipped}${to < text.length ? '…' : ''}`;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space - at > 20 ? at : space + 1;
}
