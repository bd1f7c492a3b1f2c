import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { asShortName, foldedName, isNoName, nameOnDisk, shortNameOf } from '../base/folded-name.ts';
import { startOfFile } from '../base/place.ts';

/** The kind of thing at a path, on a disk or in git. */
export type EntryKind = 'file' | 'folder' | 'link' | 'repository' | 'special';

/** A file, or anything else, in a listed folder. */
export interface Entry {
  /** `/`-separated, relative to the folder listed. */
  readonly path: string;
  readonly kind: EntryKind;
}

/** The files of a folder that are read, and those that are refused. */
export interface Listing<E extends Entry> {
  readonly files: readonly E[];
  /** Problems of refused files, which would not be the same for everybody. */
  readonly problems: readonly Diagnostic[];
}

/**
 * The single rule for which files of a folder are read, on a disk and in git: those that `accepts` accepts, without
 * dot files. Refused are accepted paths that are not files, names that are the same as another on some systems, and
 * names that some systems cannot have.
 * `accepts` gets folders with a `/` at the end; `refuses` gets each name on a path.
 */
export function listingOf<E extends Entry>(
  entries: readonly E[],
  accepts: (path: string) => boolean,
  refuses = isNoName,
): Listing<E> {
  const seen = entries.filter(({ path }) => !path.split('/').some((name) => name.startsWith('.')));
  const files: E[] = [];
  const problems: Diagnostic[] = [];
  const twins = twinsIn(seen);
  const faultOf = ({ path, kind }: E): Diagnostic | undefined => {
    const twin = twins.get(path);
    if (twin !== undefined) return diagnostic('path-twin', { other: twin }, startOfFile(path));
    if (path.includes('\uFFFD')) return irregular(path, 'no-text');
    if (path.split('/').some(refuses)) return irregular(path, 'no-name');
    if (kind === 'file' || (kind === 'folder' && accepts(`${path}/`))) return undefined;
    return irregular(path, kind);
  };
  for (const entry of seen) {
    const { path, kind } = entry;
    const meant = nameOnDisk(path);
    if (![path, meant].some((one) => accepts(one) || accepts(`${one}/`))) continue;
    if (meant !== path && !path.split('/').some(refuses)) continue;
    const fault = faultOf(entry);
    if (fault) problems.push(fault);
    else if (kind === 'file' && accepts(path)) files.push(entry);
  }
  return { files, problems };
}

function irregular(path: string, what: Exclude<Entry['kind'], 'file'> | 'no-text' | 'no-name'): Diagnostic {
  return diagnostic('file-irregular', { what }, startOfFile(path));
}

/** The folders on the way to a path, outermost first: `a` and `a/b` for `a/b/c`. */
export function foldersAbove(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join('/'));
}

/**
 * For each path, another that is the same path on some systems: because they ignore the difference, or because one is
 * the short name of the other. Folders on the way count too.
 */
function twinsIn(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const folders = entries.flatMap(({ path }) => foldersAbove(path));
  const paths = [...new Set([...entries.map((entry) => entry.path), ...folders])].sort();
  const firsts = new Map<string, string>();
  const twins = new Map<string, string>();
  for (const path of paths) {
    const folded = foldedName(path);
    const first = firsts.get(folded);
    if (first === undefined) firsts.set(folded, path);
    else {
      twins.set(path, first);
      twins.set(first, path);
    }
  }
  for (const [path, other] of shortTwins(paths)) twins.set(path, other).set(other, path);
  return twins;
}

/**
 * Pairs of a path and another path that is its short name. Short names are rare, so the others are only computed if
 * there is one.
 */
function shortTwins(paths: readonly string[]): [string, string][] {
  const like = paths.filter((path) => path.includes('~') && asShortName(path) !== undefined);
  if (like.length === 0) return [];
  const short = new Map(paths.map((path) => [shortNameOf(path), path]));
  return like.flatMap((path): [string, string][] => {
    const other = short.get(asShortName(path));
    return other === undefined ? [] : [[path, other]];
  });
}
