import { CannotWork } from '../base/failure.ts';
import { prefixOf, runGit } from './git.ts';

/** What the index of a repository holds, in place of a commit. */
export const index = 'index';

/**
 * The files below a folder at a commit, or in the index when the commit is `index`; paths relative to the folder.
 * `prefix` is the folder's path in the repository, ending in `/`, when it was another one at that commit. Links and
 * submodules are no files.
 */
export function filesInGit(
  folder: string,
  commit: string,
  accepts: (path: string) => boolean,
  prefix = prefixOf(folder),
): [string, Uint8Array][] {
  return readBlobs(
    folder,
    (commit === index ? staged(folder) : committed(folder, commit, prefix)).filter(([path]) => accepts(path)),
  );
}

/** The files with exactly these paths in the repository, at a commit; those that are not there are left out. */
export function filesNamed(folder: string, commit: string, paths: readonly string[]): [string, Uint8Array][] {
  const listing = runGit(folder, ['ls-tree', '-z', '--full-tree', commit, '--', ...paths]);
  return readBlobs(folder, entriesIn(listing));
}

/** What the index holds below a path of a folder, relative to the folder; with a mark on what is not checked out. */
export function trackedIn(
  folder: string,
  path: string,
): { readonly path: string; readonly skipped: boolean }[] {
  return runGit(folder, ['ls-files', '-t', '-z', '--', path])
    .toString()
    .split('\0')
    .flatMap((line) =>
      line === '' ? [] : [{ path: line.slice(2), skipped: line.startsWith('S') || line.startsWith('s') }],
    );
}

/** The entries of a folder inside another one in the last commit, by their paths; none outside of git. */
export function committedIn(folder: string, path: string): string[] {
  try {
    const names = runGit(folder, ['ls-tree', '-z', '--name-only', 'HEAD', '--', `${path}/`]).toString();
    return names.split('\0').filter((name) => name !== '');
  } catch (error) {
    if (error instanceof CannotWork) return [];
    throw error;
  }
}

type Blob = readonly [path: string, id: string];

function committed(folder: string, commit: string, prefix: string): Blob[] {
  const below = prefix === '' ? [] : ['--', prefix];
  return entriesIn(runGit(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, ...below])).map(
    ([path, id]): Blob => [path.slice(prefix.length), id],
  );
}

function staged(folder: string): Blob[] {
  const listing = runGit(folder, ['ls-files', '--stage', '-z', '--', '.']);
  const conflict = /(?:^|\0)\d+ [0-9a-f]+ [123]\t([^\0]*)/.exec(listing.toString())?.[1];
  if (conflict !== undefined)
    throw new CannotWork(
      'git-failed',
      `what is staged has conflicts, in ${conflict}.`,
      `Resolve them, then: git add ${conflict}`,
    );
  return entriesIn(listing);
}

/** Regular files in what `ls-tree` or `ls-files --stage` printed. */
function entriesIn(listing: Buffer): Blob[] {
  return listing
    .toString()
    .split('\0')
    .flatMap((line): Blob[] => {
      const match = /^100\d+ (?:blob )?([0-9a-f]{40,64})(?: \d)?\t(.*)$/s.exec(line);
      return match ? [[match[2] ?? '', match[1] ?? '']] : [];
    });
}

function readBlobs(folder: string, blobs: readonly Blob[]): [string, Uint8Array][] {
  if (blobs.length === 0) return [];
  const output = runGit(folder, ['cat-file', '--batch'], `${blobs.map(([, id]) => id).join('\n')}\n`);
  const files: [string, Uint8Array][] = [];
  let at = 0;
  for (const [path, id] of blobs) {
    const end = output.indexOf(10, at);
    const [, type, size] = output.subarray(at, end).toString().split(' ');
    if (type !== 'blob')
      throw new CannotWork(
        'git-failed',
        `git cannot read ${path} (${id.slice(0, 12)}).`,
        'Mend the repository and try again: git fsck says what is wrong with it.',
      );
    files.push([path, output.subarray(end + 1, end + 1 + Number(size))]);
    at = end + 1 + Number(size) + 1;
  }
  return files;
}
