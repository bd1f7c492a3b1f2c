import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildText } from '../../src/publish/build-record.ts';
import { siteIsStale, staleFiles, writeSite } from '../../src/publish/write.ts';

let root = '';
let out = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policyc-site-'));
  out = join(root, 'out');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function siteOf(pages: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const files = new Map(Object.entries(pages));
  const record = { format: 'policyc/build@1', asOf: '2022-01-01', next: null, policies: {} } as const;
  return new Map([...files, ['build.json', buildText(record, files)]]);
}

const one = siteOf({ 'a/index.html': 'A', 'b/c/index.html': 'C', 'index.html': 'root' });
const two = siteOf({ 'a/index.html': 'A2', 'index.html': 'root' });
const everything = (): string[] =>
  (readdirSync(out, { recursive: true }) as string[])
    .filter((path) => statSync(join(out, path)).isFile())
    .sort();

describe('writeSite', () => {
  it('writes all files, then only what changed, and removes what is gone', () => {
    expect(writeSite(out, one)).toEqual({
      written: ['a/index.html', 'b/c/index.html', 'index.html', 'build.json'],
      removed: [],
    });
    expect(everything()).toEqual(['a/index.html', 'b/c/index.html', 'build.json', 'index.html']);
    const before = statSync(join(out, 'index.html')).mtimeMs;
    expect(writeSite(out, one)).toEqual({ written: [], removed: [] });
    expect(writeSite(out, two)).toEqual({
      written: ['a/index.html', 'build.json'],
      removed: ['b/c/index.html'],
    });
    expect(everything()).toEqual(['a/index.html', 'build.json', 'index.html']);
    expect(existsSync(join(out, 'b'))).toBe(false);
    expect(statSync(join(out, 'index.html')).mtimeMs).toBe(before);
  });

  it('refuses a folder that it did not make', () => {
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.txt'), 'years of work');
    expect(writeSite(out, one)).toEqual({ refused: 'not-ours', path: '' });
    writeFileSync(join(out, 'build.json'), '{"format":"somebody/else@1","files":{"thesis.txt":""}}');
    expect(writeSite(out, one)).toEqual({ refused: 'not-ours', path: '' });
    expect(everything()).toEqual(['build.json', 'thesis.txt']);
  });

  it('leaves files of others alone', () => {
    writeSite(out, one);
    writeFileSync(join(out, 'CNAME'), 'shop.example');
    writeFileSync(join(out, 'b/own.css'), 'x');
    writeSite(out, two);
    expect(everything()).toEqual(['CNAME', 'a/index.html', 'b/own.css', 'build.json', 'index.html']);
  });

  it('never follows a link out of the folder', () => {
    const outside = join(root, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'index.html'), 'precious');
    writeSite(out, two);
    symlinkSync(outside, join(out, 'b'));
    expect(writeSite(out, siteOf({ 'b/index.html': 'B' }))).toEqual({ refused: 'blocked', path: 'b' });
    rmSync(join(out, 'index.html'));
    symlinkSync(join(outside, 'index.html'), join(out, 'index.html'));
    writeSite(out, two);
    expect(readFileSync(join(outside, 'index.html'), 'utf8')).toBe('precious');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('root');
  });

  it('removes nothing outside, whatever a build.json lists', () => {
    const outside = join(root, 'precious.txt');
    writeFileSync(outside, 'precious');
    mkdirSync(out);
    writeFileSync(
      join(out, 'build.json'),
      '{"format":"policyc/build@1","files":{"../precious.txt":"","/etc/hostname":"","x/../../precious.txt":""}}',
    );
    writeSite(out, two);
    expect(readFileSync(outside, 'utf8')).toBe('precious');
  });

  it('finishes what was interrupted, build.json last', () => {
    writeSite(out, one);
    // As a kill leaves it: the journal and some of the new files, the old build.json.
    writeFileSync(
      join(out, '.policyc-build.json'),
      '{"format":"policyc/build@1","files":{"new/index.html":"","a/index.html":""}}',
    );
    mkdirSync(join(out, 'new'));
    writeFileSync(join(out, 'new/index.html'), 'half');
    writeFileSync(join(out, 'a/index.html.policyc-new'), 'half');
    expect(siteIsStale(out, one)).toBe(true);
    writeSite(out, one);
    expect(everything()).toEqual(['a/index.html', 'b/c/index.html', 'build.json', 'index.html']);
    expect(siteIsStale(out, one)).toBe(false);
  });

  it('takes up a first build that was interrupted', () => {
    mkdirSync(out);
    writeFileSync(
      join(out, '.policyc-build.json'),
      '{"format":"policyc/build@1","files":{"a/index.html":""}}',
    );
    expect(writeSite(out, two)).toMatchObject({ removed: [] });
    expect(everything()).toEqual(['a/index.html', 'build.json', 'index.html']);
  });

  it.each(['../x', '/x', 'a//b', 'a/../../b', 'C:\\x', ''])('refuses the path %j', (path) => {
    expect(writeSite(out, new Map([[path, 'x']]))).toEqual({ refused: 'unsafe-path', path });
  });
});

describe('staleFiles', () => {
  it('names what is missing, different, or left over', () => {
    expect(staleFiles(out, two)).toEqual(['a/index.html', 'index.html', 'build.json']);
    writeSite(out, one);
    expect(staleFiles(out, one)).toEqual([]);
    expect(staleFiles(out, two)).toEqual(['a/index.html', 'build.json', 'b/c/index.html']);
  });
});
