import { diagnostic } from '../base/diagnostic.ts';
import { sourceFile, startOfFile } from '../base/place.ts';
import { largestFile } from './allowance.ts';
import { tooLarge } from './content.ts';
import { normaliseText, type Snapshot } from './snapshot.ts';

/**
 * The files of a folder as an editor shows them: unsaved texts replace files on the disk. Problems with the bytes of
 * replaced files are dropped; a text too large for a file is reported instead of read.
 */
export function overlaid(
  snapshot: Snapshot,
  texts: ReadonlyMap<string, string>,
  accepts: (path: string) => boolean,
): Snapshot {
  const shown = [...texts].filter(([path]) => accepts(path));
  if (shown.length === 0) return snapshot;
  const paths = new Set(shown.map(([path]) => path));
  const files = new Map(snapshot.files);
  const problems = snapshot.problems.filter(
    ({ code, place }) => code !== 'file-unreadable' || !paths.has(place.file),
  );
  for (const [path, text] of shown) {
    // Where an editor counts a byte-order mark, so do columns: YAML and its check pass over it.
    const mark = path.endsWith('.yaml') && text.startsWith('\uFEFF') ? '\uFEFF' : '';
    if (Buffer.byteLength(text) <= largestFile) files.set(path, sourceFile(path, mark + normaliseText(text)));
    else {
      files.delete(path);
      problems.push(diagnostic('file-unreadable', tooLarge(largestFile), startOfFile(path)));
    }
  }
  return { files: new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1))), problems };
}
