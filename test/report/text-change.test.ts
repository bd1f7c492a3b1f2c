import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/report/excerpt.ts';
import { exchangedWords, isOnlySet } from '../../src/report/text-change.ts';

describe('the words that were exchanged', () => {
  it.each([
    ['We may share it.', 'We may not share it.', '“may share” became “may not share”'],
    ['We keep it 15 days.', 'We keep it 30 days.', '“it 15 days.” became “it 30 days.”'],
    ['我们会分享。', '我们不会分享。', '“我们会分享” became “我们不会分享”'],
    ['灯塔港船务有限公司', '灯塔湾航运有限公司', '“灯塔港船务有限公司” became “灯塔湾航运有限公司”'],
    [
      '请写信：:contact[desk]。我们会答复。',
      '请写信：:contact[desk]。也可致电。我们会答复。',
      '“desk。我们会答” became “desk。也可致电。我们会答”',
    ],
    ['Kept.', 'Sold.', '“Kept.” became “Sold.”'],
    [
      'We anser every leter.',
      'We answer every letter.',
      '“We anser every leter.” became “We answer every letter.”',
    ],
    [
      `We keep , it ${'for as long as we like, '.repeat(4)}and sell it.`,
      `We keep, it ${'for as long as we like, '.repeat(4)}and give it.`,
      '“and sell it.” became “and give it.”, and 1 more edit',
    ],
  ])('%s → %s', (before, after, words) => {
    expect(exchangedWords(before, after)).toBe(words);
  });

  it.each([
    ['the same', 'We keep it.', 'We keep it.'],
    ['more than a line', 'We keep it.', `We ${'never '.repeat(20)}keep it.`],
    ['only space', 'We keep  it.', 'We keep it.'],
    [
      'the half of a link',
      `See lamp.example, ${'for as long as you like, '.repeat(4)}and ask.`,
      `See [lamp.example](https://l.example), ${'for as long as you like, '.repeat(4)}and tell.`,
    ],
  ])('are not told of %s', (_, before, after) => {
    expect(exchangedWords(before, after)).toBeUndefined();
  });

  it('call by its name what a text points at', () => {
    const meant = (id: string): string => (id === 'desk' ? 'Our desk' : 'e-mail address');
    const [before, after] = [
      'Ask :contact[desk] for your :data[contact.email].',
      'Ask :contact[desk] for it.',
    ];
    expect(exchangedWords(before, after, meant)).toBe('“for your e-mail address.” became “for it.”');
    expect(exchangedWords('Ask us.', 'Ask :contact[desk].', meant)).toBe('“Ask us.” became “Ask Our desk.”');
  });

  it('never look the same: what plain words cannot show is left to the two texts', () => {
    expect(exchangedWords('We keep **it**.', 'We keep it.')).toBeUndefined();
  });
});

describe('an excerpt', () => {
  const long = 'and nothing else that anybody could want to know of us, ';

  it('leaves out what stays between two edits, and is both texts where it is one', () => {
    const [before, after] = [`We open, ${long.repeat(3)}we sell.`, `We close, ${long.repeat(3)}we give.`];
    const edits = excerptOf(before, after);
    const joined = (side: 'before' | 'after'): string => edits.map((run) => run[side]).join('');
    expect(joined('before')).toMatch(/^We open, and nothing .{1,40}….{1,60} we sell\.$/);
    expect(joined('after')).toMatch(/^We close, and nothing .{1,40}….{1,60} we give\.$/);
    expect(excerptOf('We open it.', 'We close it.')).toEqual([
      { before: 'We ', after: 'We ' },
      { before: 'open', after: 'close' },
      { before: ' it.', after: ' it.' },
    ]);
  });
});

it.each([
  ['**We** keep it .', 'We keep it.', true],
  ['上述 1.1.1 条', '上述1.1.1条', true],
  ['We keep it.', 'We keep them.', false],
  ['We keep 1 hat.', 'We keep 2 hats.', false],
])('“%s” and “%s” are set otherwise: %s', (before, after, is) => {
  expect(isOnlySet(before, after)).toBe(is);
});
