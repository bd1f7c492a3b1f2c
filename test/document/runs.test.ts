import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsIn } from '../../src/document/runs.ts';

type Words = readonly string[];

/** The same by trying all pieces for each text. */
function tried(wholes: readonly Words[], pieces: readonly Words[]): (readonly [number, number])[] {
  const free = new Set(pieces.keys());
  return wholes.flatMap((words, whole) => {
    const first = [...free].sort((a, b) => a - b).find((start) => isRun(words, pieces, start));
    if (first === undefined) return [];
    free.delete(first);
    return [[whole, first] as const];
  });
}

function isRun(words: Words, pieces: readonly Words[], start: number): boolean {
  for (let end = start + 2; end <= pieces.length; end++) {
    const run = pieces.slice(start, end);
    if (run.some(({ length }) => length === 0)) return false;
    if (JSON.stringify(run.flat()) === JSON.stringify(words)) return true;
  }
  return false;
}

describe('several pieces that are one text together', () => {
  const texts = (longest: number): fc.Arbitrary<string[][]> =>
    fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: longest }), { maxLength: 9 });

  it('are the first that are, each for one text', () => {
    const wholesOf = (pieces: readonly Words[]): fc.Arbitrary<Words[]> =>
      fc
        .array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 3 })), { maxLength: 6 })
        .map((cuts) => cuts.map(([start, length]) => pieces.slice(start, start + length).flat()));
    const given = texts(4).chain((pieces) => fc.tuple(wholesOf(pieces), fc.constant(pieces)));
    fc.assert(
      fc.property(given, ([wholes, pieces]) => {
        expect([...runsIn(wholes, pieces)]).toEqual(tried(wholes, pieces));
      }),
      { numRuns: 500 },
    );
  });

  it('cost no more memory than the words that texts have in common', () => {
    const words = (salt: number): string[] =>
      Array.from({ length: 200 }, (_, nth) => `${(salt * 31 + nth * nth) % 997}`);
    const pieces = Array.from({ length: 1000 }, (_, at) => words(at));
    const before = process.memoryUsage().heapUsed;
    const runs = runsIn(pieces, pieces);
    runs.next();
    expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(20);
  });
});
