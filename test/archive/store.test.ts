import { execFileSync } from 'node:child_process';
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
import { folderFiles, nodeDisk } from '../../src/archive/disk.ts';
import { walkFiles } from '../../src/archive/files.ts';
import { recoverArchive } from '../../src/archive/recover.ts';
import { type Applied, applyPlan } from '../../src/archive/store.ts';
import { verifyArchive } from '../../src/archive/verify.ts';
import { messageOf } from '../../src/base/diagnostic.ts';
import { archiveOf, inputFor, planned, withPlan, writeArchive } from './archives.ts';
import { faulty, systemError } from './faults.ts';

const one = archiveOf('2021-10-24');
const plan = planned(inputFor(one, 'Statement 2.', { published: '2022-06-01', effective: '2022-07-01' }));
const rival = planned(inputFor(one, 'A rival.', { published: '2022-06-01', effective: '2022-07-01' }));
const two = withPlan(one, plan);

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'policyc-store-'));
  folder = join(parent, 'archive');
  writeArchive(folder, one);
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** Paths in order, each with its bytes, one character each: texts are compared in a fraction of the time of arrays. */
type Files = readonly (readonly [path: string, bytes: string])[];

const inOrder = (files: Iterable<readonly [string, Uint8Array]>): Files =>
  [...files]
    .map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** Every file on disk, hidden ones included. */
function onDisk(): Files {
  const files = folderFiles(folder);
  return inOrder(
    walkFiles(files, '').map(({ path }) => [path, files.read(path) ?? new Uint8Array()] as const),
  );
}

const codesOf = ({ problems }: Applied) => {
  for (const problem of problems) expect(messageOf(problem).reason).not.toBe('');
  return problems.map(({ code }) => code);
};

describe('storing a release', () => {
  it('writes the planned bytes and nothing else', () => {
    expect(applyPlan(folder, plan)).toEqual({ released: true, recovered: [], problems: [] });
    expect(onDisk()).toEqual(inOrder(two));
    expect(readdirSync(folder).sort()).toEqual(['.gitattributes', '0001', '0002']);
  });

  it('makes the archive with its first version', () => {
    rmSync(folder, { recursive: true });
    const first = planned(inputFor(new Map(), 'Statement 1.'));
    expect(applyPlan(folder, first).released).toBe(true);
    expect(onDisk()).toEqual(inOrder(withPlan(new Map(), first)));
    expect(readFileSync(join(folder, '.gitattributes'), 'utf8')).toBe('* -text -merge linguist-generated\n');
    expect(verifyArchive(folderFiles(folder)).problems).toEqual([]);
  });

  it('is checked by sha256sum alone', () => {
    applyPlan(folder, plan);
    for (const version of ['0001', '0002']) {
      const check = () =>
        execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
          cwd: join(folder, version),
          encoding: 'utf8',
          stdio: 'pipe',
        });
      const lines = check().trim().split('\n');
      const files = [...two.keys()].filter((path) => path.startsWith(`${version}/`));
      expect(lines.map((line) => line.replace(': OK', ''))).toEqual(
        files
          .map((path) => path.slice(5))
          .filter((path) => path !== 'SHA256SUMS')
          .sort(),
      );
      writeFileSync(join(folder, version, 'public/policy.en.md'), 'altered');
      expect(check).toThrow();
    }
  });

  it('refuses a number that is taken, and leaves nothing behind', () => {
    applyPlan(folder, plan);
    expect(codesOf(applyPlan(folder, rival))).toEqual(['store-version-exists']);
    expect(onDisk()).toEqual(inOrder(two));
  });

  it('refuses when the head moved after planning', () => {
    const third = planned(inputFor(two, 'Third.', { published: '2023-01-01', effective: '2023-01-01' }));
    expect(codesOf(applyPlan(folder, third))).toEqual(['store-head-moved']);
    applyPlan(folder, rival);
    expect(codesOf(applyPlan(folder, third))).toEqual(['store-head-moved']);
  });

  it('never replaces a file, a link or a folder that stands where the version belongs', () => {
    mkdirSync(join(folder, '0002'));
    expect(codesOf(applyPlan(folder, plan))).toEqual(['store-version-exists']);
    rmSync(join(folder, '0002'), { recursive: true });
    symlinkSync(parent, join(folder, '0002'));
    expect(codesOf(applyPlan(folder, plan))).toEqual(['store-version-exists']);
    rmSync(folder, { recursive: true });
    symlinkSync(parent, folder);
    expect(codesOf(applyPlan(folder, plan))).toEqual(['store-failed']);
    expect(readdirSync(parent)).toEqual(['archive']);
  });
});

