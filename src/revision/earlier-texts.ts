import { CannotWork } from '../base/failure.ts';
import { textMark } from '../model/locale.ts';
import { releaseOf, wholeArchive } from './archive.ts';
import { notesAndArchive } from './policy-files.ts';

/**
 * Texts of released versions by their marks, newest first, until all wanted ones are found. Empty if nothing was released
 * or the archive cannot be read, which `archive verify` explains.
 */
export function earlierTexts(folder: string, wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (wanted.size === 0) return found;
  try {
    for (const text of releasedTexts(notesAndArchive(folder).archive)) {
      const mark = textMark(text);
      if (wanted.has(mark) && !found.has(mark)) found.set(mark, text);
      if (found.size === wanted.size) break;
    }
  } catch (error) {
    if (!(error instanceof CannotWork)) throw error;
  }
  return found;
}

/** The texts of all versions in their prevailing languages, newest version first, each read when it is asked for. */
function* releasedTexts(archive: ReturnType<typeof notesAndArchive>['archive']): Generator<string> {
  for (const version of [...wholeArchive(archive).versions].reverse()) {
    const { prose, prevailing } = releaseOf(archive, version).policy;
    for (const { key, values } of prose) if (key.at(-1) === prevailing) yield String(values.text);
  }
}
