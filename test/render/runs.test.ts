import type { Nodes, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { flavours } from '../../src/render/flavours.ts';
import { treeOf } from '../../src/render/html.ts';
import { markdownOf } from '../../src/render/markdown.ts';
import {
  type Block,
  bullets,
  fact,
  factList,
  heading,
  paragraph,
  part,
  text,
} from '../../src/render/nodes.ts';
import { stringify } from '../../src/render/stringify.ts';
import { wordsOf } from '../../src/render/words.ts';

const english = wordsOf('en');

/** One of each that can run into what is beside it. */
const blocks: Readonly<Record<string, () => Block>> = {
  'a part that ends with a list': () =>
    part('lists', 'chapter', [heading(2, 'Lists'), bullets([[paragraph('last item')]])]),
  'a part of paragraphs': () => part('plain', 'chapter', [heading(2, 'Plain'), paragraph('words')]),
  'a part without a heading': () => part('bare', 'chapter', [bullets([[paragraph('bare item')]])]),
  'a paragraph': () => paragraph('between'),
  'a heading like an anchor': () => heading(3, 'Plain'),
  'a list': () => bullets([[paragraph('item')]]),
  facts: () => factList([fact('kept', 'Kept', paragraph('a year'))])[0] as Block,
  code: () => ({ type: 'code', value: 'code' }) as Block,
  'an ordered list': () =>
    ({
      type: 'list',
      ordered: true,
      children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text('one')] }] }],
    }) as Block,
};

const orders = Object.keys(blocks).flatMap((first) =>
  Object.keys(blocks).flatMap((second) => Object.keys(blocks).map((third) => [first, second, third])),
);

const root = (children: readonly Nodes[]): Root => ({ type: 'root', children: [...children] }) as Root;

describe('parts that are written once for all pages that they stand on', () => {
  it.each(Object.keys(flavours) as (keyof typeof flavours)[])(
    'read as a document that is written in one go: %s',
    (name) => {
      for (const order of orders) {
        const made = order.map((one) => blocks[one]?.() as Block);
        const whole = root([{ type: 'foreign', locale: 'en', children: made } as unknown as Nodes]);
        expect(markdownOf(root(made), english, flavours[name]), order.join(', ')).toBe(
          markdownOf(whole, english, flavours[name]),
        );
      }
    },
  );

  it('read the same beside other blocks, in either order and again', () => {
    const parts = Object.values(blocks).map((make) => make());
    const alone = new Map(parts.map((one) => [one, stringify(treeOf(root([one]), english)).trim()]));
    for (const order of [parts, [...parts].reverse(), parts]) {
      const page = stringify(treeOf(root(order), english)).trim();
      expect(page).toBe(order.map((one) => alone.get(one)).join('\n'));
    }
  });

  it('speak the language of the page', () => {
    const one = part('kept', 'chapter', [
      heading(2, 'Kept'),
      ...factList([fact('kept', 'Kept', paragraph('a year'))]),
    ]);
    const first = markdownOf(root([one]), english);
    const other = { ...english, colon: ' : ' };
    expect(markdownOf(root([one]), other)).toBe(first.replace('**Kept**: ', '**Kept** : '));
    expect(markdownOf(root([one]), english)).toBe(first);
  });
});
