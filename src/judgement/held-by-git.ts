import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';
import { isPolicyFolderPath } from '../revision/policy-paths.ts';
import { workspaceFile } from '../revision/workspace.ts';
import { convertedIn } from '../snapshot/attributes.ts';
import { openGit } from '../snapshot/git.ts';
import { type Tracked, trackedIn } from '../snapshot/git-files.ts';
import { listingOf } from '../snapshot/listing.ts';

/**
 * What keeps git from giving others the policy that the working tree shows: files that it keeps otherwise or was told
 * not to look at, and what it holds in their place that is no file. The next request would be judged against those.
 */
export function heldOtherwise(folder: string, root: string, tracked: readonly Tracked[]): Diagnostic[] {
  const archived = tracked.filter(({ path }) => path === 'archive' || path.startsWith('archive/'));
  const read = listingOf(tracked, isPolicyFolderPath);
  const irregular = [...read.problems, ...listingOf(archived, () => true).problems];
  const { prefix } = openGit(folder);
  const paths = [...read.files, ...archived].map(({ path }) => prefix + path);
  const workspace = openGit(root).prefix + workspaceFile;
  const converted = convertedIn(root, [...paths, workspace]).map(({ path, attribute }) => ({
    path: path === workspace ? workspaceFile : path.slice(prefix.length),
    attribute,
  }));
  const unwatched = [
    ...tracked.filter(({ path }) => isPolicyFolderPath(path) || path.startsWith('archive/')),
    ...trackedIn(root, workspaceFile),
  ].filter((one) => one.unwatched);
  return [
    ...irregular,
    ...unwatched.map(({ path }) => diagnostic('git-looks-away', {}, startOfFile(path))),
    ...converted.map(({ path, attribute }) => diagnostic('git-converts', { attribute }, startOfFile(path))),
  ];
}
