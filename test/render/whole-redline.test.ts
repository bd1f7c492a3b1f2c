import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignLines, editedWords } from '../../src/render/edited.ts';
import type { LinePair } from '../../src/render/pair-lines.ts';
import type { Line, Passage } from '../../src/render/passage.ts';
import { wholeRedline } from '../../src/render/whole-redline.ts';
import { wordsOf } from '../../src/render/words.ts';
import { runsOf } from '../../src/syntax/edits.ts';

const runs = { numRuns: Number(process.env.LAW_RUNS ?? 150) };
const anyWord = fc.constantFrom(
  'we',
  'keep',
  'your',
  'data',
  'not',
  '30',
  'days',
  '我们',
  '保存',
  '，',
  '.',
  '(',
  '—',
);
const anyText = fc.array(anyWord, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const anyLine: fc.Arbitrary<Line> = fc.record({
  key: fc.constantFrom('text', 'title', 'row', 'If you refuse'),
  words: anyText,
  look: fc.constant('paragraph' as const),
});
const anyLines = fc.array(anyLine, { maxLength: 8 });
const anyPassages: fc.Arbitrary<Passage[]> = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), name: fc.constant(''), lines: anyLines }),
  { selector: ({ id }) => id },
);
const side = (lines: readonly LinePair[], which: 'before' | 'after'): Line[] =>
  lines.flatMap((pair) => pair[which] ?? []);
const words = wordsOf('en');
const line = (said: string, key = 'text'): Line => ({ key, words: said, look: 'paragraph' });
const shown = (lines: readonly LinePair[]): string[] =>
  lines.map(({ before, after }) => `${before?.words ?? '∅'} → ${after?.words ?? '∅'}`);

describe('a redline', () => {
  it('of two texts is both of them', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const parts = runsOf(before, after);
        expect(parts.map((run) => run.before).join('')).toBe(before);
        expect(parts.map((run) => run.after).join('')).toBe(after);
      }),
      runs,
    );
  });

  it('of two texts, as a page has it, is the new one without what was removed, the old one without what was added', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const nodes = editedWords(before, after, words);
        const without = (is: 'added' | 'removed'): string =>
          nodes
            .filter((node) => node.type !== 'edit' || node.is !== is)
            .flatMap((node) => (node.type === 'edit' ? node.children : [node]))
            .map((node) => ('value' in node ? node.value : ''))
            .join('');
        expect(without('removed')).toBe(after);
        expect(without('added')).toBe(before);
      }),
      runs,
    );
  });

  it('of lines has every line of both, each side in its order', () => {
    fc.assert(
      fc.property(anyLines, anyLines, (before, after) => {
        const lines = alignLines(before, after);
        expect(side(lines, 'before')).toEqual(before);
        expect(side(lines, 'after').map((one) => one.words)).toEqual(after.map((one) => one.words));
      }),
      runs,
    );
  });

  it('of a whole text has both of them, whatever came, went or changed places', () => {
    fc.assert(
      fc.property(anyPassages, anyPassages, (before, after) => {
        const lines = wholeRedline(before, after, {}).flatMap((passage) => passage.lines);
        const all = (passages: readonly Passage[]): string[] =>
          passages.flatMap((passage) => passage.lines.map((one) => one.words));
        expect(side(lines, 'before').map((one) => one.words)).toEqual(all(before));
        expect(side(lines, 'after').map((one) => one.words)).toEqual(all(after));
      }),
      runs,
    );
  });

  it('shows a renamed passage once', () => {
    const passage = (id: string): Passage => ({ id, name: '', lines: [line('We keep it.')] });
    expect(wholeRedline([passage('old')], [passage('new')], { old: 'new' })).toHaveLength(1);
  });

  it('shows an edited line beside what it was, though another one came before it', () => {
    const before = [line('We keep your orders for thirty days after you close the account.')];
    const after = [
      line('A new first paragraph.'),
      line('We keep your orders for sixty days after you close the account.'),
    ];
    expect(shown(alignLines(before, after))).toEqual([
      '∅ → A new first paragraph.',
      `${before[0]?.words} → ${after[1]?.words}`,
    ]);
  });

  it('takes what one label says for one statement, whatever it says', () => {
    const pairs = alignLines([line('Kept: 30 days', 'Kept')], [line('Kept: for ever', 'Kept')]);
    expect(shown(pairs)).toEqual(['Kept: 30 days → Kept: for ever']);
  });
});
