import { join } from 'node:path';
import type { Json } from '../base/canonical.ts';
import { isDate } from '../base/date.ts';
import { inHeldFolder } from '../base/held-folder.ts';
import { why } from '../base/messages-why.ts';
import { type ArchiveDisk, nodeDisk } from './disk.ts';
import type { ArchiveFiles } from './files.ts';
import { frozenJson, sequenceOf, stagingFolder, versionFolder } from './layout.ts';
import { isText, parseJsonObject } from './manifest.ts';
import { type ArchiveProblem, archiveProblem } from './problem.ts';
import type { ArchivedVersion } from './read.ts';
import { discardQuietly } from './recover.ts';

/**
 * A record that a notice of a version was sent. It happens after the release, so it is kept beside the version, in
 * `0002.notices.jsonl`: a line of canonical JSON for each notice. Lines are appended and never changed; the version
 * itself stays as it is.
 */
export interface NoticeRecord {
  readonly format: typeof noticeFormat;
  /** SHA-256 of the version's manifest.json. */
  readonly manifest: string;
  readonly channel: string;
  /** The calendar date on which it was sent, at the policy's UTC offset. */
  readonly sent: string;
  /** The evidence: a ticket, an address, a hash. */
  readonly evidence: string;
  /** Who recorded it, as they name themselves. */
  readonly by: string;
}

export const noticeFormat = 'policyc/notice@1';

const ending = '.notices.jsonl';

export function noticesFile(sequence: number): string {
  return `${versionFolder(sequence)}${ending}`;
}

/** The version whose notices a file of the archive records; undefined for any other file. */
export function recordedSequence(name: string): number | undefined {
  return name.endsWith(ending) ? sequenceOf(name.slice(0, -ending.length)) : undefined;
}

/** The names at the top of an archive, read once for many versions. */
export function namesAtTop(files: ArchiveFiles): ReadonlySet<string> {
  return new Set(files.list('').map(({ name }) => name));
}

/** The recorded notices of a version, in order; none, with a problem, if the file is not as policyc writes it. */
export function readNotices(
  files: ArchiveFiles,
  { sequence, hash }: ArchivedVersion,
  names: ReadonlySet<string> = namesAtTop(files),
): { readonly records: readonly NoticeRecord[]; readonly problems: readonly ArchiveProblem[] } {
  const file = noticesFile(sequence);
  const bytes = files.read(file);
  if (!bytes) {
    const there = names.has(file);
    return {
      records: [],
      problems: there ? [archiveProblem('archive-missing-file', undefined, file, {})] : [],
    };
  }
  const lines = linesOf(bytes);
  const wrong = lines?.findIndex((line) => !isRecord(line, hash)) ?? 0;
  if (!lines || wrong !== -1) {
    const reason = lines ? why('line-no-notice', { line: wrong + 1 }) : why('cut-short');
    return {
      records: [],
      problems: [archiveProblem('archive-unreadable', undefined, file, { why: reason })],
    };
  }
  return { records: lines.map((line) => JSON.parse(line) as NoticeRecord), problems: [] };
}

/** Undefined when the last line has no end, or the bytes are no UTF-8. */
function linesOf(bytes: Uint8Array): string[] | undefined {
  try {
    const lines = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).split('\n');
    return lines.pop() === '' && lines.length > 0 ? lines : undefined;
  } catch {
    return undefined;
  }
}

const members: { readonly [Name in keyof NoticeRecord]: (value: Json | undefined) => boolean } = {
  format: isText,
  manifest: isText,
  channel: isText,
  sent: (value) => typeof value === 'string' && isDate(value),
  evidence: isText,
  by: isText,
};

function isRecord(line: string, manifest: string): boolean {
  const parsed = parseJsonObject(new TextEncoder().encode(line), noticeFormat);
  if (!('value' in parsed) || parsed.value.manifest !== manifest) return false;
  const { value } = parsed;
  return (
    Object.keys(value).every((name) => Object.hasOwn(members, name)) &&
    Object.entries(members).every(([name, isRight]) => isRight(value[name])) &&
    frozenJson(value as Json) === `${line}\n`
  );
}

