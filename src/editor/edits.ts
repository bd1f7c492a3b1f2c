import type { Range } from './spots.ts';

/** A text that replaces a range of a file. */
export interface Edit {
  readonly file: string;
  readonly range: Range;
  readonly text: string;
}

/** Appends an entry to a list, in the style of its other entries. */
export function withEntry(file: string, text: string, [start, end]: Range, entry: string): Edit {
  const written = text.slice(start, end).trimEnd();
  if (written.endsWith(']')) {
    const at = start + written.length - 1;
    return { file, range: [at, at], text: written === '[]' ? entry : `, ${entry}` };
  }
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  const at = start + written.length;
  return { file, range: [at, at], text: `\n${' '.repeat(indent)}- ${entry}` };
}
