import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { localeStatusText } from '../../src/report/locale-status.ts';
import { styleFor } from '../../src/report/style.ts';
import { printText } from '../../src/report/text.ts';
import type { TextState } from '../../src/translate/texts.ts';
import { changed, checked } from './reported.ts';

/** Colour shows what is grave and what differs; nothing is said by it alone. */
const colour = { red: '\u001B[31m', green: '\u001B[32m', yellow: '\u001B[33m', bold: '\u001B[1m' };

describe.each([
  ['a comparison', changed(4)],
  ['a list of problems', checked(['one', 'two'])],
] as const)('%s at a terminal', (_, report) => {
  it('reads the same without its colours', () => {
    const shown = printText(report, styleFor(true));
    expect(shown).not.toBe(stripVTControlCharacters(shown));
    expect(stripVTControlCharacters(shown)).toBe(printText(report, styleFor(false)));
  });
});

it('the words that differ have a colour, of either side another, and the rest of the text has none', () => {
  const shown = printText(changed(1), styleFor(true));
  const line = (label: string): string =>
    shown.split('\n').find((one) => one.includes(`    ${label} “We`)) ?? '';
  expect(line('before:')).toContain(`“We ${colour.red}knit`);
  expect(line('after: ')).toContain(`“We ${colour.green}sell`);
});

it('what is grave has its colour: a material change, one to review, an error', () => {
  const { policies, ...rest } = changed(2);
  const as = (level: 'material' | 'review'): string =>
    printText(
      {
        ...rest,
        policies: policies.map(({ comparison, ...policy }) => ({
          ...policy,
          ...(comparison && {
            comparison: { ...comparison, groups: comparison.groups.map((group) => ({ ...group, level })) },
          }),
        })),
      },
      styleFor(true),
    );
  expect(as('material')).toContain(`${colour.red}${colour.bold}MATERIAL`);
  expect(as('review')).toContain(`${colour.yellow}${colour.bold}REVIEW`);
  expect(printText(checked(['one']), styleFor(true))).toContain(`${colour.red}error`);
});

it('a name longer than its column in the status of translations moves no column', () => {
  const text = (owner: string) =>
    ({
      owner,
      field: 'text',
      state: 'missing',
      mark: 'h1',
      text: 'Words',
      file: 'a.yaml',
      line: 1,
    }) as TextState;
  const texts = [text('short'), text('x'.repeat(60))];
  const lines = localeStatusText([{ path: 'p', policy: 'p', locale: 'de', texts }], styleFor(false)).split(
    '\n',
  );
  expect(lines.filter((line) => line.includes('h1')).map((line) => line.indexOf('h1'))).toEqual([61, 61]);
});
