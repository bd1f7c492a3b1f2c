import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { folderFiles } from '../../../archive/disk.ts';
import { noticeFormat, noticesFile, recordNotice } from '../../../archive/notices.ts';
import { plain } from '../../../base/escape.ts';
import { cannot } from '../../../base/failure.ts';
import { isSaid } from '../../../base/hidden.ts';
import { why } from '../../../base/messages-why.ts';
import { rowsIn } from '../../../model/row-index.ts';
import { releaseOf, versionNamed, versionsOn } from '../../../revision/archive.ts';
import { noticeStateOf, unrecorded } from '../../../revision/notices.ts';
import { isName } from '../../../syntax/said.ts';
import { type Define, onPolicies } from '../../command.ts';
import { dateOrToday, validDate } from '../../dates.ts';
import { type OnPolicies, onePolicyOf } from '../../policies.ts';
import { isRunning } from '../../unfinished.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .argument('<version>', 'latest, #3, or a date on which it was in force')
    .requiredOption('--channel <channel>', 'the channel it was sent through, such as announcement')
    .requiredOption('--sent <date>', 'the day it was sent (YYYY-MM-DD)')
    .requiredOption('--evidence <text>', 'evidence: a ticket, a URL, a hash')
    .requiredOption('--by <who>', 'who confirms it')
    .action((version, options) => done(recordSent(version, options, world)));
};

interface RecordOptions extends OnPolicies {
  readonly channel: string;
  readonly sent: string;
  readonly evidence: string;
  readonly by: string;
}

/** `policyc archive record VERSION`: records that a notice was sent, beside the version and never in it. */
function recordSent(version: string, options: RecordOptions, world: World): number {
  const policy = onePolicyOf(options, world);
  const archive = join(realpathSync(policy.folder), 'archive');
  const files = folderFiles(archive);
  const found = versionNamed(versionsOn(policy, files), /^\d+$/.test(version) ? `#${version}` : version);
  const { policy: released } = releaseOf(files, found);
  const before = noticeStateOf(files, found);
  const { sequence, hash } = found;
  const named = new Set([
    ...before.channels,
    ...rowsIn(released)
      .all('change.channel')
      .map((row) => row.key[1] ?? ''),
  ]);
  const channel = said('--channel', 'words', options.channel);
  if (named.size > 0 && !named.has(channel))
    throw cannot('channel-not-named', { version: sequence, channel, known: [...named].sort() });
  const sent = validDate(options.sent, '--sent');
  if (sent > dateOrToday(undefined, '--sent', released.utcOffset, world))
    throw cannot('notice-not-sent', { sent });
  const { published } = found.manifest;
  if (sent < published) throw cannot('notice-not-sent', { sent, version: sequence, published });
  const evidence = said('--evidence', 'words', options.evidence);
  const by = said('--by', 'name', options.by);
  const record = { format: noticeFormat, manifest: hash, channel, sent, evidence, by } as const;
  // Said once more, as after a run that was killed behind its last step, it is there.
  const isThere = before.records.some((one) => isDeepStrictEqual(one, record));
  try {
    if (!isThere) recordNotice(archive, sequence, record, { id: process.pid, isRunning });
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    throw cannot('record-unwritten', { why: why('system', { says }) });
  }
  const missing = unrecorded({ ...before, records: [...before.records, record] });
  world.out(
    [
      plain`Recorded: notice of #${sequence} by ${channel}, sent on ${sent}.`,
      ...(missing.length > 0 ? [plain`  Not recorded yet: ${missing.join(', ')}`] : []),
      `Commit archive/${noticesFile(sequence)}; lines are only ever added to it.`,
      '',
    ].join('\n'),
  );
  return exit.fine;
}

/** A text that says something and can be written down. */
function said(option: string, of: 'name' | 'words', given: string): string {
  const text = given.trim();
  const isThere = of === 'name' ? isName(text) : isSaid(text);
  if (!isThere || !text.isWellFormed() || /\p{Cc}/u.test(text)) throw cannot('record-empty', { option, of });
  return text;
}
