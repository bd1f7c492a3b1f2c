import { expect, it } from 'vitest';
import { blockInWords } from '../../src/diff/block-words.ts';

it.each([
  ['privacy how-we-share paragraph-7b39b8ce', 'Under “how we share”: a paragraph'],
  ['privacy item-7b39b8ce-2', 'Under “privacy”: an item of a list'],
  ['heading-7b39b8ce', 'Document: a heading'],
  ['front-matter date', 'Settings of the page: date'],
  ['layout', 'Document: layout'],
])('%s is %s', (path, words) => {
  expect(blockInWords(path.split(' '))).toBe(words);
});
