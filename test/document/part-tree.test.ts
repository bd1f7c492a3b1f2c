import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../src/base/place.ts';
import { readDocument } from '../../src/document/document.ts';
import { parseMarkdown, proseOf } from '../../src/syntax/prose.ts';

const plain = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree));

/** What a line of Markdown may begin with, and what may stand in it. */
const marks = ['- ', '* ', '-   ', '1. ', '12. ', '3) ', '> ', '# ', '### ', '  ', '    ', '\t', '• ', ''];
const words = [
  'word',
  'We keep it.',
  '**bold**',
  '*a _b_*',
  '[link](/a)',
  '[a]',
  '[a]: /b',
  '[it][a]',
  '`code`',
  '<b>x</b>',
  '<div>',
  '---',
  '--',
  '===',
  '| a | b',
  '|-|-|',
  'x #',
  '&amp;',
  ':term[x]',
  '\\',
  '5. ',
  '+',
  '名称',
  '\ufeff',
  '',
];
const line = fc
  .tuple(
    fc.array(fc.constantFrom(...marks), { maxLength: 3 }),
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
  )
  .map(([start, said]) => start.join('') + said.join(' '));
const documentText = fc
  .array(fc.oneof(line, line, fc.constant('')), { minLength: 1, maxLength: 12 })
  .map((lines) => lines.join('\n'));

/** Every text of a document, with the tree that is kept of it and the one that the parser gives for it alone. */
function treesOf(text: string): { readonly kept: unknown; readonly alone: unknown }[] {
  return readDocument(sourceFile('a.md', text)).blocks.map((block) => ({
    kept: { text: block.text, tree: plain(proseOf(block.text)) },
    alone: { text: block.text, tree: plain(parseMarkdown(block.text)) },
  }));
}

describe('a block that is taken from the tree of its document', () => {
  it('is what the parser makes of its text alone', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        for (const { kept, alone } of treesOf(text)) expect(kept).toEqual(alone);
      }),
      { numRuns: 250 },
    );
  });

  it.each([
    [
      'a number below an item of an item, which begins no list there',
      '4. a\n\n    1. b\n        \n    \n5.  **C** d',
    ],
    ['a number below a definition', '[a]: /b\n2. word'],
    ['what another line of the document defines', '- [a] word\n- [it][a] too\n\n[a]: /b'],
    ['an item of dashes', '* --\n* word --'],
    ['a mark that opens a file', 'word\n\n\ufeff**bold** word'],
    ['a line that underlines nothing there', '12. word\n13. word\n   ==='],
    ['a quotation', '> [link](/a) word\n> more\n\n- > word **b**'],
    ['a heading that is underlined', 'word #\n===\n\n## word ##'],
    ['lines of one paragraph', '  word **b\n  c** d  \nand [link](/a)\n\n10. word *a*\n    more *b*'],
  ])('whatever it stands in: %s', (_, text) => {
    const trees = treesOf(text);
    expect(trees.length).toBeGreaterThan(0);
    for (const { kept, alone } of trees) expect(kept).toEqual(alone);
  });
});
