import type { ArchiveFiles } from '../archive/files.ts';
import { namesIn, noticesFile, readNotices } from '../archive/notices.ts';
import type { ArchivedVersion } from '../archive/read.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';

/**
 * Notices that a request says were sent: from then on nobody is reminded that readers are owed them, and whether it is
 * so no machine can tell.
 */
export function recordedNotices(
  versions: readonly ArchivedVersion[],
  before: ArchiveFiles,
  after: ArchiveFiles,
): Diagnostic[] {
  const [old, now] = [namesIn(before), namesIn(after)];
  return versions.flatMap((version) => {
    const { sequence } = version;
    const known = readNotices(before, version, old).records.length;
    const added = readNotices(after, version, now).records.slice(known);
    return added.map(({ channel, sent, by, evidence }) => {
      const place = startOfFile(`archive/${noticesFile(sequence)}`);
      return diagnostic('notice-recorded', { version: sequence, channel, sent, by, evidence }, place);
    });
  });
}
