import type { ArchiveFiles } from '../archive/files.ts';
import { decisionsFile, versionFolder } from '../archive/layout.ts';
import { type NoticeRecord, readNotices } from '../archive/notices.ts';
import { archiveProblem } from '../archive/problem.ts';
import type { ArchivedVersion } from '../archive/read.ts';
import { sha256 } from '../base/canonical.ts';
import { cannot } from '../base/failure.ts';
import { why } from '../base/messages-why.ts';
import type { GatedChange } from '../gate/cover.ts';
import { channelsOwed } from '../gate/due.ts';
import { parseDecisions } from './decisions.ts';

/** Where a version must be announced prominently, and the records of that. */
export interface NoticeState {
  /** The channels named for it, sorted. */
  readonly channels: readonly string[];
  readonly records: readonly NoticeRecord[];
  readonly owed: boolean;
}

/** Throws `CannotWork` when the records are not as policyc writes them. */
export function noticeStateOf(
  files: ArchiveFiles,
  version: ArchivedVersion,
  names?: ReadonlySet<string>,
): NoticeState {
  const { records, problems } = readNotices(files, version, names);
  const [problem] = problems;
  if (problem) throw cannot('version-broken', { problem });
  return { ...channelsOwed(changesIn(files, version)), records };
}

/** What is owed and not recorded: channels, or `a prominent notice` if none was named. */
export function unrecorded({ owed, channels, records }: NoticeState): readonly string[] {
  if (!owed) return [];
  if (channels.length === 0) return records.length === 0 ? ['a prominent notice'] : [];
  return channels.filter((channel) => !records.some((record) => record.channel === channel));
}

/** The changes as judged at the release. Throws `CannotWork` when their record was altered. */
export function changesIn(
  files: ArchiveFiles,
  { sequence, manifest }: ArchivedVersion,
): readonly GatedChange[] {
  const bytes = files.read(`${versionFolder(sequence)}/${decisionsFile}`);
  const expected = manifest.files[decisionsFile];
  if (expected === undefined) return [];
  if (!bytes || sha256(bytes) !== expected) throw cannot('decisions-altered', { version: sequence });
  const parsed = parseDecisions(bytes);
  if ('value' in parsed) return parsed.value;
  const args = { why: 'why' in parsed ? parsed.why : why('other-format', { format: parsed.format }) };
  const problem = archiveProblem('archive-unreadable', sequence, decisionsFile, args);
  throw cannot('version-broken', { problem });
}
