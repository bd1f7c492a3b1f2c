import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/archive/files.ts';
import { attributesFile, sequenceOf } from '../../src/archive/layout.ts';
import { whereIs } from '../../src/archive/problem.ts';
import { readArchive } from '../../src/archive/read.ts';
import type { Manifest } from '../../src/archive/release.ts';
import { type VerifyOptions, verifyArchive, verifyNewest } from '../../src/archive/verify.ts';
import { sha256 } from '../../src/base/canonical.ts';
import { messageOf } from '../../src/base/diagnostic.ts';
import { type Archive, archiveOf, forged, inputFor, planned, withPlan } from './archives.ts';

const three = archiveOf('2021-10-24', '2022-07-01', '2023-01-01');
const hashes = readArchive(filesOf(three)).versions.map(({ hash }) => hash);

function found(archive: Archive, options: VerifyOptions = {}): string[] {
  const { problems } = verifyArchive(filesOf(archive), options);
  for (const problem of problems) expect(messageOf(problem).reason).not.toBe('');
  return problems.map((problem) => `${problem.code} ${whereIs(problem)}`);
}

function without(archive: Archive, unwanted: (path: string) => boolean): Archive {
  return new Map([...archive].filter(([path]) => !unwanted(path)));
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('an archive as released', () => {
  it('verifies, and says what was checked', () => {
    const report = verifyArchive(filesOf(three));
    expect(report).toMatchObject({ problems: [], leftovers: [], head: hashes[2], attestedThrough: 0 });
    expect(report.versions.map(({ hash }) => hash)).toEqual(hashes);
    expect(report.files).toBe(three.size - 1);
    expect(report.bytes).toBe(
      [...three].reduce((sum, [path, { length }]) => sum + (path === attributesFile ? 0 : length), 0),
    );
  });

  it('verifies when it is empty', () => {
    expect(verifyArchive(filesOf(new Map()))).toMatchObject({ problems: [], versions: [], head: undefined });
  });

  it('is not affected by what an interrupted release left', () => {
    const report = verifyArchive(filesOf(new Map(three).set('.staging-0004-ab/manifest.json', bytes('{'))));
    expect(report).toMatchObject({ problems: [], leftovers: ['.staging-0004-ab'] });
  });
});

describe('one altered byte', () => {
  it.each([
    ['without a head', {}],
    ['with a head', { head: hashes[2] ?? '' }],
  ])(
    'anywhere is reported with its version and file, %s',
    (_, options) => {
      const paths = [...three.keys()];
      fc.assert(
        fc.property(
          fc.constantFrom(...paths),
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          fc.integer({ min: 1, max: 255 }),
          (path, at, mask) => {
            const altered = new Uint8Array(three.get(path) ?? []);
            const index = Math.floor(at * altered.length);
            altered[index] = (altered[index] ?? 0) ^ mask;
            const { problems } = verifyArchive(filesOf(new Map(three).set(path, altered)), options);
            const version = sequenceOf(path.split('/')[0] ?? '');
            const file = version === undefined ? path : path.slice(5);
            expect(problems.map((one) => [one.version, one.file])).toContainEqual([version, file]);
          },
        ),
        { numRuns: 1500 },
      );
    },
    60_000,
  );

  it('in a page is reported for that page alone', () => {
    const altered = new Map(three).set('0002/public/policy.en.md', bytes('# Another policy\n'));
    expect(found(altered)).toEqual(['archive-altered-file 0002/public/policy.en.md']);
  });

  it('by git, that left both sides of a conflict, is said to be that', () => {
    const sides = '<<<<<<< HEAD\n{}\n=======\n{"a":1}\n>>>>>>> theirs\n';
    const altered = new Map(three).set('0002/public/policy.json', bytes(sides));
    const [said] = verifyArchive(filesOf(altered)).problems.map(messageOf);
    expect(said?.reason).toMatch(/policy\.json was altered, for git left both sides of a conflict in it: /);
    expect(said?.fix).toContain('policyc archive follow');
  });

  it('in SHA256SUMS of an older version is not blamed on the manifest', () => {
    const path = '0002/SHA256SUMS';
    const sums = new TextDecoder().decode(three.get(path));
    const altered = sums.replace(/^[0-9a-f]{64}(?= {2}manifest\.json$)/m, 'f'.repeat(64));
    expect(altered).not.toBe(sums);
    expect(found(new Map(three).set(path, bytes(altered)))).toEqual(['archive-sums-differ 0002/SHA256SUMS']);
  });

  it('in the manifest of an older version breaks the link of the next', () => {
    const path = '0001/manifest.json';
    const text = new TextDecoder().decode(three.get(path)).replace('policyc 0.1.0', 'policyc 0.1.1');
    expect(found(new Map(three).set(path, bytes(text)))).toEqual([
      'archive-altered-file 0001/manifest.json',
      'archive-link-broken 0002/manifest.json',
    ]);
  });
});

describe('files', () => {
  it('missing are named', () => {
    const lost = new Set([
      '0002/public/changes.json',
      '0003/manifest.json',
      '0001/SHA256SUMS',
      attributesFile,
    ]);
    expect(found(without(three, (path) => lost.has(path)))).toEqual([
      'archive-missing-file .gitattributes',
      'archive-missing-file 0001/SHA256SUMS',
      'archive-missing-file 0002/public/changes.json',
      'archive-missing-file 0003/manifest.json',
    ]);
  });

  it('added are named, wherever they are', () => {
    const added = ['notes.txt', 'more/deep/x', '0002/public/x.html', '0002/.DS_Store', '00004/manifest.json'];
    const archive = new Map([...three, ...added.map((path) => [path, bytes('x')] as const)]);
    expect(found(archive)).toEqual(
      ['00004/manifest.json', 'more/deep/x', 'notes.txt', '0002/.DS_Store', '0002/public/x.html'].map(
        (path) => `archive-unexpected-file ${path}`,
      ),
    );
  });

  it('that are links are named', () => {
    const plain = filesOf(three);
    const linked = {
      ...plain,
      list: (folder: string) => [
        ...plain.list(folder),
        ...(folder === '0001/public' ? [{ name: 'secret', kind: 'other' as const }] : []),
        ...(folder === '' ? [{ name: '0004', kind: 'other' as const }] : []),
      ],
    };
    const { problems } = verifyArchive(linked);
    expect(problems.map((one) => `${one.code} ${whereIs(one)}`)).toEqual([
      'archive-irregular 0001/public/secret',
      'archive-irregular 0004',
    ]);
    expect(readArchive(linked).problems).toHaveLength(1);
  });

  it('that are not canonical are named, though every hash fits', () => {
    const pretty = bytes('{ "format": "policyc/compiled@1" }\n');
    const archive = forged(new Map(three).set('0003/public/policy.json', pretty), 3, (manifest) => ({
      ...manifest,
      files: { ...manifest.files, 'public/policy.json': sha256(pretty) },
    }));
    expect(found(archive)).toEqual(['archive-not-canonical 0003/public/policy.json']);
  });

  it('nested beyond any stack are named and stop nothing', () => {
    const deep = bytes(`${'['.repeat(200_000)}${']'.repeat(200_000)}\n`);
    const archive = forged(new Map(three).set('0003/internal/decisions.json', deep), 3, (manifest) => ({
      ...manifest,
      files: { ...manifest.files, 'internal/decisions.json': sha256(deep) },
    }));
    expect(found(archive)).toEqual(['archive-not-canonical 0003/internal/decisions.json']);
  });
});

describe('the chain', () => {
  it('names a missing version', () => {
    expect(found(without(three, (path) => path.startsWith('0002/')))).toEqual([
      'archive-version-missing 0002',
    ]);
    expect(found(without(three, (path) => path.startsWith('0001/')))).toEqual([
      'archive-version-missing 0001',
    ]);
  });

  it('names a fork', () => {
    const first = without(three, (path) => /^000[23]/.test(path));
    const rival = planned(
      inputFor(first, 'A rival.', { published: '2023-01-01', effective: '2023-01-01' }),
    ).files;
    const entries = [...rival].map(([path, content]) => [`0003/${path}`, content] as const);
    const archive = new Map([...without(three, (path) => path.startsWith('0003/')), ...entries]);
    expect(found(archive)).toEqual([
      'archive-fork 0003/manifest.json',
      'archive-sequence-differs 0003/manifest.json',
    ]);
    expect(
      readArchive(filesOf(archive))
        .problems.map(({ code }) => code)
        .sort(),
    ).toEqual(['archive-fork', 'archive-sequence-differs']);
  });

  it.each<[string, Partial<Manifest>]>([
    ['archive-policy-differs', { policy: 'other' }],
    ['archive-effective-decreases', { published: '2022-01-01', effective: '2022-01-01' }],
    ['archive-effective-decreases', { published: '2024-01-02', effective: '2024-01-01' }],
    ['archive-target-unknown', { withdraws: [3] }],
    ['archive-target-unknown', { corrects: 9 }],
    ['archive-link-broken', { previous: 'a'.repeat(64) }],
    ['archive-fork', { previous: null }],
    ['archive-sequence-differs', { sequence: 4 }],
  ])('names %s in an archive whose sums all fit', (code, edit) => {
    expect(found(forged(three, 3, (manifest) => ({ ...manifest, ...edit })))).toEqual([
      `${code} 0003/manifest.json`,
    ]);
  });

  it.each<[string, object]>([
    ['archive-unreadable', { effective: '2023-02-30' }],
    ['archive-unreadable', { previous: 'x' }],
    ['archive-unreadable', { sequence: 0 }],
    ['archive-unreadable', { withdraws: [2, 1] }],
    ['archive-unreadable', { files: { '../../x': 'a'.repeat(64) } }],
    ['archive-unreadable', { files: { 'public/../../x': 'a'.repeat(64) } }],
    ['archive-unreadable', { more: true }],
    ['archive-format-unknown', { format: 'policyc/manifest@99' }],
  ])('names %s for a manifest with %j', (code, edit) => {
    expect(found(forged(three, 3, (manifest) => ({ ...manifest, ...edit })))).toEqual([
      `${code} 0003/manifest.json`,
    ]);
  });
});

describe('evidence from outside', () => {
  const truncated = without(three, (path) => path.startsWith('0003/'));
  const rewritten = forged(three, 1, (manifest) => ({ ...manifest, published: '2021-01-01' }));

  it('is needed to see that the end was cut off', () => {
    expect(found(truncated)).toEqual([]);
    expect(found(truncated, { head: hashes[2] ?? '' })).toEqual(['archive-head-unknown ']);
    expect(new Set(found(truncated, { prefix: filesOf(three) }))).toEqual(
      new Set(
        [...three.keys()]
          .filter((path) => path.startsWith('0003/'))
          .map((path) => `archive-rewritten ${path}`),
      ),
    );
  });

  it('is needed to see that history was written anew', () => {
    expect(found(rewritten)).toEqual([]);
    expect(found(rewritten, { head: hashes[2] ?? '' })).toEqual(['archive-head-unknown ']);
    expect(found(rewritten, { prefix: filesOf(three) })).toContain('archive-rewritten 0001/manifest.json');
  });

  it('may be older than the archive, and vouches for what it saw', () => {
    const older = verifyArchive(filesOf(three), { head: (hashes[1] ?? '').toUpperCase() });
    expect(older).toMatchObject({ problems: [], attestedThrough: 2 });
    const prefix = verifyArchive(filesOf(three), { prefix: filesOf(truncated) });
    expect(prefix).toMatchObject({ problems: [], attestedThrough: 2 });
  });

  it('names a file that was added to a version the other archive holds', () => {
    const added = new Map(three).set('0001/public/x.html', bytes('x'));
    expect(found(added, { prefix: filesOf(three) })).toContain('archive-rewritten 0001/public/x.html');
  });
});

describe('the newest version', () => {
  it('is verified without reading the files of the others', () => {
    const plain = filesOf(three);
    const read: string[] = [];
    const counted = {
      ...plain,
      read: (path: string) => {
        read.push(path);
        return plain.read(path);
      },
    };
    expect(verifyNewest(counted)).toEqual([]);
    expect(read.filter((path) => !path.startsWith('0003/'))).toEqual([
      '0001/manifest.json',
      '0002/manifest.json',
    ]);
    const altered = new Map(three).set('0003/public/policy.en.md', bytes('x'));
    expect(verifyNewest(filesOf(altered)).map(({ code }) => code)).toEqual(['archive-altered-file']);
    expect(verifyNewest(filesOf(new Map()))).toEqual([]);
  });

  it('follows another in an archive of ten', () => {
    const ten = Array.from({ length: 10 }, (_, index) => `20${10 + index}-01-01`);
    const archive = archiveOf(...ten);
    expect(found(archive)).toEqual([]);
    const next = planned(inputFor(archive, 'Eleven.', { published: '2021-01-01', effective: '2021-01-01' }));
    expect(found(withPlan(archive, next))).toEqual([]);
  });
});
