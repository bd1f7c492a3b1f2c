import { plainText } from '../syntax/marks.ts';

/** Longer exchanges are shown as two texts instead. */
const longest = 60;
/** Words of the same text around what differs. */
const around = 1;

/**
 * What became of the words of a text, when it fits one line: `“may keep” became “may not keep”`. Undefined when more
 * than that differs.
 */
export function exchangedWords(before: string, after: string): string | undefined {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (start + end === a.length && start + end === b.length) return undefined;
  const from = Math.max(0, start - 2 * around);
  const shown = (pieces: readonly string[]): string =>
    pieces
      .slice(from, Math.min(pieces.length, pieces.length - end + 2 * around))
      .join('')
      .trim();
  const [old, now] = [shown(a), shown(b)];
  if (old === '' || now === '' || Math.max(old.length, now.length) > longest) return undefined;
  return `“${old}” became “${now}”`;
}

/** Words and the space between them; Chinese has no spaces, so each of its characters is a word. */
function piecesOf(text: string): readonly string[] {
  return plainText(text).match(/\p{Script=Han}|[^\s\p{Script=Han}]+|\s+/gu) ?? [];
}
