import { expect, it } from 'vitest';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';

it('a snapshot is the same in whatever order its files come', () => {
  const entries = ['b.yaml', 'a/z.yaml', 'a.yaml', 'c', 'B.yaml'].map(
    (path) => [path, Uint8Array.of(path === 'c' || path === 'B.yaml' ? 0xff : 0x20)] as const,
  );
  const [one, other] = [snapshotOf(entries), snapshotOf([...entries].reverse())];
  expect([...one.files.keys()]).toEqual(['a.yaml', 'a/z.yaml', 'b.yaml']);
  expect([...other.files]).toEqual([...one.files]);
  expect(one.problems.map(({ place }) => place.file)).toEqual(['B.yaml', 'c']);
  expect(other.problems).toEqual(one.problems);
});
