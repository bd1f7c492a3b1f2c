import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { underlinedHeadings } from '../../src/syntax/setext.ts';

const texts = [
  'Title\n---\n\nText.',
  'Title\n===\nText\n---\n- - -\n',
  'Two lines\nof one heading\n===\n',
  '[a]: https://a.example\nTitle\n---\n[a]',
  '[a]: https://a.example\n[b]: /b\n---\n',
  '> Quoted\n> ---\n> text\n---\n',
  '- item\n  ---\n- other\n  ===\n  words\n',
  '---\n===\n***\n',
  '    code\n---\n',
  'A *star\n---\nand* more\n===',
  `${'a\n---\n\nb c\n\n'.repeat(50)}`,
];

describe('underlined headings', () => {
  it.each(texts)('are those of CommonMark: %j', (text) => {
    expect(fromMarkdown(text, { extensions: [underlinedHeadings()] })).toEqual(fromMarkdown(text));
  });
});