/** Problems of the files that record notices, those of missing versions among them. */
export function noticeProblems(files: ArchiveFiles, versions: readonly ArchivedVersion[]): ArchiveProblem[] {
  const names = namesAtTop(files);
  const bySequence = new Map(versions.map((version) => [version.sequence, version]));
  return [...names].flatMap((name) => {
    const sequence = recordedSequence(name);
    if (sequence === undefined) return [];
    const version = bySequence.get(sequence);
    return version
      ? readNotices(files, version, names).problems
      : [archiveProblem('archive-unexpected-file', undefined, name, {})];
  });
}

/** Files of notices that do not begin with what they hold in an earlier copy of the archive. */
export function rewrittenNotices(files: ArchiveFiles, earlier: ArchiveFiles): ArchiveProblem[] {
  return earlier.list('').flatMap(({ name }) => {
    if (recordedSequence(name) === undefined) return [];
    const [before, now] = [earlier.read(name), files.read(name)];
    const kept = before && now && Buffer.compare(before, now.subarray(0, before.length)) === 0;
    return kept ? [] : [archiveProblem('archive-rewritten', undefined, name, {})];
  });
}

/** The process that writes, and whether another one runs. */
export interface Writer {
  readonly id: number;
  readonly isRunning: (id: number) => boolean;
}

const onlyOne: Writer = { id: 0, isRunning: () => false };

/** Whether another process, which runs, is about to write the notices of a version. */
function isWritten(folder: string, sequence: number, disk: ArchiveDisk, { id, isRunning }: Writer): boolean {
  const prefix = stagingFolder(sequence, '');
  return disk.list(folder).some(({ name, kind }) => {
    const other = kind === 'file' && name.startsWith(prefix) ? Number(name.split('-')[2]) : id;
    return other !== id && other > 0 && isRunning(other);
  });
}

/** Adds a record to the archive that is at a real path, and not to one that takes its place meanwhile. */
export function recordNotice(
  archive: string,
  sequence: number,
  record: NoticeRecord,
  writer: Writer = onlyOne,
): void {
  const add = (held: string): void => appendNotice(held, sequence, record, nodeDisk, writer);
  inHeldFolder(archive, add, () => {
    throw new Error('something else took its place at this moment');
  });
}

/**
 * Adds a record; the line is on the disk when this returns. One rename does it: killed or failing at any instant, the file
 * is the old one, or the old one and the line. Throws the system's error, and when something else than a file is in the way.
 */
export function appendNotice(
  archiveFolder: string,
  sequence: number,
  record: NoticeRecord,
  disk: ArchiveDisk = nodeDisk,
  writer: Writer = onlyOne,
): void {
  const path = join(archiveFolder, noticesFile(sequence));
  const read = (): Uint8Array => (disk.kindOf(path) === undefined ? new Uint8Array() : disk.read(path));
  const put = (bytes: Uint8Array, over: Uint8Array): void => {
    const name = stagingFolder(sequence, `${writer.id}-${disk.randomName()}`);
    try {
      disk.createFile(join(archiveFolder, name), bytes);
      // Of two that write at once, one at least sees the file of the other: nobody writes over what was not read.
      if (isWritten(archiveFolder, sequence, disk, writer) || Buffer.compare(read(), over) !== 0)
        throw new Error('somebody else writes to it at this moment');
      disk.moveFile(join(archiveFolder, name), path);
    } catch (error) {
      discardQuietly(archiveFolder, name, disk);
      throw error;
    }
  };
  const before = read();
  const after = Buffer.concat([before, new TextEncoder().encode(frozenJson(record as unknown as Json))]);
  put(after, before);
  try {
    disk.syncFolder(archiveFolder);
  } catch (error) {
    if (before.length > 0) put(before, after);
    else disk.remove(path);
    throw error;
  }
}
