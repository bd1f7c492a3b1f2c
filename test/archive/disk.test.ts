import fs, { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/archive/disk.ts';

/** What the disk is asked for, in order: whoever imports from `node:fs` sees a call that was put in the place of another. */
const calls: string[] = [];
const { writeFileSync: writing, fsyncSync: syncing, closeSync: closing } = fs;

beforeAll(() => {
  const told =
    <Given extends unknown[]>(name: string, call: (...given: Given) => void) =>
    (...given: Given): void => {
      calls.push(name);
      call(...given);
    };
  fs.writeFileSync = told('write', writing);
  fs.fsyncSync = told('sync', syncing);
  fs.closeSync = told('close', closing);
  syncBuiltinESMExports();
});
afterAll(() => {
  Object.assign(fs, { writeFileSync: writing, fsyncSync: syncing, closeSync: closing });
  syncBuiltinESMExports();
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the disk', () => {
  it('syncs a file after writing and before closing it', () => {
    calls.length = 0;
    nodeDisk.createFile(join(folder, 'a'), new Uint8Array([1, 2]));
    expect(calls).toEqual(['write', 'sync', 'close']);
    expect([...readFileSync(join(folder, 'a'))]).toEqual([1, 2]);
  });

  it('syncs a folder', () => {
    calls.length = 0;
    nodeDisk.syncFolder(folder);
    expect(calls).toEqual(['sync', 'close']);
  });

  it('never writes over what is there, nor through a link', () => {
    writeFileSync(join(folder, 'a'), 'kept');
    symlinkSync(join(folder, 'beyond'), join(folder, 'link'));
    expect(() => nodeDisk.createFile(join(folder, 'a'), new Uint8Array())).toThrow('EEXIST');
    expect(() => nodeDisk.createFile(join(folder, 'link'), new Uint8Array())).toThrow('EEXIST');
    expect(() => nodeDisk.makeFolder(join(folder, 'a'))).toThrow('EEXIST');
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('kept');
    expect(nodeDisk.kindOf(join(folder, 'beyond'))).toBeUndefined();
  });

  it('moves no folder onto one that is not empty', () => {
    for (const name of ['from', 'to']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'x'), name);
    }
    expect(() => nodeDisk.moveFolder(join(folder, 'from'), join(folder, 'to'))).toThrow();
    expect(readFileSync(join(folder, 'to/x'), 'utf8')).toBe('to');
  });

  it('tells files, folders and everything else apart without following links', () => {
    writeFileSync(join(folder, 'a'), '');
    mkdirSync(join(folder, 'b'));
    symlinkSync(folder, join(folder, 'c'));
    const kinds = nodeDisk.list(folder).map(({ name, kind }) => `${name} ${kind}`);
    expect(kinds.sort()).toEqual(['a file', 'b folder', 'c other']);
    expect(['a', 'b', 'c', 'd'].map((name) => nodeDisk.kindOf(join(folder, name)))).toEqual([
      'file',
      'folder',
      'other',
      undefined,
    ]);
  });
});
