import {
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
import { createFile, createFiles, replaceFiles } from '../../src/cli/replace-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-new-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a new file', () => {
  it('never takes the place of another, and leaves nothing beside it', () => {
    expect(createFile(folder, 'changes/a.md', 'one')).toBe('changes/a.md');
    expect(createFile(folder, 'changes/a.md', 'two')).toBe('changes/a-2.md');
    expect(createFile(folder, 'changes/a.md', 'three')).toBe('changes/a-3.md');
    expect(readdirSync(join(folder, 'changes')).sort()).toEqual(['a-2.md', 'a-3.md', 'a.md']);
    expect(readFileSync(join(folder, 'changes/a.md'), 'utf8')).toBe('one');
  });

  it('comes with all that come with it, or none does and their folder is gone', () => {
    const file = (path: string) => ({ folder, path, text: path });
    mkdirSync(join(folder, 'other'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'other/c.md'));
    const irregular = [file('changes/a.md'), file('changes/a.md'), file('other/c.md')];
    expect(() => createFiles(irregular)).toThrow(/path-irregular/);
    expect([readdirSync(folder), readdirSync(join(folder, 'other'))]).toEqual([['other'], ['c.md']]);
    const named = [file('changes/a.md'), file('changes/a.md'), file('changes/b.md')];
    expect(createFiles(named)).toEqual(['changes/a.md', 'changes/a-2.md', 'changes/b.md']);
    expect(readdirSync(join(folder, 'changes')).sort()).toEqual(['a-2.md', 'a.md', 'b.md']);
  });

  it('is written through no link, to a folder or in its own place', () => {
    const outside = join(folder, 'outside');
    mkdirSync(outside);
    mkdirSync(join(folder, 'policy'));
    symlinkSync(outside, join(folder, 'policy/changes'));
    expect(() => createFile(join(folder, 'policy'), 'changes/a.md', 'x')).toThrow(/path-irregular/);
    rmSync(join(folder, 'policy/changes'));
    mkdirSync(join(folder, 'policy/changes'));
    writeFileSync(join(outside, 'precious'), 'precious');
    symlinkSync(join(outside, 'precious'), join(folder, 'policy/changes/a.md'));
    expect(() => createFile(join(folder, 'policy'), 'changes/a.md', 'x')).toThrow(/path-irregular/);
    expect(readdirSync(outside)).toEqual(['precious']);
    expect(readFileSync(join(outside, 'precious'), 'utf8')).toBe('precious');
  });
});

describe('a file that is replaced', () => {
  it('keeps its line ends and its byte-order mark', () => {
    writeFileSync(join(folder, 'a.yaml'), '\uFEFFa: 1\r\nb: 2\r\n');
    replaceFiles(folder, new Map([['a.yaml', 'a: "1"\nb: 2\n']]));
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('\uFEFFa: "1"\r\nb: 2\r\n');
  });

  it('stays, and so do all others, when one holds something else than what was read', () => {
    for (const name of ['a', 'b']) writeFileSync(join(folder, name), 'mine\n');
    const files = new Map([
      ['a', 'new\n'],
      ['b', 'new\n'],
    ]);
    const read = new Map([
      ['a', 'mine\n'],
      ['b', 'what was there before\n'],
    ]);
    expect(() => replaceFiles(folder, files, read)).toThrow(/file-changed/);
    expect(['a', 'b'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['mine\n', 'mine\n']);
    expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
  });
});
