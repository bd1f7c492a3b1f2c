import { isSafePath } from '../archive/layout.ts';
import { buildFile, buildFormat, filesInBuild } from './build-record.ts';
import {
  blockedAt,
  isVacant,
  readInside,
  removeInside,
  removeLeftover,
  writeInside,
} from './output-folder.ts';

/** What writing a site did, or why nothing was written. Paths are in the order of the work. */
export type Written =
  | { readonly written: readonly string[]; readonly removed: readonly string[] }
  | SiteRefusal;

export interface SiteRefusal {
  readonly refused: 'not-ours' | 'blocked' | 'unsafe-path';
  /** The path in question, relative to the output folder; empty for the folder itself. */
  readonly path: string;
}

/** Kept while a site is being written: that the folder is ours, and what may be in it. Its text is a `build.json`. */
const journalFile = '.policyc-build.json';

/**
 * Makes a folder hold exactly these files of ours: writes those that differ, each in one step and in the order
 * given, removes what an earlier build wrote and this one does not, and writes `build.json` last. After a kill at
 * any moment every file is old or new, and the next run finishes the work. Files of others are left alone.
 */
export function writeSite(out: string, files: ReadonlyMap<string, string>): Written {
  const refusal = refusalOf(out, files);
  if (refusal) return refusal;
  const before = listedFiles(out);
  const obsolete = before.filter((path) => !files.has(path) && path !== buildFile && isSafePath(path));
  const stale = [...files].filter(([path, text]) => readInside(out, path) !== text);
  const interrupted = readInside(out, journalFile) !== undefined;
  if (stale.length === 0 && obsolete.length === 0 && !interrupted) return { written: [], removed: [] };
  writeInside(out, journalFile, journalOf([...before, ...files.keys()]));
  for (const path of before) if (isSafePath(path)) removeLeftover(out, path);
  for (const [path, text] of stale) if (path !== buildFile) writeInside(out, path, text);
  const removed = obsolete.filter((path) => readInside(out, path) !== undefined);
  for (const path of obsolete) removeInside(out, path);
  const record = stale.find(([path]) => path === buildFile);
  if (record) writeInside(out, buildFile, record[1]);
  removeInside(out, journalFile);
  return { written: stale.map(([path]) => path), removed };
}

/** The files that are missing, differ, or that an earlier build wrote and this one would not: none when a site is fresh. */
export function staleFiles(out: string, files: ReadonlyMap<string, string>): string[] {
  const different = [...files].flatMap(([path, text]) => (readInside(out, path) === text ? [] : [path]));
  const obsolete = listedFiles(out).filter(
    (path) => !files.has(path) && isSafePath(path) && readInside(out, path) !== undefined,
  );
  return [...different, ...obsolete];
}

export function siteIsStale(out: string, files: ReadonlyMap<string, string>): boolean {
  return staleFiles(out, files).length > 0;
}

function refusalOf(out: string, files: ReadonlyMap<string, string>): SiteRefusal | undefined {
  const ours = [buildFile, journalFile].some(
    (path) => filesInBuild(readInside(out, path) ?? '') !== undefined,
  );
  if (!ours && !isVacant(out)) return { refused: 'not-ours', path: '' };
  for (const path of files.keys()) {
    if (!isSafePath(path)) return { refused: 'unsafe-path', path };
    const blocked = blockedAt(out, path);
    if (blocked !== undefined) return { refused: 'blocked', path: blocked };
  }
  return undefined;
}

/** What earlier builds wrote, the interrupted one included. */
function listedFiles(out: string): string[] {
  const listed = [buildFile, journalFile].flatMap((path) => filesInBuild(readInside(out, path) ?? '') ?? []);
  return [...new Set(listed)].sort();
}

function journalOf(paths: readonly string[]): string {
  const files = Object.fromEntries([...new Set(paths)].sort().map((path) => [path, '']));
  return `${JSON.stringify({ format: buildFormat, files })}\n`;
}
