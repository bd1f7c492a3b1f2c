import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';
import { isPolicyFolderPath } from '../revision/policy-paths.ts';
import { workspaceFile } from '../revision/workspace.ts';
import { convertedIn } from '../snapshot/attributes.ts';
import { openGit } from '../snapshot/git.ts';
import type { Tracked } from '../snapshot/git-index.ts';
import { listingOf } from '../snapshot/listing.ts';

interface Indexed {
  /** Its path in the repository, ending in `/`. */
  readonly prefix: string;
  readonly tracked: readonly Tracked[];
  /** Paths of its files on the disk that are read. */
  readonly read?: readonly string[];
}

/**
 * Reasons why others who check the commit out would not get the policies of this working tree: files that git converts,
 * was told to ignore changes of, or holds as something else than a file. The next pull request would be judged against
 * those. `workspaces` is what the index has of the file of the workspace.
 */
export function heldOtherwise(
  root: string,
  policies: readonly Indexed[],
  workspaces: readonly Tracked[],
): Diagnostic[][] {
  const workspace = openGit(root).prefix + workspaceFile;
  const listed = policies.map(({ prefix, tracked }) => {
    const archived = tracked.filter(({ path }) => path === 'archive' || path.startsWith('archive/'));
    const read = listingOf(tracked, isPolicyFolderPath);
    const irregular = [
      ...read.problems,
      ...listingOf(archived, () => true).problems,
      ...hiddenStrangers(archived),
    ];
    return { irregular, paths: [...read.files, ...archived].map(({ path }) => prefix + path) };
  });
  const converted = new Map(
    convertedIn(root, [...new Set(listed.flatMap(({ paths }) => paths)), workspace]).map((one) => [
      one.path,
      one,
    ]),
  );
  const ignored = ignoredIn(root, policies);
  const workspaceEntries = workspaces.map((entry) => ({ ...entry, path: workspaceFile }));
  return policies.map(({ prefix, tracked }, at) => {
    const { irregular = [], paths = [] } = listed[at] ?? {};
    const unwatched = [
      ...tracked.filter(({ path }) => isPolicyFolderPath(path) || path.startsWith('archive/')),
      ...workspaceEntries,
    ].filter((one) => one.unwatched);
    const otherwise = [...paths, workspace].flatMap((path) => converted.get(path) ?? []);
    return [
      ...irregular,
      ...listingOf(workspaceEntries, () => true).problems,
      ...unwatched.map(({ path }) => diagnostic('git-looks-away', {}, startOfFile(path))),
      ...(ignored[at] ?? []).map((path) =>
        diagnostic('git-looks-away', { how: 'ignored' }, startOfFile(path)),
      ),
      ...otherwise.map(({ path, attribute }) =>
        diagnostic(
          'git-converts',
          { attribute },
          startOfFile(path === workspace ? workspaceFile : path.slice(prefix.length)),
        ),
      ),
    ];
  });
}

/** Dot entries in an archive that are no files: they belong to no archive, and keep it from being read. */
function hiddenStrangers(archived: readonly Tracked[]): Diagnostic[] {
  return archived.flatMap(({ path, kind }) =>
    kind !== 'file' && path.split('/').some((name) => name.startsWith('.'))
      ? [diagnostic('file-irregular', { what: kind }, startOfFile(path))]
      : [],
  );
}

/**
 * For each policy, files that are read and that git ignores (new files will be added). Git is asked only where the index
 * lacks a file, which is never so in a fresh checkout.
 */
function ignoredIn(root: string, policies: readonly Indexed[]): readonly (readonly string[])[] {
  const lacking = policies.map(({ tracked, read = [] }) => {
    const held = new Set(tracked.map(({ path }) => path));
    return read.filter((path) => !held.has(path));
  });
  const asked = lacking.flatMap((paths, at) => paths.map((path) => (policies[at]?.prefix ?? '') + path));
  const ignored = new Set<string>();
  const { run } = openGit(root);
  for (let from = 0; from < asked.length; from += mostAtOnce) {
    const listing = ['ls-files', '--others', '--ignored', '--exclude-standard', '-z', '--'];
    const some = run([...listing, ...asked.slice(from, from + mostAtOnce)]).toString();
    for (const path of some.split('\0')) ignored.add(path);
  }
  return policies.map(({ prefix }, at) => (lacking[at] ?? []).filter((path) => ignored.has(prefix + path)));
}

/** Paths per call of git: Windows limits the length of a command line. */
const mostAtOnce = 50;
