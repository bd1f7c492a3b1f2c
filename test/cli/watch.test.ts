import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Followed, onEdits } from '../../src/cli/watch.ts';

let root = '';
let close = (): void => {};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policyc-watch-'));
});
afterEach(() => {
  close();
  rmSync(root, { recursive: true, force: true });
});

/** Follows `policy` and `policyc.yaml`, and calls `build` with the number of each build, from 1. */
async function follow(build: (count: number) => void | Promise<void> = () => {}): Promise<() => number> {
  const followed: Followed = {
    files: [join(root, 'policyc.yaml')],
    folders: [join(root, 'deep/policy')],
    root,
    isEntered: (folder) => basename(folder) !== 'apart',
  };
  let count = 0;
  const failed = (error: unknown): never => expect.fail(String(error));
  ({ close } = await onEdits(
    () => followed,
    () => build(++count),
    failed,
  ));
  return () => count;
}

const make = (path: string): void => void mkdirSync(join(root, path), { recursive: true });
const write = (path: string, text = ''): void => writeFileSync(join(root, path), text);
const atLeast = (builds: () => number, count: number): Promise<void> =>
  expect.poll(builds, { timeout: 60_000 }).toBeGreaterThanOrEqual(count);
/** Until what was heard so far has been built, and nothing more is. */
async function settled(builds: () => number): Promise<number> {
  for (let before = -1; ; ) {
    if (builds() === before) return before;
    before = builds();
    await new Promise((done) => setTimeout(done, 400));
  }
}

describe('what is followed', () => {
  it('is built again after an edit that a build was too early for, in a folder that came back before it', async () => {
    make('deep/policy/chapters');
    const builds = await follow((count) => {
      if (count === 3) write('deep/policy/chapters/data.yaml', 'read too early');
    });
    renameSync(join(root, 'deep'), join(root, 'away'));
    await atLeast(builds, 2);
    renameSync(join(root, 'away'), join(root, 'deep'));
    await atLeast(builds, 4);
  });

  it('may be gone with the folders above it, and is heard to come step by step', async () => {
    const builds = await follow();
    make('deep');
    await settled(builds);
    make('deep/policy');
    await settled(builds);
    make('deep/policy/chapters/more');
    const before = await settled(builds);
    write('deep/policy/chapters/more/data.yaml');
    await atLeast(builds, before + 1);
  });

  it('is what is said, and nothing beside it', async () => {
    make('deep/policy/apart/far');
    make('deep/other');
    const builds = await follow();
    write('notes.txt');
    write('deep/other/notes.txt');
    write('deep/policy/apart/far/notes.txt');
    write('deep/policy/apart/notes.txt');
    expect(await settled(builds)).toBe(1);
    write('policyc.yaml');
    await atLeast(builds, 2);
  });

  it('is built by one build at a time, the first as well', async () => {
    make('deep/policy');
    let [now, most] = [0, 0];
    const builds = await follow(async (count) => {
      most = Math.max(most, ++now);
      if (count < 4) write('deep/policy/data.yaml', String(count));
      await new Promise((done) => setTimeout(done, 300));
      now -= 1;
    });
    await atLeast(builds, 4);
    expect(most).toBe(1);
  });

  it('is heard of no more once it is closed, or when it could not be built at first', async () => {
    make('deep/policy');
    const builds = await follow();
    close();
    write('deep/policy/data.yaml');
    expect(await settled(builds)).toBe(1);
    await expect(follow(() => Promise.reject(new Error('not today')))).rejects.toThrow('not today');
  });
});
