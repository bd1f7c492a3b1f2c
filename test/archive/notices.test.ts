import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArchiveDisk, folderFiles, nodeDisk } from '../../src/archive/disk.ts';
import { filesOf } from '../../src/archive/files.ts';
import { isLeftover } from '../../src/archive/layout.ts';
import {
  appendNotice,
  type NoticeRecord,
  noticeFormat,
  noticesFile,
  readNotices,
} from '../../src/archive/notices.ts';
import { readArchive } from '../../src/archive/read.ts';
import { verifyArchive } from '../../src/archive/verify.ts';
import { canonicalJson, type Json } from '../../src/base/canonical.ts';
import { messageOf } from '../../src/base/diagnostic.ts';
import { archiveOf, writeArchive } from './archives.ts';
import { faulty, systemError } from './faults.ts';

const two = archiveOf('2021-10-24', '2022-07-01');
const [, second] = readArchive(filesOf(two)).versions;
if (!second) throw new Error('no second version');
const file = noticesFile(2);
const record: NoticeRecord = {
  format: noticeFormat,
  manifest: second.hash,
  channel: 'announcement',
  sent: '2022-06-01',
  evidence: 'Ticket 17',
  by: 'counsel',
};
const line = (more: object = {}): string => `${canonicalJson({ ...record, ...more } as unknown as Json)}\n`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const withNotices = (text: string, name = file) => filesOf(new Map(two).set(name, bytes(text)));
const found = (text: string, earlier?: string): string[] =>
  verifyArchive(
    withNotices(text),
    earlier === undefined ? {} : { prefix: withNotices(earlier) },
  ).problems.map((problem) => `${problem.code}: ${messageOf(problem).reason}`);

describe('the record of notices beside a version', () => {
  it('is part of the archive, and no part of the version', () => {
    const report = verifyArchive(withNotices(line() + line({ channel: 'push' })));
    const bare = verifyArchive(filesOf(two));
    expect(report).toEqual(bare);
    expect(readNotices(withNotices(line() + line({ channel: 'push' })), second).records).toEqual([
      record,
      { ...record, channel: 'push' },
    ]);
    expect(readNotices(filesOf(two), second)).toEqual({ records: [], problems: [] });
  });

  it.each([
    ['another version’s manifest', line() + line({ manifest: '0'.repeat(64) }), 'line 2 records no notice'],
    ['no date', line({ sent: '2022-02-30' }), 'line 1 records no notice'],
    ['no evidence', line({ evidence: '' }), 'line 1 records no notice'],
    ['something unknown', line({ more: 1 }), 'line 1 records no notice'],
    ['another format', line({ format: 'policyc/notice@2' }), 'line 1 records no notice'],
    ['a form that is not canonical', line().replace('{', '{ '), 'line 1 records no notice'],
    ['a line that is cut short', line() + line().slice(0, 20), 'cut short'],
    ['no end of its last line', line().trimEnd(), 'cut short'],
    ['an empty line', `${line()}\n`, 'line 2 records no notice'],
    ['nothing', '', 'cut short'],
  ])('with %s is found out', (_, text, why) => {
    expect(found(text)).toEqual([expect.stringContaining(why)]);
    expect(readNotices(withNotices(text), second).records).toEqual([]);
  });

  it('may grow, and not change, against an earlier copy', () => {
    const [one, more] = [line(), line({ channel: 'push' })];
    expect(found(one + more, one)).toEqual([]);
    for (const changed of [line({ evidence: 'Ticket 71' }) + more, more + one, line({ sent: '2022-06-02' })])
      expect(found(changed, one)).toEqual([expect.stringContaining('archive-rewritten')]);
    expect(found(one, one + more)).toEqual([expect.stringContaining('archive-rewritten')]);
    const gone = verifyArchive(filesOf(two), { prefix: withNotices(one) });
    expect(gone.problems.map(({ code, file }) => [code, file])).toEqual([['archive-rewritten', file]]);
    expect(gone.attestedThrough).toBe(2);
  });

  it('belongs to a version that there is', () => {
    const { problems } = verifyArchive(withNotices(line(), noticesFile(3)));
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['archive-unexpected-file', noticesFile(3)],
    ]);
  });
});

