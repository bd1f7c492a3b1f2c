import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, parseProse, proseOf } from '../../src/syntax/prose.ts';

const plain = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree));

/** Letters, digits and every mark of ASCII and of East Asian scripts, and what Markdown makes of them. */
const marks = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~，。：（）“”—…《》| \n\t\u00a0'];
const words = [
  'a',
  'B',
  'ß',
  'é',
  '名',
  '称',
  '1',
  '2.',
  'www.a.b',
  ':data[x]',
  ': ',
  ' | ',
  '- ',
  'e\u0301',
  '𝒜',
];
const line = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.constantFrom(...words)), { maxLength: 12 })
  .map((parts) => parts.join(''));

const beginning = fc.constantFrom(
  '# ',
  '###### ',
  '####### ',
  '#',
  '- ',
  '* ',
  '-  ',
  '1. ',
  '007. ',
  '1) ',
  '1234567890. ',
);

describe('a line without marks', () => {
  it('is what the parser makes of it', () => {
    fc.assert(
      fc.property(line, beginning, (text, mark) => {
        const marked = `a${text}`;
        const begun = `${mark}${marked}`;
        const all = [text, marked, begun];
        const parsed = all.map(parseMarkdown);
        expect(plain([...all.map(parseProse), proseOf(begun)])).toEqual(plain([...parsed, parsed[2]]));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '',
    'Name',
    '# Name',
    '- Name',
    '12. Name',
    'We use: names, and (sometimes) ages.',
    '我们收集：姓名。',
    'Name | why | x',
  ])('such as %s', (text) => expect(plain(parseProse(text))).toEqual(plain(parseMarkdown(text))));
});
