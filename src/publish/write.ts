import { isSafePath } from '../archive/layout.ts';
import { sha256 } from '../base/canonical.ts';
import { compareTexts } from '../base/compare-texts.ts';
import { type CannotWork, cannot } from '../base/failure.ts';
import { isNoName } from '../base/folded-name.ts';
import {
  buildFile,
  hashesInBuild,
  hashesInJournal,
  isBuild,
  journalFile,
  journalText,
} from './build-record.ts';
import {
  blockedAt,
  isVacant,
  presenceIn,
  readInside,
  removeInside,
  removeLeftover,
  writeInside,
} from './output-folder.ts';
import { hashesOf } from './packed.ts';
import { isOfSite } from './paths.ts';

/** What writing a site did, or why nothing was written. Paths are in the order of the work. */
export type Written =
  | {
      readonly written: readonly string[];
      readonly removed: readonly string[];
      /** Obsolete files of an earlier build that somebody changed since: they are left in place. */
      readonly kept: readonly string[];
    }
  | SiteRefusal;

export interface SiteRefusal {
  readonly refused: 'not-ours' | 'blocked' | 'unsafe-path' | 'altered';
  /** The path in question, relative to the output folder; empty for the folder itself. */
  readonly path: string;
}

/** The SHA-256 of every text that a build wrote at a path, or was writing when it was interrupted. */
type Recorded = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Makes a folder hold exactly these files: writes those that differ, each in one step and in the given order, removes
 * files of an earlier build that are not among them, and writes `build.json` last. Whenever it is killed, every file is
 * either old or new, and the next run finishes the work.
 *
 * Anybody who can write to a repository can commit a `build.json`, so a file is recognised by its bytes: one whose hash
 * no build recorded belongs to somebody else. It is never removed, and replaced only with `overwrite`. `out` is a real
 * path; if a part of it is replaced by a link, writing is refused.
 */
export function writeSite(out: string, files: ReadonlyMap<string, string>, overwrite = false): Written {
  const record = readInside(out, buildFile);
  const recorded = recordedIn(out);
  const stale = toWrite(out, files, recorded, overwrite);
  if ('refused' in stale) {
    // What another build writes meanwhile was edited by nobody.
    if (stale.refused === 'altered' && journalText(recordedIn(out)) !== journalText(recorded))
      throw busy(out);
    return stale;
  }
  const obsolete = obsoleteIn(recorded, files);
  const interrupted = readInside(out, journalFile) !== undefined;
  if (stale.length === 0 && obsolete.length === 0 && !interrupted)
    return { written: [], removed: [], kept: [] };
  const journal = journalText(withTexts(recorded, files));
  writeInside(out, journalFile, journal);
  const isAlone = (): boolean => readInside(out, journalFile) === journal;
  try {
    if (readInside(out, buildFile) !== record) throw busy(out);
    for (const path of recorded.keys()) if (isOfSite(path)) removeLeftover(out, path);
    const done = writeAll(out, files, stale, obsolete, recorded);
    if (isAlone()) removeInside(out, journalFile);
    else if (staleFiles(out, files).length > 0) throw busy(out);
    return done;
  } catch (error) {
    // Another build that ended meanwhile took the journal away, and knows nothing of what this one wrote.
    if (!isAlone()) writeInside(out, journalFile, journalText(withTexts(recordedIn(out), files)));
    throw error;
  }
}

function writeAll(
  out: string,
  files: ReadonlyMap<string, string>,
  stale: readonly string[],
  obsolete: readonly string[],
  recorded: Recorded,
): Written {
  const write = (path: string): void => writeInside(out, path, files.get(path) ?? '');
  for (const path of stale) if (path !== buildFile) write(path);
  const there = obsolete.filter((path) => readInside(out, path) !== undefined);
  const removed = there.filter((path) => isAsRecorded(out, path, recorded));
  for (const path of removed) removeInside(out, path);
  if (stale.includes(buildFile)) write(buildFile);
  return { written: stale, removed, kept: there.filter((path) => !removed.includes(path)) };
}

