import fs, {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/archive/disk.ts';
import { isLeftover } from '../../src/archive/layout.ts';
import { noticeFormat, recordNotice } from '../../src/archive/notices.ts';
import { applyPlan } from '../../src/archive/store.ts';
import { createFile, replaceFiles } from '../../src/cli/replace-files.ts';
import { writeResult } from '../../src/cli/stranger.ts';
import { buildText } from '../../src/publish/build-record.ts';
import { placeFor } from '../../src/publish/output-place.ts';
import { writeSite } from '../../src/publish/write.ts';
import { inputFor, planned } from '../archive/archives.ts';

/**
 * Somebody puts a link to a folder of theirs in the place of one that is written to, at every moment that there is: before
 * each operation of the disk, to stay, until the next one, or whenever something is done and never when it is looked at.
 * Whatever is written then is written there or not at all, and what is elsewhere stays as it was.
 */
let folder = '';
let outside = '';

beforeEach(() => {
  const above = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-swaps-')));
  folder = join(above, 'work');
  outside = join(above, 'outside');
  mkdirSync(join(folder, 'there'), { recursive: true });
  mkdirSync(outside);
});
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** The files below a folder. */
const filesIn = (above: string): string[] =>
  readdirSync(above, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name).slice(above.length + 1)] : [],
  );

/** What lies elsewhere, by path; what is left of a write that was given up has a name that no file of anybody's has. */
const elsewhere = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filesIn(outside)
      .filter((path) => !isLeft(path))
      .map((path) => [path, readFileSync(join(outside, path), 'utf8')]),
  );

const isLeft = (path: string): boolean =>
  path.endsWith('.policyc-new') || isLeftover(path.split(sep)[0] ?? '');

type Operation = (...args: unknown[]) => unknown;

/** Every operation of the disk that a program can wait for. */
const operations = Object.entries(fs as unknown as Readonly<Record<string, Operation>>).filter(
  ([name, one]) => name.endsWith('Sync') && typeof one === 'function',
);

const looks = /^(?:access|exists|fstat|lstat|opendir|read|realpath|stat)/;

/** Whether an operation only looks at what is there: so does one that opens a folder. */
const isLook = (name: string, [, flags]: readonly unknown[]): boolean =>
  looks.test(name) || (typeof flags === 'number' && (flags & fs.constants.O_DIRECTORY) !== 0);

/** Does something, and something else before each of its operations of the disk. How many there were, and whether it was refused. */
function watched(
  act: () => void,
  before: (at: number, isLook: boolean) => void,
): { count: number; refused: boolean } {
  let count = 0;
  let isWatching = true;
  const put = (all: readonly (readonly [string, Operation])[]): void => {
    Object.assign(fs, Object.fromEntries(all));
    syncBuiltinESMExports();
  };
  const seen = operations.map(([name, one]) => {
    const operation = (...args: unknown[]): unknown => {
      // What is done before it is not watched itself, nor what somebody who has kept the operation does later.
      if (isWatching) {
        isWatching = false;
        before(count++, isLook(name, args));
        isWatching = true;
      }
      return one(...args);
    };
    return [name, Object.assign(operation, one)] as const;
  });
  put(seen);
  try {
    act();
    return { count, refused: false };
  } catch {
    return { count, refused: true };
  } finally {
    isWatching = false;
    put(operations);
  }
}

/** When the link is there, of the operations from one on. */
const swaps: Readonly<Record<string, (at: number, now: number, isLook: boolean) => boolean>> = {
  'to stay': (at, now) => now >= at,
  'for a moment': (at, now) => now === at,
  'whenever something is done': (at, now, looks) => now >= at && !looks,
};

