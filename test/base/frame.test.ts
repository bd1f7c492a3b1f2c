import { expect, it } from 'vitest';
import { codeFrame } from '../../src/base/frame.ts';
import { sourceFile } from '../../src/base/place.ts';

/** The frame of the text between « and », which are taken out. */
function frameOf(marked: string, file = 'a.yaml'): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const lines = text.slice(0, start).split('\n');
  const column = (lines.at(-1)?.length ?? 0) + 1;
  const place = { file, line: lines.length, column, endLine: lines.length, endColumn: column + end - start };
  return codeFrame(sourceFile(file, text), place);
}

const words = 'some words of a text '.repeat(20);

it.each([
  ['at the end', `${words}«wrong»`],
  ['at the beginning', `«wrong» ${words}`],
  ['in the middle', `${words}«wrong» ${words}`],
  ['with a long range', `${words}«wrong ${words}»${words}`],
  ['in Chinese', `${'我们收集您的信息。'.repeat(30)}«wrong»${'我们收集您的信息。'.repeat(30)}`],
  ['with emoji and marks', `${'👍🏽 é'.repeat(60)}«wrong»${'e\u0301'.repeat(300)}`],
  ['on line 1000', `${'\n'.repeat(999)}${words}«wrong» ${words}`],
  ['behind a long line', `${words}\n${words}«wrong»`],
])('a frame fits into 80 columns where reports indent it: %s', (_, marked) => {
  const frame = frameOf(marked);
  const [line = '', carets = ''] = frame.slice(-2);
  for (const shown of frame) expect(cells(shown).length, shown).toBeLessThanOrEqual(77);
  const from = carets.indexOf('^');
  expect(cells(line).slice(from, carets.length).join('')).toMatch(/^wrong/);
  expect(line).toContain('…');
});

/** What a terminal shows, cell by cell, of the characters above: the second cell of a wide one is empty. */
function cells(text: string): string[] {
  return (text.match(/[\u3000-\u9fff\uff00-\uffef]|\p{Emoji_Presentation}🏽?|.\p{Mn}*/gu) ?? []).flatMap(
    (one) =>
      /^.\p{Mn}*$/u.test(one) && !/[\u3000-\u9fff\uff00-\uffef]|\p{Emoji_Presentation}/u.test(one)
        ? [one]
        : [one, ''],
  );
}

it('a tab is as wide wherever a frame is cut, and a caret may stand behind the last character', () => {
  expect(frameOf('a\tb: «x»')).toEqual(['1 │ a    b: x', '  │         ^']);
  expect(frameOf(`first: 1\n${'x'.repeat(200)}«»`)).toEqual([
    '1 │ first: 1',
    `2 │ …${'x'.repeat(70)}`,
    `  │ ${' '.repeat(71)}^`,
  ]);
});

it('a line that fits is whole', () => {
  const line = `text: ${'x'.repeat(60)} wrong`;
  expect(frameOf(line.replace('wrong', '«wrong»'))[0]).toBe(`1 │ ${line}`);
});
