import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../../src/library/compare.ts';

/** A document of lines that each differ in how one word is spelt. */
function page(lines: number, word: string, altered: number): string {
  const line = (at: number): string =>
    `- In line ${at} the ${at < altered ? word : 'colour'} of hats is told, ${'and that of hats once more, '.repeat(5)}at length.\n`;
  return `# Hats\n\n${Array.from({ length: lines }, (_, at) => line(at)).join('')}`;
}

function signals(altered: number): readonly (string | undefined)[] {
  const answer = compareDocuments(page(1_200, 'colour', altered), page(1_200, 'color', altered));
  if (!answer.ok) throw new Error(answer.refusal.reason);
  return answer.value.changes.map(({ signal }) => signal);
}

describe('a document of which most is another one', () => {
  it('is read whole: no change of it is one to read late', () => {
    expect(new Set(signals(1_200))).toEqual(new Set(['high']));
  });

  it('is read by what its changes touch while they are fewer', () => {
    expect(new Set(signals(300))).toEqual(new Set(['low']));
  });
});
