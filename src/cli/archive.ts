import { join } from 'node:path';
import { statusOf, type VersionStatus } from '../archive/as-of.ts';
import { folderFiles } from '../archive/disk.ts';
import type { NoticeRecord } from '../archive/notices.ts';
import { messageOfProblem, whereIs } from '../archive/problem.ts';
import type { Manifest } from '../archive/release.ts';
import { verifyArchive } from '../archive/verify.ts';
import { CannotWork } from '../base/failure.ts';
import { counted } from '../report/style.ts';
import { releaseOf, versionNamed, wholeArchive } from '../revision/archive.ts';
import { type NoticeState, noticeStateOf, unrecorded } from '../revision/notices.ts';
import { type PolicyFolder, selectPolicies, soundWorkspace } from '../revision/workspace.ts';
import { called, shown } from './check.ts';
import { dateOrToday } from './dates.ts';
import { deliver, type OutputOptions, styleOf } from './output.ts';
import { exit, type World } from './world.ts';

interface OnPolicies {
  readonly policy: readonly string[];
}

function policiesOf(options: OnPolicies, world: World): readonly PolicyFolder[] {
  return selectPolicies(soundWorkspace(world.cwd), options.policy, world.cwd);
}

function archiveFiles(policy: PolicyFolder) {
  return folderFiles(join(policy.folder, 'archive'));
}

/** `policyc archive list`. */
export function listVersions(
  options: OnPolicies & OutputOptions & { readonly asOf?: string },
  world: World,
): number {
  const listed = policiesOf(options, world).map((policy) => {
    const files = archiveFiles(policy);
    const { versions } = wholeArchive(files);
    const last = versions.at(-1);
    const offset = last ? releaseOf(files, last).policy.utcOffset : 'Z';
    const asOf = dateOrToday(options.asOf, '--as-of', offset, world);
    const manifests = versions.map(({ manifest }) => manifest);
    return {
      path: shown(policy.folder, world),
      name: called(policy.folder, world),
      asOf,
      head: last?.hash ?? null,
      versions: versions.map((version) => {
        const { sequence, published, effective, corrects, withdraws } = version.manifest;
        const status = statusOf(sequence, manifests, asOf) ?? 'superseded';
        const notice = noticeStateOf(files, version);
        return {
          sequence,
          published,
          effective,
          status,
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
  const blocks = listed.map(({ name, asOf, head, versions }) => {
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
function mends({ corrects, withdraws }: Pick<Manifest, 'corrects' | 'withdraws'>): string {
  return [
    ...(corrects === undefined ? [] : [`, corrects #${corrects}`]),
    ...(withdraws ?? []).map((sequence) => `, withdraws #${sequence}`),
  ].join('');
}

/** `policyc archive show VERSION`. */
export function showVersion(
  version: string,
  options: OnPolicies & { readonly format: 'markdown' | 'html' | 'json'; readonly locale?: string },
  world: World,
): number {
  const [policy, another] = policiesOf(options, world);
  if (!policy || another)
    throw new CannotWork('usage', 'this workspace has several policies.', 'Choose one with --policy PATH.');
  const files = archiveFiles(policy);
  const release = releaseOf(files, versionNamed(wholeArchive(files), version));
  const locale = options.locale ?? release.policy.prevailing;
  if (!release.policy.locales.includes(locale)) {
    throw new CannotWork(
      'usage',
      `#${release.manifest.sequence} has no text in ${locale}.`,
      `It has ${release.policy.locales.join(', ')}.`,
    );
  }
  const names = {
    markdown: `public/policy.${locale}.md`,
    html: `public/policy.${locale}.html`,
    json: 'public/policy.json',
  };
  const bytes = files.read(`${String(release.manifest.sequence).padStart(4, '0')}/${names[options.format]}`);
  if (!bytes)
    throw new CannotWork(
      'archive-broken',
      `${names[options.format]} is missing from the version.`,
      'policyc archive verify tells more.',
    );
  world.out(new TextDecoder().decode(bytes));
  return exit.fine;
}

/** `policyc archive verify`: 0 when every byte is what was released, 1 when not. */
export function verifyVersions(
  options: OnPolicies & OutputOptions & { readonly head?: string },
  world: World,
): number {
  const style = styleOf(world, options);
  const verified = policiesOf(options, world).map((policy) => {
    const report = verifyArchive(
      archiveFiles(policy),
      options.head === undefined ? {} : { head: options.head },
    );
    const problems = report.problems.map((problem) => ({
      code: problem.code,
      version: problem.version ?? null,
      file: problem.file,
      ...messageOfProblem(problem),
      where: whereIs(problem),
    }));
    return {
      path: shown(policy.folder, world),
      name: called(policy.folder, world),
      versions: report.versions.length,
      head: report.head ?? null,
      problems,
    };
  });
  const broken = verified.some(({ problems }) => problems.length > 0);
  if (options.format === 'json') {
    deliver(
      world,
      options,
      `${JSON.stringify({ format: 'policyc/verify-report@1', policies: verified.map(({ name: _, ...rest }) => rest) }, null, 2)}\n`,
    );
    return broken ? exit.findings : exit.fine;
  }
  const blocks = verified.map(({ path, name, versions, head, problems }) => {
    const lines = problems.map(
      ({ code, version, file, reason, fix }) =>
        `${style.bold(path === '.' ? 'archive' : `${path}/archive`)}  ${style.red(code)}${version === null ? '' : `  version #${version}`}${file === '' ? '' : `  ${file}`}\n   ${reason}\n   ${fix}\n`,
    );
    const closing =
      problems.length > 0
        ? `${style.red(`${counted(problems.length, 'problem')} in the archive of ${name}.`)} Explain any of them: policyc explain ${problems[0]?.code}`
        : versions === 0
          ? `${name}: nothing has been released yet.`
          : `${style.green('Whole.')} ${counted(versions, 'version')} of ${name}, every byte as released. Head ${head}`;
    return [...lines, closing, ''].join('\n');
  });
  deliver(world, options, blocks.join('\n'));
  if (!broken && options.head === undefined && verified.some(({ versions }) => versions > 0)) {
    world.note(
      'Versions cut off at the end cannot be seen from the archive alone: compare the head with one held elsewhere (--head HASH).\n',
    );
  }
  return broken ? exit.findings : exit.fine;
}
