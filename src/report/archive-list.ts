import type { VersionStatus } from '../archive/as-of.ts';
import type { NoticeRecord } from '../archive/notices.ts';
import type { Manifest } from '../archive/release.ts';
import { escapeText, mapStrings } from '../base/escape.ts';
import type { Style } from './style.ts';

/** What `archive list` prints of a policy: every released version, in order. */
export interface ListedPolicy {
  /** The folder, relative to where the command ran; `name` says it in a sentence. */
  readonly path: string;
  readonly name: string;
  readonly asOf: string;
  readonly head: string | null;
  readonly versions: readonly ListedVersion[];
}

interface ListedVersion
  extends Pick<Manifest, 'sequence' | 'published' | 'effective' | 'adopted' | 'corrects' | 'withdraws'> {
  readonly status: VersionStatus;
  readonly notice?: ToldReaders;
}

/** What readers were told of a version. */
export interface ToldReaders {
  readonly sent: readonly Pick<NoticeRecord, 'channel' | 'sent' | 'evidence' | 'by'>[];
  readonly missing: readonly string[];
}

export function listJson(listed: readonly ListedPolicy[]): string {
  const policies = listed.map(({ name: _, ...rest }) => rest);
  return `${JSON.stringify({ format: 'policyc/archive-list@1', policies }, null, 2)}\n`;
}

export function listText(listed: readonly ListedPolicy[], style: Style): string {
  const blocks = mapStrings(listed, escapeText).map(({ name, asOf, head, versions }) => {
    const rows = versions.map((one) => {
      const { sequence, published, effective, status } = one;
      const line = `  #${String(sequence).padEnd(4)} effective ${effective}   published ${published}   ${status.replace('-', ' ')}${mends(one)}`;
      return [status === 'in-force' ? style.bold(line) : line, ...noticeLines(one.notice)].join('\n');
    });
    const closing = head === null ? '  Nothing has been released yet.' : `  Head ${head}`;
    return [`${style.bold(name)}   as of ${asOf}`, ...rows, closing, ''].join('\n');
  });
  return blocks.join('\n');
}

/** The lines about the notice of a version, and about what is not recorded yet. */
function noticeLines(told: ToldReaders | undefined): string[] {
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
