import { type ArchiveFiles, walkFiles } from '../archive/files.ts';
import { manifestFile } from '../archive/layout.ts';
import { messageOfProblem, whereIs } from '../archive/problem.ts';
import { verifyArchive } from '../archive/verify.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';
import { trackedIn } from '../snapshot/git-files.ts';

/** Whatever is wrong with the request's archive, and whatever it does not share with the target's. */
export function distrust(
  request: ArchiveFiles,
  before: ArchiveFiles,
  folder: string,
  id: string,
): Diagnostic[] {
  const { problems, versions } = verifyArchive(request, { prefix: before });
  const untrusted = problems.map((problem) => {
    const { reason, fix } = messageOfProblem(problem);
    return distrusted(whereIs(problem), reason, fix);
  });
  const foreign = versions.flatMap(({ sequence, manifest }) => {
    if (manifest.policy === id) return [];
    const where = whereIs({ version: sequence, file: manifestFile });
    const reason = `${where} belongs to the policy ${manifest.policy}, and this one is ${id}.`;
    return [distrusted(where, reason, 'An archive stays with its policy: give the policy its id back.')];
  });
  return [...untrusted, ...foreign, ...untracked(request, before, folder)];
}

function distrusted(where: string, detail: string, remedy: string): Diagnostic {
  return diagnostic('archive-not-trusted', { detail, remedy }, startOfFile(`archive/${where}`));
}

/** Released files that are on disk and no longer in git: whoever gets the request does not get them. */
function untracked(request: ArchiveFiles, before: ArchiveFiles, folder: string): Diagnostic[] {
  const released = walkFiles(before, '').filter(({ path }) => request.read(path) !== undefined);
  if (released.length === 0) return [];
  const tracked = new Set(trackedIn(folder, 'archive').map(({ path }) => path));
  const [first] = released.filter(({ path }) => !tracked.has(`archive/${path}`));
  if (!first) return [];
  const reason = `${first.path} is on disk and not in git, so whoever gets this request does not get it.`;
  return [distrusted(first.path, reason, 'Put it back: git add --force archive, in the policy folder.')];
}
