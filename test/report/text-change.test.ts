import { describe, expect, it } from 'vitest';
import { exchangedWords } from '../../src/report/text-change.ts';

describe('the words that were exchanged', () => {
  it.each([
    ['We may share it.', 'We may not share it.', '“may share” became “may not share”'],
    ['We keep it 15 days.', 'We keep it 30 days.', '“it 15 days.” became “it 30 days.”'],
    ['我们会分享。', '我们不会分享。', '“我们会分” became “我们不会分”'],
    ['Kept.', 'Sold.', '“Kept.” became “Sold.”'],
  ])('%s → %s', (before, after, words) => {
    expect(exchangedWords(before, after)).toBe(words);
  });

  it.each([
    ['the same', 'We keep it.', 'We keep it.'],
    ['more than a line', 'We keep it.', `We ${'never '.repeat(20)}keep it.`],
    ['only space', 'We keep  it.', 'We keep it.'],
  ])('are not told of %s', (_, before, after) => {
    expect(exchangedWords(before, after)).toBeUndefined();
  });

  it('never look the same: what plain words cannot show is left to the two texts', () => {
    expect(exchangedWords('We keep **it**.', 'We keep it.')).toBeUndefined();
  });
});
