import type { Html, ListItem, Nodes, PhrasingContent, Root, Table } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import {
  type Block,
  bullets,
  type Fact,
  type Grid,
  inline,
  type Part,
  paragraph,
  strong,
  text,
} from './nodes.ts';
import type { Words } from './words.ts';

/** What is plain text to us and markup to others: `~~not~~` must not strike out a word, nor `{…}` be run as MDX. */
const foreignMarks = ['~', '{', '}'].map((character) => ({ character, inConstruct: ['phrasing' as const] }));

const writer = unified()
  .use(tables)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
  })
  .freeze();

/**
 * A document as Markdown: CommonMark with GFM tables. The only HTML in it is ours: an anchor before each part, and
 * `<u>` for what limits a right. Whatever an author or an address says is escaped.
 */
export function markdownOf(tree: Root, words: Words): string {
  const plain = rewrite(tree, words)[0] as Root;
  return writer.stringify(plain);
}

function rewrite(node: Nodes, words: Words): Nodes[] {
  const copy =
    'children' in node
      ? { ...node, children: (node.children as Nodes[]).flatMap((child) => rewrite(child, words)) }
      : node;
  switch (copy.type) {
    case 'part':
      return [anchor(copy as Part), ...(copy.children as Nodes[])];
    case 'factList':
      return [factItems(copy.children as Nodes[])];
    case 'fact':
      return [factItem(copy as Fact, words)];
    case 'grid':
      return [tableOf(copy, words)];
    case 'foreign':
    case 'foreignPhrase':
      return copy.children as Nodes[];
    case 'partNumber':
      return copy.value === '' ? [] : [text(`${copy.value} `)];
    case 'badge':
      return [strong(copy.value)];
    case 'limit':
      return [strong(raw('<u>'), copy.children as PhrasingContent[], raw('</u>'))];
    default:
      return [copy as Nodes];
  }
}

function anchor({ id }: Part): Html {
  return raw(`<a id="${id.replace(/[^\w.-]/g, '')}"></a>`);
}

function raw(value: string): Html {
  return { type: 'html', value };
}

function factItems(items: readonly Nodes[]): Nodes {
  return { ...bullets([]), children: items as ListItem[] };
}

function factItem({ label, children }: Fact, words: Words): ListItem {
  const [first, ...rest] = children;
  const lead = inline(strong(label), words.colon);
  const blocks: Block[] =
    first?.type === 'paragraph'
      ? [paragraph(lead, first.children), ...rest]
      : [paragraph(strong(label), words.colon.trimEnd()), ...children];
  return { type: 'listItem', spread: false, children: blocks };
}

function tableOf({ columns, rows }: Grid, words: Words): Table {
  const header = columns.map((name) => inline(name));
  const body = rows.map((row) =>
    row.map((cell) => cell.flatMap((node) => rewrite(node, words)) as PhrasingContent[]),
  );
  return {
    type: 'table',
    children: [header, ...body].map((cells) => ({
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', children })),
    })),
  };
}

function tables(this: Processor): void {
  const data = this.data();
  data.toMarkdownExtensions ??= [];
  data.toMarkdownExtensions.push(gfmTableToMarkdown({ tablePipeAlign: false }), { unsafe: foreignMarks });
}
