import { describe, expect, it } from 'vitest';
import type { ReleaseInput } from '../../src/archive/input.ts';
import { changesFile, manifestFile, policyFile, sumsFile } from '../../src/archive/layout.ts';
import { planRelease } from '../../src/archive/plan.ts';
import { messageOf } from '../../src/base/diagnostic.ts';
import type { ReaderChanges } from '../../src/model/reader-changes.ts';
import { type Archive, archiveOf, inputFor, planned, withPlan } from './archives.ts';

const empty: Archive = new Map();
const one = archiveOf('2021-10-24');
const two = archiveOf('2021-10-24', '2022-07-01');
const later = { published: '2023-01-01', effective: '2023-02-01' };

function codesOf(input: ReleaseInput): string[] {
  const { plan, refusals } = planRelease(input);
  expect(plan === undefined).toBe(refusals.length > 0);
  for (const refusal of refusals) expect(messageOf(refusal).reason).not.toBe('');
  return refusals.map(({ code }) => code);
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('a plan', () => {
  it('holds every file of the version', () => {
    const { files, manifest } = planned(inputFor(one, 'Statement 2.', later));
    expect([...files.keys()]).toEqual([
      'SHA256SUMS',
      'internal/decisions.json',
      'internal/source/policies/small/chapters/main.yaml',
      'internal/source/policies/small/policy.yaml',
      'manifest.json',
      'public/changes.json',
      'public/policy.en.html',
      'public/policy.en.md',
      'public/policy.json',
    ]);
    expect(manifest).toMatchObject({ sequence: 2, policy: 'small', edition: '2026-11', ...later });
    expect(Object.keys(manifest.notes)).toEqual(['changes/more.md']);
    expect(text(files.get(sumsFile)).split('\n')).toHaveLength(files.size);
  });

  it('links to the manifest of the version before', () => {
    const first = planned(inputFor(empty, 'Statement 1.'));
    expect(first.manifest.previous).toBeNull();
    const second = planned(inputFor(withPlan(empty, first), 'Statement 2.', later));
    expect(second.manifest.previous).toBe(first.hash);
  });

  it('has the same bytes from CRLF sources with a byte-order mark, and in any order of the maps', () => {
    const input = inputFor(one, 'Statement 2.', later);
    const crlf = (texts: ReadonlyMap<string, string>) =>
      new Map([...texts].reverse().map(([path, lf]) => [path, `\uFEFF${lf.replaceAll('\n', '\r\n')}`]));
    const other = planned({
      ...input,
      sources: crlf(input.sources),
      notes: crlf(input.notes),
      rendered: crlf(input.rendered),
    });
    expect(other).toEqual(planned(input));
    expect([...other.files.values()].some((bytes) => bytes.includes(13))).toBe(false);
  });

  it('names the tool in the manifest alone', () => {
    const input = inputFor(one, 'Statement 2.', later);
    const a = planned(input).files;
    const b = planned({ ...input, tool: 'policyc 9.9.9' }).files;
    const differing = [...a.keys()].filter((path) => text(a.get(path)) !== text(b.get(path)));
    expect(differing).toEqual([sumsFile, manifestFile]);
  });

  it('lets nothing but the members for readers into changes.json', () => {
    const change = { status: 'new', clauses: ['opening'], text: { en: 'Hello.' }, reason: 'secret-reason' };
    const changes = { format: 'policyc/changes@1', changes: [change], by: 'secret-office' } as ReaderChanges;
    const { files } = planned(inputFor(one, 'Statement 2.', { ...later, changes }));
    expect(text(files.get(changesFile))).toContain('Hello.');
    expect(text(files.get(changesFile))).not.toContain('secret');
  });

  it('keeps YAML comments and decisions out of the public files', () => {
    const input = inputFor(one, 'Statement 2.', {
      ...later,
      comment: 'secret-comment',
      decisions: { by: 'secret-office' },
    });
    const { files } = planned(input);
    for (const [path, bytes] of files) {
      expect([path, text(bytes).includes('secret')]).toEqual([
        path,
        path === 'internal/decisions.json' || path.endsWith('main.yaml'),
      ]);
    }
  });

  it('sorts withdrawn versions and leaves an empty list out', () => {
    const plan = planned(inputFor(two, 'Statement 3.', { ...later, withdraws: [2, 1, 2] }));
    expect(plan.manifest.withdraws).toEqual([1, 2]);
    expect(planned(inputFor(two, 'Statement 3.', { ...later, withdraws: [] })).manifest).not.toHaveProperty(
      'withdraws',
    );
  });
});

describe('dates', () => {
  it('that do not exist are refused', () => {
    expect(codesOf(inputFor(one, 'New.', { published: '2022-02-30', effective: '2022-13-01' }))).toEqual([
      'release-date-invalid',
      'release-date-invalid',
    ]);
  });

  it('refuse to take effect before publication', () => {
    expect(codesOf(inputFor(one, 'New.', { published: '2022-02-02', effective: '2022-02-01' }))).toEqual([
      'release-effective-before-published',
    ]);
  });

  it('refuse to take effect before the last version not withdrawn', () => {
    const early = { published: '2022-01-01', effective: '2022-06-30' };
    expect(codesOf(inputFor(two, 'New.', early))).toEqual(['release-effective-too-early']);
    expect(codesOf(inputFor(two, 'New.', { ...early, effective: '2022-07-01' }))).toEqual([]);
    expect(codesOf(inputFor(two, 'New.', { ...early, withdraws: [2] }))).toEqual([]);
    expect(codesOf(inputFor(two, 'New.', { ...early, withdraws: [1] }))).toEqual([
      'release-effective-too-early',
    ]);
    expect(codesOf(inputFor(two, 'New.', { ...early, corrects: 2 }))).toEqual([
      'release-effective-too-early',
    ]);
  });

  it('look past a version that was withdrawn before', () => {
    const early = { published: '2022-01-01', effective: '2022-03-01' };
    const three = withPlan(two, planned(inputFor(two, 'Third.', { ...early, withdraws: [2] })));
    expect(codesOf(inputFor(three, 'Fourth.', { ...early, effective: '2022-04-01' }))).toEqual([]);
    expect(codesOf(inputFor(three, 'Fourth.', { ...early, effective: '2022-02-01' }))).toEqual([
      'release-effective-too-early',
    ]);
  });
});

describe('content', () => {
  it('that says the same as the head is refused, wherever it is written', () => {
    expect(codesOf(inputFor(one, 'Statement 1.', later))).toEqual(['release-unchanged']);
    const moved = inputFor(one, 'Statement 1.', { ...later, comment: 'moves every line' });
    expect(moved.policy).not.toEqual(moved.head?.policy);
    expect(codesOf(moved)).toEqual(['release-unchanged']);
  });

  it('is the same whatever a newer renderer or theme makes of it', () => {
    const input = inputFor(one, 'Statement 1.', later);
    const rendered = new Map(
      [...input.rendered].map(([path, page]) => [path, `${page}<!-- another theme -->`]),
    );
    expect(rendered.size).toBeGreaterThan(0);
    expect(codesOf({ ...input, rendered })).toEqual(['release-unchanged']);
  });

  it('may return to that of an earlier version', () => {
    expect(codesOf(inputFor(two, 'Statement 1.', later))).toEqual([]);
  });

  it('may be the same when the release mends the dates of the head, withdraws a version, or a note declares something', () => {
    expect(codesOf(inputFor(two, 'Statement 2.', { ...later, corrects: 2 }))).toEqual([]);
    expect(codesOf(inputFor(two, 'Statement 2.', { ...later, withdraws: [1] }))).toEqual([]);
    expect(codesOf(inputFor(two, 'Statement 2.', { ...later, corrects: 1 }))).toEqual(['release-unchanged']);
    expect(codesOf({ ...inputFor(two, 'Statement 2.', later), declares: true })).toEqual([]);
    const sameDate = { published: '2022-07-01', effective: '2022-07-01', corrects: 2 };
    expect(codesOf(inputFor(two, 'Statement 2.', sameDate))).toEqual(['release-unchanged']);
  });

  it('of another policy is refused', () => {
    expect(codesOf(inputFor(one, 'New.', { ...later, id: 'other' }))).toEqual(['release-policy-differs']);
  });

  it('with half a character is refused', () => {
    // Nothing that was read from files holds one: check refuses it. A program that makes a policy could.
    const whole = inputFor(one, 'Whole.', later);
    const policy = JSON.parse(JSON.stringify(whole.policy).replaceAll('Whole.', 'Half \\ud800.'));
    expect(codesOf({ ...whole, policy })).toContain('release-text-invalid');
  });
});

describe('links', () => {
  it('refuse an archive whose chain is broken', () => {
    const broken = new Map(two).set('0001/manifest.json', new TextEncoder().encode('{}\n'));
    const { head } = inputFor(two, 'New.');
    expect(codesOf({ ...inputFor(broken, 'New.', later), head })).toEqual([
      'archive-unreadable',
      'archive-link-broken',
    ]);
  });

  it('refuse a head that is not the last version', () => {
    const { head } = inputFor(one, 'New.');
    expect(codesOf({ ...inputFor(two, 'New.', later), head })).toEqual(['release-head-differs']);
    expect(codesOf({ ...inputFor(one, 'New.', later), head: undefined })).toEqual(['release-head-differs']);
  });

  it('refuse to correct or withdraw what is not there, or was withdrawn', () => {
    const three = withPlan(two, planned(inputFor(two, 'Third.', { ...later, withdraws: [2] })));
    expect(codesOf(inputFor(three, 'New.', { ...later, corrects: 7, withdraws: [4, 0] }))).toEqual([
      'release-target-unknown',
      'release-target-unknown',
      'release-target-unknown',
    ]);
    expect(codesOf(inputFor(three, 'New.', { ...later, corrects: 2, withdraws: [2] }))).toEqual([
      'release-target-withdrawn',
      'release-target-withdrawn',
    ]);
    expect(codesOf(inputFor(three, 'New.', { ...later, corrects: 3, withdraws: [3] }))).toEqual([]);
  });
});

describe('hostile paths', () => {
  const hostile = [
    '',
    '../x',
    'a/../../x',
    '/etc/passwd',
    'a\\b',
    'C:/x',
    'a//b',
    './a',
    'a/.',
    'a\0b',
    'a\nb',
    'x\uD800',
  ];

  it.each(hostile)('%j is refused as a source, a note and a page', (path) => {
    expect(codesOf(inputFor(one, 'New.', { ...later, sources: new Map([[path, 'x']]) }))).toEqual([
      'release-path-unsafe',
    ]);
    expect(codesOf(inputFor(one, 'New.', { ...later, notes: new Map([[path, 'x']]) }))).toEqual([
      'release-path-unsafe',
    ]);
    expect(
      codesOf(inputFor(one, 'New.', { ...later, rendered: new Map([[`public/${path}`, 'x']]) })),
    ).toEqual(['release-path-unsafe']);
  });

  it('outside public/ are refused as pages', () => {
    for (const path of ['internal/x.html', 'manifest.json', 'SHA256SUMS', 'x.html'])
      expect(codesOf(inputFor(one, 'New.', { ...later, rendered: new Map([[path, 'x']]) }))).toEqual([
        'release-path-unsafe',
      ]);
  });

  it('that are taken, or differ in case alone, are refused', () => {
    for (const path of [policyFile, 'public/Policy.json'])
      expect(codesOf(inputFor(one, 'New.', { ...later, rendered: new Map([[path, 'x']]) }))).toEqual([
        'release-path-taken',
      ]);
  });

  it('named like a prototype are names like any other', () => {
    const plan = planned(inputFor(one, 'New.', { ...later, sources: new Map([['__proto__', 'x']]) }));
    expect(plan.manifest.files).toHaveProperty(['internal/source/__proto__']);
  });
});
