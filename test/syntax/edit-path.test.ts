import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editPath, keptInOrder } from '../../src/syntax/edit-path.ts';

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

describe('what stays in its order', () => {
  /** Lines with what is gone and what came, in the order in which they are told. */
  const told = (before: readonly string[], after: readonly string[]): string[] => {
    let [b, a] = [0, 0];
    const ends = [before.length, after.length] as const;
    return [...(keptInOrder(before, after) ?? []), ends].flatMap(([base, head]) => {
      const gone = before.slice(b, base).map((one) => `-${one}`);
      const come = after.slice(a, head).map((one) => `+${one}`);
      [b, a] = [base + 1, head + 1];
      return [...gone, ...come, ...after.slice(head, head + 1)];
    });
  };

  it('is what the library keeps, which looks at every line', () => {
    const list = fc.array(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 24 });
    const property = fc.property(list, list, (before, after) => {
      const whole = diffArrays(before, after).flatMap(({ added, removed, value }) =>
        value.map((one) => `${added ? '+' : removed ? '-' : ''}${one}`),
      );
      expect(told(before, after)).toEqual(whole);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('is not searched for among lines that only one side has', () => {
    let looked = 0;
    const lines = (name: string): string[] => {
      const list = Array.from({ length: 2000 }, (_, at) => `${name}${at}`);
      const get = (of: string[], at: string | symbol): unknown => {
        if (typeof at === 'string' && /^\d/.test(at)) looked++;
        return Reflect.get(of, at);
      };
      return new Proxy(list, { get });
    };
    expect(keptInOrder(lines('a'), lines('b'))).toEqual([]);
    expect(looked).toBeLessThan(20 * 2000);
  });

  it('is not told where more changed places than is asked for', () => {
    expect(keptInOrder([...'abcdef'], [...'fedcba'], 3)).toBeUndefined();
    expect(keptInOrder([...'abcdef'], [...'fedcba'])).toHaveLength(1);
  });
});
