import {
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
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/archive/disk.ts';
import { isLeftover } from '../../src/archive/layout.ts';
import { applyPlan } from '../../src/archive/store.ts';
import { createFile, replaceFiles } from '../../src/cli/replace-files.ts';
import { writeResult } from '../../src/cli/stranger.ts';
import { buildText } from '../../src/publish/build-record.ts';
import { placeFor } from '../../src/publish/output-place.ts';
import { writeSite } from '../../src/publish/write.ts';
import { inputFor, planned } from '../archive/archives.ts';

/**
 * A thread puts a link to somebody else's folder in the place of one that is written to, and takes it back, as fast as
 * it can: whatever is written meanwhile is written there or not at all, and what is elsewhere stays as it was.
 */
let folder = '';
let outside = '';
let swapper: Worker | undefined;

const swapping = `
const { workerData: { target, outside, stop } } = require('node:worker_threads');
const fs = require('node:fs');
const quietly = (act) => { try { act(); } catch {} };
const flag = new Int32Array(stop);
const pause = () => Atomics.wait(flag, 0, 0, Math.random() * 2);
const held = target + '.held';
while (Atomics.load(flag, 0) === 0) {
  // What is written to may be made anew while it is away: then that is swapped from now on.
  quietly(() => { if (!fs.lstatSync(target).isSymbolicLink()) { fs.rmSync(held, { recursive: true, force: true }); fs.renameSync(target, held); } });
  quietly(() => fs.symlinkSync(outside, target));
  pause();
  quietly(() => { if (fs.lstatSync(target).isSymbolicLink()) fs.unlinkSync(target); });
  quietly(() => { if (!fs.existsSync(target)) fs.renameSync(held, target); });
  pause();
}
`;

beforeEach(() => {
  const above = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-swaps-')));
  folder = join(above, 'work');
  outside = join(above, 'outside');
  mkdirSync(join(folder, 'there'), { recursive: true });
  mkdirSync(outside);
});
afterEach(async () => {
  await swapper?.terminate();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** What lies elsewhere, by path; what is left of a write that was given up has a name that no file of anybody's has. */
const elsewhere = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(outside, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && !isLeft(join(entry.parentPath, entry.name).slice(outside.length + 1)),
      )
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );

const isLeft = (path: string): boolean =>
  path.endsWith('.policyc-new') || isLeftover(path.split(sep)[0] ?? '');

/** Does something again and again while the folder is swapped. Says how often it was done, and how often refused. */
async function whileSwapped(
  act: (time: number) => void,
  name = '',
): Promise<{ done: number; refused: number }> {
  const before = elsewhere();
  const stop = new SharedArrayBuffer(4);
  const workerData = { target: join(folder, 'there', name), outside: join(outside, name), stop };
  swapper = new Worker(swapping, { eval: true, workerData });
  await new Promise((ready) => swapper?.once('online', ready));
  const counts = { done: 0, refused: 0 };
  const begun = Date.now();
  // As long as it takes to meet a swap: on a busy machine the other thread may not run at first.
  const goesOn = (): boolean => Date.now() < begun + (counts.refused > 0 ? 1500 : 60_000);
  for (let time = 0; goesOn(); time++)
    try {
      act(time);
      counts.done++;
    } catch {
      counts.refused++;
    }
  Atomics.store(new Int32Array(stop), 0, 1);
  await new Promise((ended) => swapper?.once('exit', ended));
  expect(elsewhere()).toEqual(before);
  return counts;
}

describe('a folder that is swapped for a link while it is written to', () => {
  it('takes no new file elsewhere', async () => {
    const counts = await whileSwapped((time) => createFile(folder, `there/n${time}.md`, 'new'));
    expect(counts.refused).toBeGreaterThan(0);
  });

  it('takes no file elsewhere that is replaced, nor the one that is there', async () => {
    for (const name of ['a', 'b']) {
      writeFileSync(join(folder, 'there', name), 'ours');
      writeFileSync(join(outside, name), 'theirs');
    }
    const counts = await whileSwapped((time) =>
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

  it('takes no page elsewhere, and removes none there', async () => {
    const siteOf = (time: number): ReadonlyMap<string, string> => {
      const pages = new Map(['a', 'deep/b', `c${time % 3}`].map((path) => [`${path}.html`, `${time}`]));
      const record = { format: 'policyc/build@1', asOf: '2022-01-01', next: null, policies: {} } as const;
      return new Map([...pages, ['build.json', buildText(record, pages)]]);
    };
    writeSite(join(folder, 'there'), siteOf(0));
    cpSync(join(folder, 'there'), outside, { recursive: true });
    const sources = { root: folder, policies: [] };
    const counts = await whileSwapped((time) => {
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

  it('takes no report elsewhere', async () => {
    writeFileSync(join(folder, 'there', 'report'), 'ours');
    writeFileSync(join(outside, 'report'), 'theirs');
    const counts = await whileSwapped((time) => {
      const path = join(folder, 'there/report');
      if (writeResult(folder, path, `${time}`) !== undefined) throw new Error('refused');
    });
    expect(counts.refused).toBeGreaterThan(0);
  });

  it.each([
    ['report', 'theirs'],
    ['of-nothing', undefined],
  ])('takes no report elsewhere: a link that comes as %s', async (name, theirs) => {
    if (theirs !== undefined) writeFileSync(join(outside, name), theirs);
    const path = join(folder, 'there', name);
    await whileSwapped((time) => {
      if (writeResult(folder, path, `${time}`) !== undefined) throw new Error('refused');
    }, name);
  });
});
