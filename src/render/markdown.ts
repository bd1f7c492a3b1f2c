import type { Html, ListItem, Nodes, Parents, PhrasingContent, Root, Table, Text } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Info, type SafeConfig, type State } from 'mdast-util-to-markdown';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import {
  type Block,
  bullets,
  type Edit,
  type Fact,
  type Grid,
  inline,
  type Matrix,
  type Part,
  paragraph,
  strong,
  text,
} from './nodes.ts';
import type { Words } from './words.ts';

/** What is plain text to us and markup to others: `~~not~~` must not strike out a word, nor `{…}` be run as MDX. */
const foreignMarks = ['~', '{', '}'].map((character) => ({ character, inConstruct: ['phrasing' as const] }));

/**
 * Many programs make a link of a bare address, and take what is not white space behind it into the address: the
 * backslash or the code mark that made a tag harmless, for one, and then the tag is one. So the address is broken with
 * a character reference, unless nothing but an address stands there.
 */
const onlyAnAddress = '[A-Za-z0-9./?=%#+-]*(?:[.,;!?]?\\s|(?:\\]\\(?)?$)';
const inText = {
  inConstruct: 'phrasing' as const,
  notInConstruct: ['destinationRaw' as const, 'destinationLiteral' as const],
};
const bareAddresses = [
  { character: ':', before: '[A-Za-z]', after: `/(?!/${onlyAnAddress})`, ...inText },
  { character: '.', before: '[Ww]{3}', after: `(?!${onlyAnAddress})`, ...inText },
];
/** Written as a reference wherever it could begin a tag, and so that no program sees a backslash before a tag. */
const asReferences = ['<', ':'];

const writer = unified()
  .use(tables)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    handlers: { text: inertText },
  })
  .freeze();

/**
 * A document as Markdown: CommonMark with GFM tables. The only HTML in it is ours: an anchor before each part,
 * `<u>` for what limits a right, `<ins>` and `<del>` for what changed. Whatever an author or an address says is escaped.
 */
export function markdownOf(tree: Root, words: Words): string {
  const plain = rewrite(tree, words)[0] as Root;
  return writer.stringify(plain);
}

function rewrite(node: Nodes, words: Words): Nodes[] {
  const copy =
    'children' in node
      ? {
          ...node,
          children: joinTexts((node.children as Nodes[]).flatMap((child) => rewrite(child, words))),
        }
      : node;
  switch (copy.type) {
    case 'part':
      return [anchors(copy as Part), ...(copy.children as Nodes[])];
    case 'factList':
      return [factItems(copy.children as Nodes[])];
    case 'fact':
      return [factItem(copy as Fact, words)];
    case 'grid':
      return [tableOf(copy, words)];
    case 'matrix':
      return [matrixOf(copy, words)];
    case 'group':
    case 'register':
    case 'foreign':
    case 'foreignPhrase':
      return copy.children as Nodes[];
    case 'partNumber':
      return copy.value === '' ? [] : [text(`${copy.value} `)];
    case 'moment':
      return [text(copy.value)];
    case 'badge':
      return [strong(copy.value)];
    case 'edit':
      return editOf(copy as Edit);
    case 'limit':
      return [strong(raw('<u>'), copy.children as PhrasingContent[], raw('</u>'))];
    default:
      return [copy as Nodes];
  }
}

/** Texts side by side are one: what surrounds an address is then known where it is written. */
function joinTexts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') joined.splice(-1, 1, text(last.value + node.value));
    else joined.push(node);
  }
  return joined;
}

function anchors({ id, formerly }: Part): Html {
  return raw([id, ...formerly].map((one) => `<a id="${one.replace(/[^\w.-]/g, '')}"></a>`).join(''));
}

function raw(value: string): Html {
  return { type: 'html', value };
}

function editOf({ is, label, children }: Edit): PhrasingContent[] {
  const tag = is === 'added' ? 'ins' : 'del';
  return [raw(`<${tag}>`), text(`${label} `), ...children, raw(`</${tag}>`)];
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

function matrixOf({ corner, columns, sections, marks }: Matrix, words: Words): Table {
  const rows = sections.flatMap((section) =>
    section.rows.map((row) => [
      [...row.head],
      ...row.marks.map((mark) => inline(mark === undefined ? '' : marks[mark])),
    ]),
  );
  return tableOf({ type: 'grid', caption: '', columns: [corner, ...columns], rows }, words);
}

function tables(this: Processor): void {
  const data = this.data();
  data.toMarkdownExtensions ??= [];
  data.toMarkdownExtensions.push(gfmTableToMarkdown({ tablePipeAlign: false }), {
    unsafe: [...foreignMarks, ...bareAddresses],
  });
}

/** As the library writes it, but for references in place of backslashes. */
function inertText(node: Text, parent: Parents | undefined, state: State, info: Info): string {
  return defaultHandlers.text(node, parent, { ...state, safe: withReferences }, info);

  function withReferences(value: string | null | undefined, config: SafeConfig): string {
    return state.safe(value, { ...config, encode: asReferences });
  }
}
