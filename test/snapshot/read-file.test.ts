import { execFileSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readRegularFile } from '../../src/snapshot/read-file.ts';

/** The calls themselves; what happens after a look, and what was opened, is of each test. */
const { lstatSync: look, openSync: open } = fs;
let afterLook: () => void = () => undefined;
const opened: unknown[] = [];

beforeAll(() => {
  const looking = (...given: Parameters<typeof look>): unknown => {
    const found = look(...given);
    const once = afterLook;
    // What it does may look, too.
    afterLook = () => undefined;
    once();
    return found;
  };
  Object.assign(fs, { lstatSync: looking });
  fs.openSync = (...given) => {
    opened.push(given[0]);
    return open(...given);
  };
  syncBuiltinESMExports();
});
afterAll(() => {
  Object.assign(fs, { lstatSync: look, openSync: open });
  syncBuiltinESMExports();
});

let folder: string;
let path: string;
let beyond: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-read-'));
  path = join(folder, 'policy.yaml');
  beyond = join(folder, 'beyond');
  writeFileSync(beyond, 'somebody else’s');
  opened.length = 0;
});
afterEach(() => {
  afterLook = () => undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** What a request, or a process beside, can put in the place of a file. */
const strangers: readonly (readonly [string, string, () => void])[] = [
  ['a link', 'link', () => symlinkSync(beyond, path)],
  ['a link to nothing', 'link', () => symlinkSync(join(folder, 'nothing'), path)],
  ['a pipe', 'pipe', () => void execFileSync('mkfifo', [path])],
  ['a folder', 'folder', () => mkdirSync(path)],
];

describe('a file that is read', () => {
  it.each(strangers)(
    'is opened by nobody when %s is in its place: opening does things',
    (_, stranger, put) => {
      put();
      expect(readRegularFile(path, 100)).toMatchObject({ why: { args: { stranger } } });
      expect(opened).toEqual([]);
    },
  );

  it.each(strangers)('is not taken from %s that comes after the look', (_, stranger, put) => {
    writeFileSync(path, 'ours');
    afterLook = () => {
      rmSync(path);
      put();
    };
    expect(readRegularFile(path, 100)).toMatchObject({ why: { args: { stranger } } });
  });

  it.each(['EIO', 'EMFILE', 'ENOTCONN', 'ETIMEDOUT', 'Unknown system error -117'])(
    'is not passed over when the machine fails, which says nothing of it: %s',
    (code) => {
      writeFileSync(path, 'ours');
      afterLook = () => {
        throw Object.assign(new Error(`${code}: read`), { code, syscall: 'read' });
      };
      expect(() => readRegularFile(path, 100)).toThrow(`${code}: read '${path}'`);
    },
  );

  it('is no more than it may be, though it was less when it was looked at', () => {
    writeFileSync(path, 'ours');
    afterLook = () => writeFileSync(path, 'x'.repeat(101));
    expect(readRegularFile(path, 100)).toMatchObject({ why: expect.anything() });
    writeFileSync(path, 'ours');
    expect(readRegularFile(path, 100)).toEqual(Buffer.from('ours'));
  });
});
