import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/base/limits.ts';
import { documentExcess, weighProse } from '../../src/syntax/budget.ts';
import { nodesOf, parseMarkdown } from '../../src/syntax/prose.ts';

const signs = [...'ab0 .)-*+>[]_`<|&\\\t\n,«字'];

describe('the weight of a text', () => {
  it('of a plain line, which one look finds, is what reading it sign by sign finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 8 }), (letters) => {
        const text = letters.join('');
        // Below a line with two signs it is read sign by sign, and an end of line is a thing of its own.
        const { marks, signs: all, heaviest, excess } = weighProse(`__\n${text}`);
        const alone = weighProse(text);
        expect(
          [marks - 2, all - 3, JSON.stringify(excess), Math.max(heaviest, alone.heaviest)].join(' '),
        ).toBe([alone.marks, alone.signs, JSON.stringify(alone.excess), heaviest].join(' '));
      }),
      { numRuns: 5000 },
    );
  });

  it('counts no paragraph lighter than it is, whatever begins its lines', () => {
    const starts = [
      '',
      ' ',
      '   ',
      '    ',
      '1. ',
      '2. ',
      '37) ',
      '  4. ',
      '   5) ',
      '- ',
      '+',
      '> ',
      '> 1. ',
      '#',
      '```',
      '01. ',
    ];
    const line = fc.tuple(fc.constantFrom(...starts), fc.constantFrom('', 'a *b', 'c', '_d', '[e](f)'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), (lines) => {
        const text = lines.map((parts) => parts.join('')).join('\n');
        return weighProse(text).heaviest >= heaviestOf(text);
      }),
      { numRuns: 3_000 },
    );
  });

  it('parts the items of a numbered list', () => {
    const list = Array.from({ length: 500 }, (_, index) => `${index + 1}. *First* and\n     **second**`).join(
      '\n',
    );
    expect(weighProse(list)).toMatchObject({ heaviest: 6, excess: undefined });
  });
});

/** The signs of the paragraph that has the most, by the parser. */
function heaviestOf(text: string): number {
  const all = [...nodesOf(parseMarkdown(text))].flatMap(({ type, position }) =>
    type === 'paragraph' ? [text.slice(position?.start.offset, position?.end.offset)] : [],
  );
  return Math.max(0, ...all.map((one) => one.match(/[[\]*_`<]/g)?.length ?? 0));
}

it('of a document, a Chinese character is two: each is a word of its own', () => {
  const most = limits.documentCharacters;
  const chinese = '收'.repeat(most / 2);
  expect(documentExcess(chinese)).toBe(undefined);
  expect(documentExcess(`${chinese}.`)).toEqual({ limit: 'documentCharacters', found: most + 1 });
  expect(documentExcess('a'.repeat(most))).toBe(undefined);
});
