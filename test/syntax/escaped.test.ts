import fc from 'fast-check';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handlers, toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { escapedRoot } from '../../src/syntax/escaped.ts';
import { parseMarkdown } from '../../src/syntax/prose.ts';

const pieces = [
  ...['We keep it', '你好', '“so”', 'é', '12', ' ', '\n', '\n\n', '\t', '\r\n', '\u00a0'],
  ...['*', '**', '_', '`', '[', ']', '](x)', '![', '(', ')', '<b>', '<', '>', '&', '&amp;', '\\', '#', '# '],
  ...['- ', '+ ', '1. ', '1) ', '> ', '~', '~~', '=', '"', "'", '!', '.', ':', '::error::x', '{', '}', '|'],
  ...[
    '| a | b |\n|---|---|\n| c | d |\n',
    'http://a.example/b',
    '<http://a.example>',
    '```a`b\n',
    '[x](<a b> "c")',
  ],
];

const written = (text: string, handlers: Partial<Handlers>): string => {
  // What a directive is written as is its own matter.
  const tree = parseMarkdown(text.replaceAll(':ref', 'ref'));
  return toMarkdown(tree, { handlers, extensions: [gfmTableToMarkdown({ tablePipeAlign: false })] });
};

describe('Markdown that is written', () => {
  it('is what the library writes, which looks for every mark in every text', () => {
    const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.join('');
        expect(written(source, { root: escapedRoot })).toBe(written(source, {}));
      }),
      { numRuns: 500 },
    );
  });
});
