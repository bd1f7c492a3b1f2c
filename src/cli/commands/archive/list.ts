import { join } from 'node:path';
import { statusesOn, type VersionStatus } from '../../../archive/as-of.ts';
import { folderFiles } from '../../../archive/disk.ts';
import { namesAtTop } from '../../../archive/notices.ts';
import { listJson, listText, type ToldReaders } from '../../../report/archive-list.ts';
import { releaseOf, versionsOn } from '../../../revision/archive.ts';
import { type NoticeState, noticeStateOf, unrecorded } from '../../../revision/notices.ts';
import { requireNewest } from '../../../revision/vanished.ts';
import { type Define, onPaths, reporting, withPaths } from '../../command.ts';
import { dateOrToday } from '../../dates.ts';
import { deliver, type OutputOptions, styleOf } from '../../output.ts';
import { called, shown } from '../../paths.ts';
import { type OnPolicies, policiesOf } from '../../policies.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPaths(reporting(command))
    .option('--as-of <date>', 'show the status on that day (YYYY-MM-DD; default: today)')
    .action((paths, options) => done(listVersions(withPaths(paths, options), world)));
};

interface ListOptions extends OnPolicies, OutputOptions {
  readonly asOf?: string;
}

/** `policyc archive list`: every released version, its dates, its status, what readers were told of it. */
function listVersions(options: ListOptions, world: World): number {
  const policies = policiesOf(options, world);
  requireNewest(policies.map(({ folder }) => folder));
  const listed = policies.map((policy) => {
    const files = folderFiles(join(policy.folder, 'archive'));
    const { versions } = versionsOn(policy, files);
    const last = versions.at(-1);
    const offset = last ? releaseOf(files, last).policy.utcOffset : 'Z';
    const asOf = dateOrToday(options.asOf, '--as-of', offset, world);
    const statuses = statusesOn(
      versions.map(({ manifest }) => manifest),
      asOf,
    );
    const names = namesAtTop(files);
    return {
      path: shown(policy.folder, world),
      name: called(policy.folder, world),
      asOf,
      head: last?.hash ?? null,
      versions: versions.map((version) => {
        const { sequence, published, effective, adopted, corrects, withdraws } = version.manifest;
        const status = statuses.get(sequence) ?? 'superseded';
        const notice = noticeStateOf(files, version, names);
        return {
          sequence,
          published,
          effective,
          status,
          ...(adopted === undefined ? {} : { adopted }),
          ...(corrects === undefined ? {} : { corrects }),
          ...(withdraws === undefined ? {} : { withdraws }),
          ...(notice.owed || notice.records.length > 0 ? { notice: toldOf(notice, status) } : {}),
        };
      }),
    };
  });
  const print = options.format === 'json' ? listJson : listText;
  deliver(world, options, print(listed, styleOf(world, options)));
  return exit.fine;
}

/** Nobody is owed a notice of a withdrawn version. */
function toldOf(notice: NoticeState, status: VersionStatus): ToldReaders {
  const sent = notice.records.map(({ channel, sent, evidence, by }) => ({ channel, sent, evidence, by }));
  return { sent, missing: status === 'withdrawn' ? [] : unrecorded(notice) };
}
