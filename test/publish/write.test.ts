import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/canonical.ts';
import { buildText, hashesInBuild, hashesInJournal, journalText } from '../../src/publish/build-record.ts';
import { staleFiles, takenBySomebody, writeSite } from '../../src/publish/write.ts';

let root = '';
let out = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-site-')));
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

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

describe('writeSite', () => {
  it('writes all files, then only what changed, and removes what is gone', () => {
    expect(writeSite(out, one)).toEqual({
      written: ['a/index.html', 'b/c/index.html', 'index.html', 'build.json'],
      removed: [],
      kept: [],
    });
    expect(everything()).toEqual(['a/index.html', 'b/c/index.html', 'build.json', 'index.html']);
    const before = statSync(join(out, 'index.html')).mtimeMs;
    expect(writeSite(out, one)).toEqual({ written: [], removed: [], kept: [] });
    expect(writeSite(out, two)).toEqual({
      written: ['a/index.html', 'build.json'],
      removed: ['b/c/index.html'],
      kept: [],
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

  it.each([
    'README.md',
    '.github/workflows/x.yml',
    'a/_config.yml',
    'src/a.ts',
    '.gitignore',
    'b/index.js',
    'x y/index.html',
  ])('removes nothing that no build has ever written, though a record has its true digest: %s', (path) => {
    mkdirSync(join(out, path, '..'), { recursive: true });
    writeFileSync(join(out, path), 'theirs');
    const files = { [path]: sha256('theirs'), 'old/index.html': sha256('theirs') };
    mkdirSync(join(out, 'old'));
    writeFileSync(join(out, 'old/index.html'), 'theirs');
    for (const [name, format] of [
      ['build.json', 'policyc/build@1'],
      ['pdf.json', 'policyc/pdf@1'],
    ] as const)
      writeFileSync(join(out, name), JSON.stringify({ format, files }));
    writeFileSync(
      join(out, '.policyc-build.json'),
      journalText(new Map([[path, new Set([sha256('theirs')])]])),
    );
    expect(writeSite(out, one)).toMatchObject({ removed: ['old/index.html'] });
    expect(readFileSync(join(out, path), 'utf8')).toBe('theirs');
  });

  it('asks the disk for nothing of what a record lists in folders that are not there', () => {
    mkdirSync(out);
    const many = Array.from({ length: 20_000 }, (_, at) => [`x${at}/index.html`, sha256('x')] as const);
    const deep = [
      `${'a/'.repeat(100_000)}index.html`,
      '/etc/index.html',
      '../index.html',
      '/',
      '',
      '.',
      'a//b',
    ];
    const files = Object.fromEntries([...many, ...deep.map((path) => [path, sha256('x')] as const)]);
    writeFileSync(join(out, 'build.json'), JSON.stringify({ format: 'policyc/build@1', files }));
    const { parse } = JSON;
    const parsed: number[] = [];
    try {
      JSON.parse = (...given) => {
        parsed.push(given[0].length);
        return parse(...given) as unknown;
      };
      expect(takenBySomebody(out)).toBeUndefined();
      expect(writeSite(out, one)).toMatchObject({ removed: [], kept: [] });
    } finally {
      JSON.parse = parse;
    }
    // What is long is read once, and a list of it made of nothing.
    expect(parsed.filter((length) => length > 1_000_000)).toHaveLength(1);
    expect(readFileSync(join(out, 'build.json'), 'utf8')).toBe(one.get('build.json'));
    expect(everything()).toEqual([...one.keys()].sort());
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

  it('removes and replaces nothing whose bytes no build wrote, whatever a build.json lists', () => {
    writeSite(out, one);
    writeFileSync(join(out, 'b/c/index.html'), 'a correction by hand');
    expect(staleFiles(out, two)).not.toContain('b/c/index.html');
    expect(writeSite(out, two)).toMatchObject({ removed: [], kept: ['b/c/index.html'] });
    expect(readFileSync(join(out, 'b/c/index.html'), 'utf8')).toBe('a correction by hand');
    const listed = { format: 'policyc/build@1', files: { 'notes.txt': '', 'index.html': sha256('x') } };
    writeFileSync(join(out, 'notes.txt'), 'mine');
    writeFileSync(join(out, 'index.html'), 'mine');
    writeFileSync(join(out, 'build.json'), JSON.stringify(listed));
    expect(writeSite(out, one)).toEqual({ refused: 'altered', path: 'a/index.html' });
    expect(writeSite(out, siteOf({ 'a/index.html': 'A2' }))).toMatchObject({
      removed: [],
      kept: ['index.html', 'notes.txt'],
    });
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
    expect(writeSite(out, one, true)).toMatchObject({ written: expect.arrayContaining(['index.html']) });
  });

  it('finishes what was interrupted, build.json last', () => {
    writeSite(out, one);
    // As a kill leaves it: the journal and some of the new files, the old build.json.
    writeFileSync(
      join(out, '.policyc-build.json'),
      journalText(
        new Map([
          ['new/index.html', new Set([sha256('new')])],
          ['a/index.html', new Set()],
        ]),
      ),
    );
    mkdirSync(join(out, 'new'));
    writeFileSync(join(out, 'new/index.html'), 'new');
    writeFileSync(join(out, 'new/index.html.policyc-new'), 'half');
    writeFileSync(join(out, 'a/index.html.policyc-new'), 'half');
    expect(staleFiles(out, one)).not.toEqual([]);
    writeSite(out, one);
    expect(everything()).toEqual(['a/index.html', 'b/c/index.html', 'build.json', 'index.html']);
    expect(staleFiles(out, one)).toEqual([]);
  });

  it('finishes after any number of interruptions, each of another site', () => {
    const sites = [one, two, siteOf({ 'b/index.html': 'B', 'index.html': 'third' })];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(6)), { maxLength: 6 }), fc.nat(2), (runs, last) => {
        rmSync(out, { recursive: true, force: true });
        for (const [site, writes] of runs) {
          const files = sites[site] ?? one;
          // As a kill after so many writes leaves it.
          const known = new Map([...files].map(([path, text]) => [path, new Set([sha256(text)])]));
          const before = hashesInJournal(readIfThere(join(out, '.policyc-build.json')), () => true);
          const listed = hashesInBuild(readIfThere(join(out, 'build.json')), () => true);
          for (const [path, hash] of [...before, ...listed])
            known.set(path, (known.get(path) ?? new Set()).add(hash));
          mkdirSync(out, { recursive: true });
          writeFileSync(join(out, '.policyc-build.json'), journalText(known));
          for (const [path, text] of [...files].slice(0, writes)) {
            mkdirSync(join(out, path, '..'), { recursive: true });
            writeFileSync(join(out, path), text);
          }
        }
        const files = sites[last] ?? one;
        expect(writeSite(out, files)).not.toHaveProperty('refused');
        expect(everything()).toEqual([...files.keys()].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('takes up a first build that was interrupted before it had written anything', () => {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, '.policyc-build.json.policyc-new'), '{"for');
    writeSite(out, one);
    expect(everything()).toEqual([...one.keys()].sort());
  });

  it('takes up a first build that was interrupted', () => {
    mkdirSync(out);
    writeFileSync(join(out, '.policyc-build.json'), journalText(new Map([['a/index.html', new Set()]])));
    expect(writeSite(out, two)).toMatchObject({ removed: [] });
    expect(everything()).toEqual(['a/index.html', 'build.json', 'index.html']);
  });

  it.each(['../x', '/x', 'a//b', 'a/../../b', 'C:\\x', '', 'con/index.html', 'a/nul.html'])(
    'refuses the path %j',
    (path) => {
      expect(writeSite(out, new Map([[path, 'x']]))).toEqual({ refused: 'unsafe-path', path });
    },
  );
});

describe('staleFiles', () => {
  it('names what is missing, different, or left over', () => {
    expect(staleFiles(out, two)).toEqual(['a/index.html', 'index.html', 'build.json']);
    writeSite(out, one);
    expect(staleFiles(out, one)).toEqual([]);
    expect(staleFiles(out, two)).toEqual(['a/index.html', 'build.json', 'b/c/index.html']);
  });
});
