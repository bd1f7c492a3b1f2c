import { type ArchiveFiles, walkFiles } from '../archive/files.ts';
import { isLeftover, manifestFile } from '../archive/layout.ts';
import { whereIs } from '../archive/problem.ts';
import type { ArchivedVersion } from '../archive/read.ts';
import { verifyArchive } from '../archive/verify.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { MessageArguments } from '../base/messages.ts';
import { startOfFile } from '../base/place.ts';
import type { Requested } from './requested.ts';

/** Why the archive of a pull request cannot be trusted: its own faults, and where it does not continue the target's archive. */
export function distrust(request: Requested, before: ArchiveFiles): Diagnostic[] {
  const { id } = request.head.policy;
  const { problems, versions } = verifyArchive(request.archive, { prefix: before });
  const untrusted = problems.map((problem) => {
    const { code, args } = problem;
    return distrusted(whereIs(problem), { because: { code, args } });
  });
  return [...untrusted, ...versions.flatMap((one) => foreign(one, id)), ...untracked(request, before)];
}

/** The problem of a version that belongs to a policy with another id; undefined when it does not. */
export function foreign({ sequence, manifest }: ArchivedVersion, id: string): Diagnostic[] {
  if (manifest.policy === id) return [];
  const where = whereIs({ version: sequence, file: manifestFile });
  return [distrusted(where, { where, belongsTo: manifest.policy, id })];
}

function distrusted(where: string, args: MessageArguments<'archive-not-trusted'>): Diagnostic {
  return diagnostic('archive-not-trusted', args, startOfFile(`archive/${where}`));
}

/** Released files that are on the disk and no longer in git: whoever checks the request out lacks them. */
function untracked({ archive, tracked }: Requested, before: ArchiveFiles): Diagnostic[] {
  if (!tracked) return [];
  const held = new Set(tracked.map(({ path }) => path));
  const first = walkFiles(before, '').find(
    ({ path }) => !held.has(`archive/${path}`) && !isLeftover(path) && archive.read(path) !== undefined,
  );
  return first ? [distrusted(first.path, { untracked: first.path })] : [];
}