describe('appending to it', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policyc-notices-'));
    writeArchive(folder, two);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const now = (): string => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '');
  const begin = (text: string): void => {
    rmSync(join(folder, file), { force: true });
    if (text !== '') writeFileSync(join(folder, file), text);
  };
  /** Whether it fails. */
  const attempt = (disk: ArchiveDisk): boolean => {
    try {
      appendNotice(folder, 2, record, disk);
      return false;
    } catch {
      return true;
    }
  };

  it('leaves every byte that was there', () => {
    appendNotice(folder, 2, record);
    appendNotice(folder, 2, { ...record, channel: 'push' });
    expect(readFileSync(join(folder, file), 'utf8')).toBe(line() + line({ channel: 'push' }));
    for (const [path, content] of two)
      expect(new Uint8Array(readFileSync(join(folder, path)))).toEqual(content);
    expect(verifyArchive(folderFiles(folder)).problems).toEqual([]);
  });

  it.each(['', line({ channel: 'push' })])(
    'leaves what was there or that and the line, whenever the program is killed, and goes through again: %j',
    (before) => {
      const seen = new Set<string>();
      for (let at = 1; ; at++)
        for (const half of [false, true]) {
          begin(before);
          let reached = false;
          const killed = faulty(nodeDisk, (count, operation, target, written) => {
            if (count === at && half && operation === 'createFile')
              writeFileSync(target, written.subarray(0, written.length / 2));
            reached ||= count >= at;
            return count >= at ? systemError('killed') : undefined;
          });
          attempt(killed);
          seen.add(now());
          expect(verifyArchive(folderFiles(folder)).problems).toEqual([]);
          if (now() === before) appendNotice(folder, 2, record);
          expect(now()).toBe(before + line());
          if (!reached) return expect([...seen]).toEqual([before, before + line()]);
        }
    },
  );

  it.each(['', line({ channel: 'push' })])(
    'is all on the disk, its name too, or nothing is there: %j',
    (before) => {
      for (let at = 1, fails = true; fails; at++) {
        begin(before);
        fails = attempt(faulty(nodeDisk, (count) => (count === at ? systemError('EIO') : undefined)));
        expect(now()).toBe(fails ? before : before + line());
        expect(readdirSync(folder).filter((name) => isLeftover(name))).toEqual([]);
      }
    },
  );

  it('takes away nothing that somebody else records at this moment', () => {
    const other = line({ channel: 'push' });
    const late = {
      ...nodeDisk,
      createFile: (path: string, content: Uint8Array) => {
        nodeDisk.createFile(path, content);
        writeFileSync(join(folder, file), other);
      },
    };
    expect(() => appendNotice(folder, 2, record, late)).toThrow('somebody else');
    expect(now()).toBe(other);
  });

  it('loses no line that another one records between any two steps, unless it says so', () => {
    const other = { ...record, evidence: 'Ticket 18' };
    for (let at = 1, isReached = true; isReached; at++) {
      begin('');
      isReached = false;
      let told = 0;
      const append = (one: NoticeRecord, disk: ArchiveDisk, id: number): void => {
        try {
          appendNotice(folder, 2, one, disk, { id, isRunning: () => true });
          told++;
        } catch (error) {
          expect(String(error)).toContain('somebody else');
        }
      };
      let count = 0;
      const step =
        <Given extends readonly unknown[], Result>(act: (...given: Given) => Result) =>
        (...given: Given): Result => {
          if (++count === at) {
            isReached = true;
            append(other, nodeDisk, 2);
          }
          return act(...given);
        };
      const { kindOf, read, createFile, list, moveFile, syncFolder, remove } = nodeDisk;
      const slow = { kindOf: step(kindOf), read: step(read), createFile: step(createFile), list: step(list) };
      const disk = {
        ...nodeDisk,
        ...slow,
        moveFile: step(moveFile),
        syncFolder: step(syncFolder),
        remove: step(remove),
      };
      append(record, disk, 1);
      expect(now().split('\n').length - 1, String(at)).toBe(told);
      expect(told, String(at)).toBeGreaterThan(0);
      expect(readdirSync(folder).filter((name) => isLeftover(name))).toEqual([]);
    }
  });

  it('follows no link, and writes to nothing else than a file', () => {
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, 'mine');
    symlinkSync(elsewhere, join(folder, file));
    expect(() => appendNotice(folder, 2, record)).toThrow();
    expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
    mkdirSync(join(folder, noticesFile(1)));
    expect(() => appendNotice(folder, 1, record)).toThrow();
  });
});
