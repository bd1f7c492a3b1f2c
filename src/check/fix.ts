import type { Diagnostic } from '../base/diagnostic.ts';
import { groupBy } from '../base/group.ts';
import { lineOf, type SourceFile, sourceFile } from '../base/place.ts';
import { loadPolicy } from '../model/load.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { parseYaml } from '../syntax/yaml.ts';

/** A file with its mechanical fixes applied. */
export interface Mended {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly count: number;
}

/**
 * Fixes the files of a policy where that changes no meaning: a text that YAML reads as a number, a date or a truth value
 * is quoted as it was written. Everything else stays as it is, to the last space and comment.
 */
export function mendFiles(snapshot: Snapshot): readonly Mended[] {
  const mended = new Map<string, Mended>();
  // Shapes are checked only after dates are quoted, so another pass may find more.
  for (let at = snapshot, left = mostPasses; left > 0; left--) {
    const changed = mendOnce(at);
    if (changed.length === 0) break;
    for (const { path, before, after, count } of changed) {
      const known = mended.get(path);
      mended.set(path, { path, before: known?.before ?? before, after, count: count + (known?.count ?? 0) });
    }
    const files = changed.map(({ path, after }) => [path, sourceFile(path, after)] as const);
    at = { ...at, files: new Map([...at.files, ...files]) };
  }
  return [...mended.values()];
}

const mostPasses = 3;

function mendOnce(snapshot: Snapshot): readonly Mended[] {
  const byFile = groupBy(loadPolicy(snapshot).problems.filter(isUnquoted), ({ place }) => place.file);
  return [...byFile].flatMap(([path, problems]): readonly Mended[] => {
    const source = snapshot.files.get(path);
    if (!source || !path.endsWith('.yaml')) return [];
    const { text, count } = quoteAll(source, problems);
    return count === 0 ? [] : [{ path, before: source.text, after: text, count }];
  });
}

/** Whether a problem is a scalar without quotes where text belongs. */
export function isUnquoted({ code, args }: Diagnostic): boolean {
  if (code === 'unquoted-date') return true;
  return code === 'wrong-type' && (args as { readonly isText?: boolean }).isText === true;
}

/** Quotes the values at the places of problems, from last to first, where quotes are enough. */
function quoteAll(
  source: SourceFile,
  problems: readonly Diagnostic[],
): { readonly text: string; readonly count: number } {
  const starts = new Map(
    problems.flatMap(({ place }) => {
      const { line, column, endLine, endColumn } = place;
      const written = line === endLine ? lineOf(source, line)?.slice(column - 1, endColumn - 1) : undefined;
      const offset = (source.lineStarts[line - 1] ?? 0) + column - 1;
      return written === undefined || !isPlain(written) ? [] : [[offset, written] as const];
    }),
  );
  let text = source.text;
  for (const [offset, written] of [...starts].sort(([a], [b]) => b - a))
    text = `${text.slice(0, offset)}"${written}"${text.slice(offset + written.length)}`;
  const broken = parseYaml(sourceFile(source.path, text), 'mended').problems.some(
    ({ code }) => code !== 'unquoted-date',
  );
  return broken ? { text: source.text, count: 0 } : { text, count: starts.size };
}

/** Whether a value consists of digits, letters and the marks of numbers and dates, which quotes leave as they are. */
export function isPlain(written: string): boolean {
  return /^[-+.:\w]+(?: [-+.:\w]+)*$/.test(written);
}
