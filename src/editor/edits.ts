import { sourceFile } from '../base/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Range } from './spots.ts';

/** A text that replaces a range of a file. */
export interface Edit {
  readonly file: string;
  readonly range: Range;
  readonly text: string;
}

/** Applies edits, which must not overlap, to the files. */
export function edited(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  const files = new Map(snapshot.files);
  for (const { file, range, text } of [...edits].sort((a, b) => b.range[0] - a.range[0])) {
    const source = files.get(file);
    if (source)
      files.set(file, sourceFile(file, source.text.slice(0, range[0]) + text + source.text.slice(range[1])));
  }
  return { ...snapshot, files };
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
