import { describe, expect, it } from 'vitest';
import { blockInWords } from '../../src/diff/block-words.ts';
import { compareDocuments } from '../../src/index.ts';

it.each([
  ['privacy how-we-share paragraph-7b39b8ce', 'Under “how we share”: a paragraph'],
  ['privacy item-7b39b8ce-2', 'Under “privacy”: an item of a list'],
  ['heading-7b39b8ce', 'Document: a heading'],
  ['front-matter date', 'Settings of the page: date'],
  ['front-matter- paragraph-7b39b8ce', 'Under “front matter”: a paragraph'],
  ['layout', 'Document: layout'],
])('%s is %s', (path, words) => {
  expect(blockInWords(path.split(' '), () => undefined)).toBe(words);
});

describe('a heading that a block stands under', () => {
  const subjects = (before: string, after: string): readonly string[] => {
    const answer = compareDocuments(before, after);
    return (answer.ok ? answer.value.changes : []).map(({ words }) => words);
  };
  const under = (heading: string, words = 'We share it.'): string => `# Privacy\n\n${heading}\n\n${words}\n`;

  it.each([
    ['## Our partners & friends (EU)', 'Our partners & friends (EU)'],
    ['Who gets it\n---', 'Who gets it'],
    ['## **Bold** and [linked](https://example.org)', 'Bold and linked'],
    ['## Who <small>knits</small>', 'Who knits'],
    ['## 第一章、共享', '第一章、共享'],
    [`## ${'Very long '.repeat(12)}`, `${'Very long '.repeat(9)}Very …`],
    ['## 🙂', '🙂'],
  ])('is named by its words: %s', (heading, name) => {
    expect(subjects(under(heading), under(heading, 'We sell it.'))).toEqual([
      `Under “${name}”: a paragraph reads differently.`,
    ]);
  });

  it('is that of the later document where both have one, with another mark', () => {
    expect(subjects(under('## Sharing?'), under('## Sharing', 'We sell it.'))).toContain(
      'Under “Sharing”: a paragraph reads differently.',
    );
    expect(subjects(under('## Sharing!'), '# Privacy\n')).toContain('Under “Sharing!”: a paragraph is gone.');
  });
});
