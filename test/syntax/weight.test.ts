import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighProse } from '../../src/syntax/budget.ts';

const signs = [...'ab0 .)-*+>[]_`<|&\\\t\n,«字'];

describe('the weight of a text', () => {
  it('of a plain line, which one look finds, is what reading it sign by sign finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 8 }), (letters) => {
        const text = letters.join('');
        // Below a line with two signs it is read sign by sign, and an end of line is a thing of its own.
        const { marks, signs: all, heaviest, excess } = weighProse(`__\n${text}`);
        const alone = weighProse(text);
        expect({ marks: marks - 2, all: all - 3 }).toEqual({ marks: alone.marks, all: alone.signs });
        expect(excess).toEqual(alone.excess);
        expect(heaviest).toBeGreaterThanOrEqual(alone.heaviest);
      }),
      { numRuns: 5000 },
    );
  });
});