/** Does something with the folder, or a name in it, swapped at each moment. Says how often it was done, and how often refused. */
function whileSwapped(act: (time: number) => void, name = ''): { done: number; refused: number } {
  const target = join(folder, 'there', name);
  const [held, whole, there] = [`${target}.held`, join(folder, 'whole'), join(folder, 'there')];
  const {
    renameSync: move,
    symlinkSync: link,
    unlinkSync: unlink,
    lstatSync: look,
    existsSync: has,
    rmSync: remove,
  } = fs;
  const isLink = (): boolean => look(target, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const swap = (): void => {
    if (isLink()) return;
    // What was made anew while the first was away is what is swapped from now on.
    if (has(target)) {
      remove(held, { recursive: true, force: true });
      move(target, held);
    }
    link(join(outside, name), target);
  };
  const takeBack = (): void => {
    if (isLink()) unlink(target);
    if (!has(target) && has(held)) move(held, target);
  };
  const before = elsewhere();
  cpSync(there, whole, { recursive: true });
  // What is there for a while lies elsewhere too, so that it can be put where it belongs there.
  const passing = new Set<string>();
  const untouched = watched(
    () => act(0),
    () => {
      for (const path of filesIn(join(folder, 'there'))) if (isLeft(path)) passing.add(path);
    },
  );
  expect(untouched).toEqual({ count: expect.any(Number), refused: false });
  const counts = { done: 0, refused: 0 };
  for (let at = 0; at < untouched.count; at++)
    for (const [when, isSwapped] of Object.entries(swaps)) {
      for (const old of [held, there]) rmSync(old, { recursive: true, force: true });
      cpSync(whole, there, { recursive: true });
      for (const path of passing) {
        mkdirSync(dirname(join(outside, path)), { recursive: true });
        writeFileSync(join(outside, path), 'passing');
      }
      const { refused } = watched(
        () => act(at + 1),
        (now, isLook) => (isSwapped(at, now, isLook) ? swap() : takeBack()),
      );
      takeBack();
      expect(elsewhere(), `from operation ${at} on, ${when}`).toEqual(before);
      counts[refused ? 'refused' : 'done'] += 1;
    }
  return counts;
}

describe('a folder that is swapped for a link while it is written to', () => {
  it('takes no new file elsewhere', () => {
    const counts = whileSwapped((time) => createFile(folder, `there/n${time}.md`, 'new'));
    expect(counts.refused).toBeGreaterThan(0);
  });

  it('takes no file elsewhere that is replaced, nor the one that is there', () => {
    for (const name of ['a', 'b']) {
      writeFileSync(join(folder, 'there', name), 'ours');
      writeFileSync(join(outside, name), 'theirs');
    }
    const counts = whileSwapped((time) =>
      replaceFiles(
        folder,
        new Map([
          ['there/a', `${time}`],
          ['there/b', `${time}`],
        ]),
      ),
    );
    expect(counts.refused).toBeGreaterThan(0);
  });

  it('takes no page elsewhere, and removes none there', () => {
    const siteOf = (time: number): ReadonlyMap<string, string> => {
      const pages = new Map(['a', 'deep/b', `c${time % 3}`].map((path) => [`${path}.html`, `${time}`]));
      const record = { format: 'policyc/build@1', asOf: '2022-01-01', next: null, policies: {} } as const;
      return new Map([...pages, ['build.json', buildText(record, pages)]]);
    };
    writeSite(join(folder, 'there'), siteOf(0));
    cpSync(join(folder, 'there'), outside, { recursive: true });
    const sources = { root: folder, policies: [] };
    const counts = whileSwapped((time) => {
      const place = placeFor(join(folder, 'there'), sources, false);
      if ('refused' in place || 'refused' in writeSite(place.real, siteOf(time))) throw new Error('refused');
    });
    expect(counts.refused).toBeGreaterThan(0);
  });

  it('takes no version elsewhere, whichever operation it is swapped before', () => {
    const plan = planned(
      inputFor(new Map(), 'We keep it.', { published: '2022-06-01', effective: '2022-07-01' }),
    );
    const archive = join(folder, 'there');
    let operations = 0;
    let swapAt = -1;
    const swappedBefore =
      <Arguments extends unknown[]>(act: (...args: Arguments) => void) =>
      (...args: Arguments): void => {
        if (operations++ === swapAt) {
          renameSync(archive, join(folder, 'held'));
          symlinkSync(outside, archive);
        }
        act(...args);
      };
    const { makeFolder, createFile: create, moveFile, moveFolder, syncFolder } = nodeDisk;
    const disk = {
      ...nodeDisk,
      ...{
        makeFolder: swappedBefore(makeFolder),
        createFile: swappedBefore(create),
        syncFolder: swappedBefore(syncFolder),
      },
      ...{ moveFile: swappedBefore(moveFile), moveFolder: swappedBefore(moveFolder) },
    };
    applyPlan(archive, plan, disk);
    const [all, released] = [operations, readdirSync(archive)];
    expect(released).toContain('0001');
    for (swapAt = 0; swapAt < all - 1; swapAt++) {
      rmSync(archive, { recursive: true, force: true });
      rmSync(join(folder, 'held'), { recursive: true, force: true });
      mkdirSync(archive);
      operations = 0;
      expect(applyPlan(archive, plan, disk).released, `before operation ${swapAt}`).toBe(false);
      expect(elsewhere(), `before operation ${swapAt}`).toEqual({});
    }
  });

  it('takes no recorded notice elsewhere, nor over one that is there', () => {
    writeFileSync(join(outside, '0001.notices.jsonl'), 'theirs');
    const record = {
      format: noticeFormat,
      manifest: 'x',
      channel: 'c',
      sent: '2022-06-01',
      by: 'me',
    } as const;
    const counts = whileSwapped((time) =>
      recordNotice(join(folder, 'there'), 1, { ...record, evidence: `${time}` }),
    );
    expect(counts.refused).toBeGreaterThan(0);
  });

  it('takes no report elsewhere', () => {
    writeFileSync(join(folder, 'there', 'report'), 'ours');
    writeFileSync(join(outside, 'report'), 'theirs');
    const counts = whileSwapped((time) => {
      const path = join(folder, 'there/report');
      if (writeResult(folder, path, `${time}`) !== undefined) throw new Error('refused');
    });
    expect(counts.refused).toBeGreaterThan(0);
  });

  it.each([
    ['report', 'theirs'],
    ['of-nothing', undefined],
  ])('takes no report elsewhere: a link that comes as %s', (name, theirs) => {
    if (theirs !== undefined) writeFileSync(join(outside, name), theirs);
    const path = join(folder, 'there', name);
    whileSwapped((time) => {
      if (writeResult(folder, path, `${time}`) !== undefined) throw new Error('refused');
    }, name);
  });
});
