import type { ArchiveFiles } from '../archive/files.ts';
import { namesAtTop, noticesFile, readNotices } from '../archive/notices.ts';
import type { ArchivedVersion } from '../archive/read.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';

/**
 * Notices that a pull request records as sent: nobody will be reminded of them any more, and no machine can tell whether
 * they were.
 */
export function recordedNotices(
  versions: readonly ArchivedVersion[],
  before: ArchiveFiles,
  after: ArchiveFiles,
): Diagnostic[] {
  const [old, now] = [namesAtTop(before), namesAtTop(after)];
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
