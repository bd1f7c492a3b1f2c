import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ArchiveDisk, folderFiles, nodeDisk } from '../../src/archive/disk.ts';
import { filesOf, walkFiles } from '../../src/archive/files.ts';
import { followArchive, partingOf } from '../../src/archive/follow.ts';
import { isLeftover } from '../../src/archive/layout.ts';
import { noticesFile } from '../../src/archive/notices.ts';
import { readArchive } from '../../src/archive/read.ts';
import { type Archive, archiveOf, writeArchive } from './archives.ts';
import { faulty, systemError } from './faults.ts';

const [ours, theirs] = [
  new Map(archiveOf('2021-10-24', '2022-07-01', '2022-09-01')).set(noticesFile(2), new Uint8Array([1])),
  new Map(archiveOf('2021-10-24', '2022-08-01')).set(noticesFile(2), new Uint8Array([2])),
];
const versionsOf = (archive: Archive) => readArchive(filesOf(archive)).versions;
const parting = partingOf(versionsOf(ours), versionsOf(theirs));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-follow-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Of the archive, what an interrupted run left apart. */
function filesThere(): Map<string, string> {
  const files = folderFiles(folder);
  const paths = walkFiles(files, '').filter(({ path }) => !isLeftover(path.split('/')[0] ?? ''));
  return new Map(paths.map(({ path }) => [path, Buffer.from(files.read(path) ?? []).toString('latin1')]));
}

function begin(): void {
  rmSync(folder, { recursive: true, force: true });
  writeArchive(folder, ours);
}

const follow = (disk: ArchiveDisk) => followArchive(folder, parting, filesOf(theirs), disk);

it('an archive that follows another is that one, or as it was, whatever fails: it says which', () => {
  begin();
  const before = filesThere();
  expect(follow(nodeDisk)).toEqual([]);
  const after = filesThere();
  expect([...after.keys()].some((path) => path.startsWith('0003/'))).toBe(false);
  const seen = { failed: 0, done: 0 };
  for (let at = 1, reached = true; reached; at++) {
    begin();
    reached = false;
    const failing = faulty(nodeDisk, (count) => {
      reached ||= count === at;
      return count === at ? systemError('EIO') : undefined;
    });
    const problems = follow(failing);
    expect(filesThere()).toEqual(problems.length > 0 ? before : after);
    seen[problems.length > 0 ? 'failed' : 'done'] += 1;
    expect(follow(nodeDisk)).toEqual([]);
    expect(filesThere()).toEqual(after);
  }
  expect(seen.failed).toBeGreaterThan(20);
});

it('an archive that follows another does so when it is asked again, wherever it was killed', () => {
  begin();
  follow(nodeDisk);
  const after = filesThere();
  for (let at = 1, reached = true; reached; at++) {
    begin();
    reached = false;
    follow(
      faulty(nodeDisk, (count) => {
        reached ||= count >= at;
        return count >= at ? systemError('killed') : undefined;
      }),
    );
    expect(follow(nodeDisk)).toEqual([]);
    expect(filesThere()).toEqual(after);
  }
});
