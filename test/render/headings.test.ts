import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { flavours } from '../../src/render/flavours.ts';
import { headingsApart } from '../../src/render/headings.ts';

/** What `markdownOf` hands over: headings, and anchors as HTML. */
const tree = (markdown: string): Root => unified().use(remarkParse).parse(markdown);
const headings = ({ children }: Root): readonly unknown[] =>
  children.flatMap((node) => (node.type === 'heading' ? node.depth : node.type === 'html' ? node.value : []));

const page = tree(
  '## In short\n\n### Crash *reports* <3\n\nWords\n\n<a id="crash-reports-3"></a>\n\n### Crash reports 3\n',
);

it('a heading before a clause does not take its name, where names are made of words', () => {
  for (const flavour of [flavours.plain, flavours.starlight, flavours.eleventy, flavours.mkdocs])
    expect(headings(headingsApart(page, flavour))).toEqual([
      2,
      '<h3 id="heading_1">Crash reports &#60;3</h3>',
      3,
    ]);
});

it('every heading has a name where one can be written, and none twice', () => {
  for (const flavour of [flavours.vitepress, flavours.docusaurus, flavours.hugo]) {
    const names = headingsApart(page, flavour).children.flatMap((node) =>
      node.type === 'heading' ? node.children.at(-1) : [],
    );
    expect(names.map((node) => node && 'value' in node && node.value)).toEqual([
      ' {#page_1}',
      ' {#page_2}',
      ' {#page_3}',
    ]);
  }
});

it('what an archive keeps stays as it is', () => {
  expect(headingsApart(page, flavours.frozen)).toBe(page);
});
