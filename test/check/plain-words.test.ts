import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords } from '../../src/check/plain-words.ts';

describe('words in plain setting', () => {
  it.each([
    ['We keep it for 30\u00a0days.', 'We keep it for 30 days.'],
    ['We keep it for **30** _days_.', 'We keep it for 30 days.'],
    ['We keep it for 30\ndays, or\n  two weeks.', 'We keep it for 30 days, or two weeks.'],
    ['保存期限为\n三十日。', '保存期限为三十日。'],
    ['保存３０日。', '保存30日。'],
    ['A cafe\u0301 \\(closed\\)', 'A café (closed)'],
    ['sous‑traitant&nbsp;: 2', 'sous-traitant : 2'],
  ])('%j', (text, words) => {
    expect(plainWords(text).words).toBe(words);
  });

  it.each([
    'One paragraph.\n\nAnother one.',
    'We collect:\n- names\n- addresses',
    'We collect:\n1. names\n2. addresses',
    '# A title\nText below it',
    'A title\n=====\nText',
    '| a | b |\n| - | - |\n| c | d |',
    'a | b\n- | -\nc | d',
    '> quoted\n> and more',
    'snake_case_name, 2 * 3, 4*5, a ____ to fill in',
    '* an item\n* another',
  ])('says nothing else than %j', (text) => {
    expect(plainWords(text).words).toBe(text);
  });

  it('knows what its parts were made of', () => {
    const text = 'Kept for **30**\n  days\u00a0\u00a0or _less_.';
    const { words, origin } = plainWords(text);
    expect(words).toBe('Kept for 30 days or less.');
    const of = (part: string): string => {
      const start = words.indexOf(part);
      const found = origin(start, start + part.length);
      return text.slice(found.start, found.end);
    };
    expect(of('30')).toBe('30');
    expect(of('30 days')).toBe('30**\n  days');
    expect(of('or less')).toBe('or _less');
  });

  it('has its parts in the order of the text, each made of what says it, and says the same when it is read again', () => {
    const piece = fc.constantFrom(
      'a',
      '3',
      ' ',
      '\n',
      '\u00a0',
      '*',
      '**',
      '_',
      '\\',
      '.',
      '-',
      '| ',
      '# ',
      'e\u0301',
      '日',
      '３',
      '&nbsp;',
      '▯',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 24 }).map((all) => all.join('')),
        (text) => {
          const { words, origin } = plainWords(text);
          let last = 0;
          for (let at = 0; at < words.length; at++) {
            const { start, end } = origin(at, at + 1);
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            const [said, was] = [words[at] ?? '', text.slice(start, end)];
            if (/[a日▯.]/.test(said)) expect(was).toContain(said);
            if (/[\d]/.test(said)) expect(was.normalize('NFKC')).toContain(said);
            last = start;
          }
          const letters = (all: string): string =>
            all.normalize('NFKC').replace(/&nbsp;|[^\p{L}\p{N}▯]/gu, '');
          expect(letters(words)).toBe(letters(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('costs what the text is long', () => {
    for (const part of ['* ', '_', '\\', ' \n', '\n ', '** ', 'a\n', '&nbsp', '| a\n', 'e\u0301'])
      expect(plainWords(part.repeat(200_000)).words.length).toBeGreaterThan(0);
  });
});
