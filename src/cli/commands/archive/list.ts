import { join } from 'node:path';
import { statusesOn, type VersionStatus } from '../../../archive/as-of.ts';
import { folderFiles } from '../../../archive/disk.ts';
import { type NoticeRecord, namesIn } from '../../../archive/notices.ts';
import type { Manifest } from '../../../archive/release.ts';
import { escapeText, mapStrings } from '../../../base/escape.ts';
import { releaseOf, versionsOn } from '../../../revision/archive.ts';
import { type NoticeState, noticeStateOf, unrecorded } from '../../../revision/notices.ts';
import { type Define, onPolicies, reporting } from '../../command.ts';
import { dateOrToday } from '../../dates.ts';
import { deliver, type OutputOptions, styleOf } from '../../output.ts';
import { called, shown } from '../../paths.ts';
import { type OnPolicies, policiesOf } from '../../policies.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(reporting(command))
    .option('--as-of <date>', 'statuses as on that day (YYYY-MM-DD)')
    .action((options) => done(listVersions(options, world)));
};

interface ListOptions extends OnPolicies, OutputOptions {
  readonly asOf?: string;
}

/** `policyc archive list`: every released version, its dates, its status, what readers were told of it. */
function listVersions(options: ListOptions, world: World): number {
  const listed = policiesOf(options, world).map((policy) => {
    const files = folderFiles(join(policy.folder, 'archive'));
    const { versions } = versionsOn(policy, files);
    const last = versions.at(-1);
    const offset = last ? releaseOf(files, last).policy.utcOffset : 'Z';
    const asOf = dateOrToday(options.asOf, '--as-of', offset, world);
    const statuses = statusesOn(
      versions.map(({ manifest }) => manifest),
      asOf,
    );
    const names = namesIn(files);
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
  if (options.format === 'json') {
    deliver(
      world,
      options,
      `${JSON.stringify({ format: 'policyc/archive-list@1', policies: listed.map(({ name: _, ...rest }) => rest) }, null, 2)}\n`,
    );
    return exit.fine;
  }
  const style = styleOf(world, options);
  const blocks = mapStrings(listed, escapeText).map(({ name, asOf, head, versions }) => {
    const rows = versions.map((one) => {
      const { sequence, published, effective, status } = one;
      const line = `  #${String(sequence).padEnd(4)} effective ${effective}   published ${published}   ${status.replace('-', ' ')}${mends(one)}`;
      return [status === 'in-force' ? style.bold(line) : line, ...noticeLines(one.notice)].join('\n');
    });
    const closing = head === null ? '  Nothing has been released yet.' : `  Head ${head}`;
    return [`${style.bold(name)}   as of ${asOf}`, ...rows, closing, ''].join('\n');
  });
  deliver(world, options, blocks.join('\n'));
  return exit.fine;
}

interface Told {
  readonly sent: readonly Pick<NoticeRecord, 'channel' | 'sent' | 'evidence' | 'by'>[];
  /** Channels that have no record yet. */
  readonly missing: readonly string[];
}

/** Nobody need be told any more of a version that was taken back. */
function toldOf(notice: NoticeState, status: VersionStatus): Told {
  const sent = notice.records.map(({ channel, sent, evidence, by }) => ({ channel, sent, evidence, by }));
  return { sent, missing: status === 'withdrawn' ? [] : unrecorded(notice) };
}

/** What readers were told of a version, and what is not recorded yet. */
function noticeLines(told: Told | undefined): string[] {
  if (!told) return [];
  const sent = told.sent.map(({ channel, sent }) => `${channel} ${sent}`);
  return [
    ...(sent.length > 0 ? [`        notice sent: ${sent.join(', ')}`] : []),
    ...(told.missing.length > 0 ? [`        notice not recorded yet: ${told.missing.join(', ')}`] : []),
  ];
}

/** `, corrects #1, withdraws #2`. */
function mends({
  adopted,
  corrects,
  withdraws,
}: Pick<Manifest, 'adopted' | 'corrects' | 'withdraws'>): string {
  return [
    ...(adopted ? [', taken over from elsewhere'] : []),
    ...(corrects === undefined ? [] : [`, corrects #${corrects}`]),
    ...(withdraws ?? []).map((sequence) => `, withdraws #${sequence}`),
  ].join('');
}
