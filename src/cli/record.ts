import { join } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import { appendNotice, noticeFormat, noticesFile } from '../archive/notices.ts';
import { CannotWork } from '../base/failure.ts';
import { rowsOf } from '../model/policy.ts';
import { releaseOf, versionNamed, wholeArchive } from '../revision/archive.ts';
import { noticeStateOf, unrecorded } from '../revision/notices.ts';
import { selectPolicies, soundWorkspace } from '../revision/workspace.ts';
import { dateOrToday, validDate } from './dates.ts';
import { exit, type World } from './world.ts';

export interface RecordOptions {
  readonly channel: string;
  readonly sent: string;
  readonly evidence: string;
  readonly by: string;
  readonly policy: readonly string[];
}

/** `policyc archive record VERSION`: appends that a notice was sent, beside the version and never in it. */
export function recordNotice(version: string, options: RecordOptions, world: World): number {
  const [policy, another] = selectPolicies(soundWorkspace(world.cwd), options.policy, world.cwd);
  if (!policy || another)
    throw new CannotWork('usage', 'this workspace has several policies.', 'Choose one with --policy PATH.');
  const archive = join(policy.folder, 'archive');
  const files = folderFiles(archive);
  const found = versionNamed(wholeArchive(files), /^\d+$/.test(version) ? `#${version}` : version);
  const { policy: released } = releaseOf(files, found);
  const before = noticeStateOf(files, found);
  const { sequence, hash } = found;
  const named = new Set([
    ...before.channels,
    ...rowsOf(released.facts, 'change.channel').map((row) => row.key[1] ?? ''),
  ]);
  const channel = said('--channel', options.channel);
  if (named.size > 0 && !named.has(channel)) {
    throw new CannotWork(
      'usage',
      `#${sequence} names no channel ${channel}.`,
      `A record cannot be taken back, so it must be one of ${[...named].sort().join(', ')}.`,
    );
  }
  const sent = validDate(options.sent, '--sent');
  if (sent > dateOrToday(undefined, '--sent', released.utcOffset, world))
    throw new CannotWork('usage', `--sent ${sent} has not come yet.`, 'Record it once it is sent.');
  const evidence = said('--evidence', options.evidence);
  const by = said('--by', options.by);
  const record = { format: noticeFormat, manifest: hash, channel, sent, evidence, by } as const;
  try {
    appendNotice(archive, sequence, record);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotWork(
      'archive-broken',
      `the record could not be written: ${why}.`,
      'Nothing else changed.',
    );
  }
  const missing = unrecorded({ ...before, records: [...before.records, record] });
  world.out(
    [
      `Recorded: notice of #${sequence} by ${channel}, sent on ${sent}.`,
      ...(missing.length > 0 ? [`  Not recorded yet: ${missing.join(', ')}`] : []),
      `Commit archive/${noticesFile(sequence)}; lines are only ever added to it.`,
      '',
    ].join('\n'),
  );
  return exit.fine;
}

/** A text that is there, and can be written as it is. */
function said(option: string, given: string): string {
  const text = given.trim();
  if (text === '' || !text.isWellFormed() || /\p{Cc}/u.test(text))
    throw new CannotWork('usage', `${option} says nothing that can be recorded.`, 'Write it on one line.');
  return text;
}
