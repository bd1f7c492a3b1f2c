const context = 40;
const longest = 1200;

/** The parts of two texts that differ, with a little of what they share around it. */
export function excerpts(before: string, after: string): readonly [string, string] {
  const a = onOneLine(before);
  const b = onOneLine(after);
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [around(a, start, end), around(b, start, end)];
}

export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text of any length in what a report can bear; says how much more there is. */
export function cut(text: string): string {
  const rest = text.length - longest;
  return rest > 0 ? `${text.slice(0, longest)}… (${rest} more characters)` : text;
}

function around(text: string, start: number, end: number): string {
  const from = wordStart(text, Math.max(0, start - context));
  const to = Math.min(text.length, text.length - end + context);
  return `${from > 0 ? '…' : ''}${cut(text.slice(from, to))}${to < text.length ? '…' : ''}`;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space - at > 20 ? at : space + 1;
}