describe('what reaches the disk', () => {
  it('is synced from the leaves up before the rename, and the archive after it', () => {
    const dirty = new Set<string>();
    let synced = false;
    const disk = faulty(nodeDisk, (_, operation, target) => {
      const above = join(target, '..');
      if (operation === 'syncFolder') {
        const below = [...dirty].filter((path) => path !== folder && path.startsWith(`${target}/`));
        expect(below).toEqual([]);
        dirty.delete(target);
        synced = target === folder;
      } else if (operation === 'moveFolder') {
        expect([...dirty].filter((path) => path !== folder)).toEqual([]);
        dirty.add(above);
      } else {
        dirty.add(above);
        if (operation === 'makeFolder') dirty.add(target);
      }
      return undefined;
    });
    rmSync(folder, { recursive: true });
    expect(applyPlan(folder, planned(inputFor(new Map(), 'Statement 1.')), disk).released).toBe(true);
    expect(synced).toBe(true);
    expect([...dirty]).toEqual([]);
  });
});

describe('a disk that fails', () => {
  const operations = countOperations();

  it.each(['ENOSPC', 'EACCES', 'EIO'])(
    'once with %s, at any operation, leaves the old or the new',
    (code) => {
      for (let at = 1; at <= operations; at++) {
        rmSync(folder, { recursive: true });
        writeArchive(folder, one);
        const applied = applyPlan(
          folder,
          plan,
          faulty(nodeDisk, (count) => (count === at ? systemError(code) : undefined)),
        );
        expect(onDisk()).toEqual(inOrder(applied.released ? two : one));
        expect(codesOf(applied)).toEqual([at === operations ? 'store-not-synced' : 'store-failed']);
      }
    },
  );

  it('whenever something is to be renamed leaves the old, and nothing of the new beside it', () => {
    const renames = faulty(nodeDisk, (_, operation) =>
      operation === 'moveFolder' ? systemError('EACCES') : undefined,
    );
    expect(codesOf(applyPlan(folder, plan, renames))).toEqual(['store-failed']);
    expect(onDisk()).toEqual(inOrder(one));
    expect(readdirSync(folder).sort()).toEqual(['.gitattributes', '0001']);
  });

  it('while an archive begins leaves none, unless its first version is whole', () => {
    const first = planned(inputFor(new Map(), 'Statement 1.'));
    const left = new Set<string>();
    for (const lasts of [false, true])
      for (let at = 1, met = true; met; at++) {
        rmSync(folder, { recursive: true, force: true });
        met = false;
        const { released } = applyPlan(
          folder,
          first,
          faulty(nodeDisk, (count, operation) => {
            met ||= count === at;
            const fails = lasts ? count >= at && operation !== 'remove' : count === at;
            return fails ? systemError('ENOSPC') : undefined;
          }),
        );
        if (released) continue;
        left.add(existsSync(folder) ? readdirSync(folder).sort().join(' ') : 'nothing');
        expect(applyPlan(folder, first)).toMatchObject({ released: true, problems: [] });
      }
    // When the rename alone fails, the attributes are there: another first release may rest on them by now.
    expect([...left].filter((one) => !one.includes('staging')).sort()).toEqual(['.gitattributes', 'nothing']);
  });

  it('from some operation on leaves the old or the new, and the next run cleans up', () => {
    for (let at = 1; at <= operations; at++) {
      rmSync(folder, { recursive: true });
      writeArchive(folder, one);
      const applied = applyPlan(
        folder,
        plan,
        faulty(nodeDisk, (count) => (count >= at ? systemError('EROFS') : undefined)),
      );
      expect(applied.problems).toHaveLength(1);
      const report = verifyArchive(folderFiles(folder));
      expect(report.problems).toEqual([]);
      expect(report.versions).toHaveLength(applied.released ? 2 : 1);
      if (applied.released) continue;
      const next = applyPlan(folder, plan);
      expect(next).toMatchObject({ released: true, problems: [] });
      expect(next.recovered.map((leftover) => leftover.folder)).toEqual(report.leftovers);
      expect(onDisk()).toEqual(inOrder(two));
    }
  });

  function countOperations(): number {
    const scratch = mkdtempSync(join(tmpdir(), 'policyc-count-'));
    try {
      let total = 0;
      writeArchive(join(scratch, 'archive'), one);
      applyPlan(
        join(scratch, 'archive'),
        plan,
        faulty(nodeDisk, (count) => {
          total = count;
          return undefined;
        }),
      );
      return total;
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
});

describe('two releases of one number', () => {
  it('interleaved at any operation: one wins, the other is told and leaves nothing', () => {
    const outcomes = new Set<string>();
    for (let at = 1; ; at++) {
      rmSync(folder, { recursive: true });
      writeArchive(folder, one);
      const others: Applied[] = [];
      const mine = applyPlan(
        folder,
        plan,
        faulty(nodeDisk, (count) => {
          if (count === at) others.push(applyPlan(folder, rival));
          return undefined;
        }),
      );
      const [other] = others;
      if (!other) break;
      expect([mine.released, other.released].filter(Boolean)).toHaveLength(1);
      expect(onDisk()).toEqual(inOrder(mine.released ? two : withPlan(one, rival)));
      outcomes.add(`${codesOf(mine)}|${codesOf(other)}`);
    }
    // The rival came first, cleared the other away, or came too late.
    expect([...outcomes].sort()).toEqual(['store-version-exists|', '|store-version-exists'].sort());
  });

  it('one cleared away by the other: it is told, and publishes nothing', () => {
    const outcomes = new Set<string>();
    for (let at = 1; at <= 30; at++) {
      rmSync(folder, { recursive: true });
      writeArchive(folder, one);
      // The other release clears the staging folders away and fails before it writes its own.
      const mine = applyPlan(
        folder,
        plan,
        faulty(nodeDisk, (count) => {
          if (count === at) recoverArchive(folder);
          return undefined;
        }),
      );
      expect(onDisk()).toEqual(inOrder(mine.released ? two : one));
      outcomes.add(`${mine.released} ${codesOf(mine)}`);
    }
    expect([...outcomes].sort()).toEqual(['false store-taken-over', 'true ']);
  });
});

describe('recovery', () => {
  it('half done when the other release commits publishes no half', () => {
    const halfway = {
      ...nodeDisk,
      remove: (path: string) => rmSync(join(path, 'public'), { recursive: true, force: true }),
    };
    const version = join(folder, '0002');
    const mine = applyPlan(
      folder,
      plan,
      faulty(nodeDisk, (_, operation, target) => {
        if (operation === 'moveFolder' && target === version) recoverArchive(folder, halfway);
        return undefined;
      }),
    );
    expect(codesOf(mine)).toEqual(['store-taken-over']);
    const report = verifyArchive(folderFiles(folder));
    expect([report.problems, report.versions.length, report.leftovers.length]).toEqual([[], 1, 1]);
  });

  it('removes what interrupted releases left, says what, and touches nothing else', () => {
    for (const name of ['.staging-0002-abc/public', '.discarded-abc', '.staging-abc']) {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, 'x'), 'x');
    }
    mkdirSync(join(folder, '.other'));
    expect(recoverArchive(folder)).toEqual([
      { folder: '.discarded-abc', sequence: undefined },
      { folder: '.staging-0002-abc', sequence: 2 },
      { folder: '.staging-abc', sequence: undefined },
    ]);
    expect(readdirSync(folder).sort()).toEqual(['.gitattributes', '.other', '0001']);
    expect(recoverArchive(folder)).toEqual([]);
    expect(recoverArchive(join(parent, 'nothing'))).toEqual([]);
  });

  it('removes a link, not what it points to', () => {
    writeFileSync(join(parent, 'kept'), 'kept');
    symlinkSync(parent, join(folder, '.staging-0002-link'));
    recoverArchive(folder);
    expect(readdirSync(parent).sort()).toEqual(['archive', 'kept']);
    expect(readdirSync(folder).sort()).toEqual(['.gitattributes', '0001']);
  });
});
