import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editPath } from '../../src/syntax/edit-path.ts';

/** What the library finds, in our words. */
const byLibrary = (before: string[], after: string[], most: number): unknown =>
  (diffArrays(before, after, { maxEditLength: most }) as ReturnType<typeof diffArrays> | undefined)?.map(
    ({ added, removed, count }) => ({ is: added ? 'come' : removed ? 'gone' : 'kept', count }),
  );

describe('the fewest edits', () => {
  it.each([
    ['few letters, many ways', 'ab', 14],
    ['some letters', 'abcde', 40],
    ['many letters', 'abcdefghijklmnopqrstuvwxyz', 30],
  ])('are those of the library, step for step, and none beyond the most: %s', (_, letters, size) => {
    const list = fc.array(fc.constantFrom(...letters), { maxLength: size });
    const property = fc.property(list, list, fc.nat(size * 2), (before, after, most) => {
      expect(editPath(before, after, most)).toEqual(byLibrary(before, after, most));
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('are those of the library in texts of thousands of words, of which hundreds were exchanged', () => {
    const words = Array.from({ length: 3000 }, (_, at) => `w${(at * 7919) % 101}`);
    for (const every of [11, 15, 40]) {
      const others = words.map((word, at) => (at % every === 0 ? `v${at % 3}` : word));
      expect(editPath(words, others, 600)).toEqual(byLibrary(words, others, 600));
    }
  });
});
