import { describe, expect, it } from 'vitest';
import { limits } from '../../src/base/limits.ts';
import { overlaid } from '../../src/snapshot/overlay.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const disk = snapshotOf([
  ['a.yaml', bytes('a: 1\n')],
  ['b.yaml', Uint8Array.of(0xff)],
]);

describe('a text that an editor shows', () => {
  it('stands over the file, whatever was wrong with its bytes', () => {
    const { files, problems } = overlaid(disk, new Map([['b.yaml', 'b: 2\r\n']]), () => true);
    expect([...files].map(([path, { text }]) => [path, text])).toEqual([
      ['a.yaml', 'a: 1\n'],
      ['b.yaml', 'b: 2\n'],
    ]);
    expect(problems).toEqual([]);
  });

  it('is refused where a file of its size would be, and so is the file below it', () => {
    const huge = 'a: 1 # '.padEnd(limits.fileBytes + 1, 'é');
    const { files, problems } = overlaid(disk, new Map([['a.yaml', huge]]), () => true);
    expect(files.has('a.yaml')).toBe(false);
    expect(problems.map(({ code, place }) => [code, place.file])).toContainEqual([
      'file-unreadable',
      'a.yaml',
    ]);
  });
});
