import { describe, expect, it } from 'vitest';
import { frozenJson, sumsOf } from '../../src/archive/layout.ts';
import type { Manifest } from '../../src/archive/release.ts';
import { type Json, sha256 } from '../../src/base/canonical.ts';
import { limits } from '../../src/base/limits.ts';
import type { Policy, Row } from '../../src/model/policy.ts';
import { type Contents, headOf, judged, released, sample } from './states.ts';

const target = released(sample('shop'));
const first = 'archive/0001';
const textOf = (path: string): string => {
  const content = target[path] ?? '';
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
};
const policy = JSON.parse(textOf(`${first}/public/policy.json`)) as Policy;

/** The target with a second version written by hand, whose compiled policy has so many rows, and every hash true. */
function withRows(count: number): Contents {
  const more = count - policy.facts.length - policy.prose.length - policy.structure.length;
  const rows = Array.from(
    { length: more },
    (_, at) => ({ ...policy.prose[0], key: [`zz${String(at).padStart(5, '0')}`, 'text', 'en'] }) as Row,
  );
  const text = frozenJson({ ...policy, prose: [...policy.prose, ...rows] } as unknown as Json);
  const was = JSON.parse(textOf(`${first}/manifest.json`)) as Manifest;
  const manifest = frozenJson({
    ...was,
    sequence: 2,
    previous: headOf(target),
    files: { ...was.files, 'public/policy.json': sha256(text) },
  } as unknown as Json);
  const files = { ...was.files, 'public/policy.json': sha256(text), 'manifest.json': sha256(manifest) };
  const copied = Object.keys(was.files).map((path) => [
    `archive/0002/${path}`,
    target[`${first}/${path}`] ?? '',
  ]);
  return {
    ...target,
    ...Object.fromEntries(copied),
    'archive/0002/public/policy.json': text,
    'archive/0002/manifest.json': manifest,
    'archive/0002/SHA256SUMS': sumsOf(files),
  };
}

const refusedFor = (request: Contents): readonly unknown[] =>
  judged(request, target).problems.flatMap(({ code, severity, args }) =>
    code === 'archive-not-derived' ? [{ severity, ...args }] : [],
  );

describe('a version that a request adds', () => {
  it('is compared with nothing when it has more rows than can be released now, though one that was released before may', () => {
    expect(refusedFor(withRows(limits.rows))).toEqual([
      { severity: 'error', version: 2, why: 'other-policy' },
    ]);
    const found = limits.rows + 1;
    expect(refusedFor(withRows(found))).toMatchObject([
      { severity: 'error', version: 2, refused: { code: 'over-limit', args: { found, most: limits.rows } } },
    ]);
    const most = limits.archivedRows;
    expect(refusedFor(withRows(most))).toMatchObject([{ refused: { args: { found: most } } }]);
  });
});