const busy = (place: string): CannotWork => cannot('site-busy', { place });

/** The files that are missing or differ, and those to be removed; empty if the site is up to date. */
export function staleFiles(out: string, files: ReadonlyMap<string, string>): string[] {
  const recorded = recordedIn(out);
  const different = [...files.keys()].filter((path) => differs(readInside(out, path), path, files));
  return [...different, ...obsoleteIn(recorded, files).filter((path) => isAsRecorded(out, path, recorded))];
}

/**
 * Why no site may be written to a place: it is not a folder, or it holds files that no build made. Otherwise undefined.
 */
export function takenBySomebody(out: string): SiteRefusal | undefined {
  // In this order, since the first build of another may begin or end meanwhile.
  const ours = (): boolean =>
    readInside(out, journalFile) !== undefined || isBuild(readInside(out, buildFile) ?? '');
  return isVacant(out, journalFile) || ours() ? undefined : { refused: 'not-ours', path: '' };
}

/** The files that are missing or differ, in the order to write them; or why nothing may be written. */
function toWrite(
  out: string,
  files: ReadonlyMap<string, string>,
  recorded: Recorded,
  overwrite: boolean,
): readonly string[] | SiteRefusal {
  const taken = takenBySomebody(out);
  if (taken) return taken;
  const stale: string[] = [];
  for (const path of files.keys()) {
    if (!isSafePath(path) || path.split('/').some(isNoName)) return { refused: 'unsafe-path', path };
    const blocked = blockedAt(out, path);
    if (blocked !== undefined) return { refused: 'blocked', path: blocked };
    const there = readInside(out, path);
    if (!differs(there, path, files)) continue;
    const foreign = there !== undefined && !recorded.get(path)?.has(sha256(there));
    if (foreign && !overwrite && path !== buildFile) return { refused: 'altered', path };
    stale.push(path);
  }
  return stale;
}

/** If there is no file, the text need not be unpacked to compare. */
function differs(there: string | undefined, path: string, files: ReadonlyMap<string, string>): boolean {
  return there === undefined || there !== files.get(path);
}

function obsoleteIn(recorded: Recorded, files: ReadonlyMap<string, string>): string[] {
  return [...recorded.keys()].filter((path) => !files.has(path) && path !== buildFile);
}

/** Whether a file still holds what a build wrote, at a path that a build can write. */
function isAsRecorded(out: string, path: string, recorded: Recorded): boolean {
  const text = isOfSite(path) ? readInside(out, path) : undefined;
  return text !== undefined && recorded.get(path)?.has(sha256(text)) === true;
}

/**
 * The files of earlier builds, interrupted ones included, that are there, by sorted path. A record may list files that
 * never were.
 */
function recordedIn(out: string): Recorded {
  const isThere = presenceIn(out);
  const isOurs = (path: string): boolean => path.length <= longestPath && isSafePath(path) && isThere(path);
  const all = [
    ...hashesInBuild(readInside(out, buildFile) ?? '', isOurs),
    ...hashesInJournal(readInside(out, journalFile) ?? '', isOurs),
  ];
  const recorded = new Map<string, Set<string>>();
  for (const [path, hash] of all.sort(([a], [b]) => compareTexts(a, b)))
    recorded.set(path, (recorded.get(path) ?? new Set()).add(hash));
  return recorded;
}

/** In characters; paths of a site are far shorter. */
const longestPath = 1000;

function withTexts(recorded: Recorded, files: ReadonlyMap<string, string>): Recorded {
  const all = new Map([...recorded].map(([path, hashes]) => [path, new Set(hashes)]));
  for (const [path, hash] of hashesOf(files)) all.set(path, (all.get(path) ?? new Set()).add(hash));
  return all;
}
