import type { Html, ListItem, Nodes, Parents, PhrasingContent, Root, Table, Text } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Info, type SafeConfig, type State } from 'mdast-util-to-markdown';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import { escapedRoot } from '../syntax/escaped.ts';
import { type Flavour, flavours } from './flavours.ts';
import { headingsApart } from './headings.ts';
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
import { references } from './references.ts';
import { runsOf } from './runs.ts';
import type { Words } from './words.ts';

/** Plain text to us and markup to other programs: `~~not~~` must not strike out a word, nor `{…}` be run as MDX. */
const foreignMarks = ['~', '{', '}'].map((character) => ({ character, inConstruct: ['phrasing' as const] }));

/**
 * Many programs turn a bare address into a link and take everything up to white space into it, even the backslash or
 * code mark that made a tag after it harmless; the tag is then live. So the address is broken up by a character
 * reference, unless nothing else stands beside it. Only ASCII white space ends an address in all of them.
 */
const onlyAnAddress = '[A-Za-z0-9./?=%#+-]*(?:[.,;!?]?[ \\t\\r\\n]|(?:\\]\\(?)?$)';
const inText = {
  inConstruct: 'phrasing' as const,
  notInConstruct: ['destinationRaw' as const, 'destinationLiteral' as const],
};
const bareAddresses = [
  { character: ':', before: '[A-Za-z]', after: `/(?!/${onlyAnAddress})`, ...inText },
  { character: '.', before: '[Ww]{3}', after: `(?!${onlyAnAddress})`, ...inText },
];
/** A CI job that prints a page would act on a line that begins like this. */
const commands = { character: ':', atBreak: true, after: ':', ...inText };
/** Written as references wherever they could begin a tag, so that no program sees a backslash before a tag. */
const asReferences = ['<', ':'];

const writerFor = eachOnDemand(({ inert, indent, codeWords }: Flavour) =>
  unified()
    .use(tables, inert)
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '_',
      rule: '-',
      fences: true,
      listItemIndent: indent ?? 'one',
      resourceLink: true,
      handlers: { root: escapedRoot, text: inertText([...asReferences, ...inert], codeWords) },
    })
    .freeze(),
);

/**
 * A document as Markdown: CommonMark with GFM tables. The only HTML in it is ours: an anchor before each part, `<u>`
 * for what limits a right, `<ins>` and `<del>` for changes. Anything from an author or an address is escaped.
 */
export function markdownOf(tree: Root, words: Words, flavour: Flavour = flavours.frozen): string {
  const { parts, written } = onceIn(flavour);
  const runs = runsOf(tree.children).map((run) =>
    run.part === undefined ? rewritten(run.blocks, words, flavour) : parts(words)(run.part),
  );
  const apart = headingsApart({ type: 'root', children: runs as unknown as Root['children'] }, flavour);
  return (apart.children as unknown as Root[])
    .map(written)
    .filter((text) => text !== '')
    .join('\n');
}

/** What is on several pages, such as a version and its dated copy, is written once. */
const onceIn = eachOnDemand((flavour: Flavour) => ({
  parts: keptWith((words: Words) => keptWith((part: Part) => rewritten([part], words, flavour))),
  written: keptWith((run: Root) => writerFor(flavour).stringify(run)),
}));

function rewritten(blocks: readonly Nodes[], words: Words, flavour: Flavour): Root {
  return rewrite({ type: 'root', children: [...blocks] } as Root, words, flavour)[0] as Root;
}

function rewrite(node: Nodes, words: Words, flavour: Flavour): Nodes[] {
  const copy =
    'children' in node
      ? {
          ...node,
          children: joinTexts(
            joinFacts(node.children as Nodes[]).flatMap((child) => rewrite(child, words, flavour)),
          ),
        }
      : node;
  switch (copy.type) {
    case 'part':
      return anchored(copy as Part, flavour);
    case 'link':
      // Some programs put addresses into attributes without escaping quotes.
      return [{ ...copy, url: linkIn(copy.url, flavour).replaceAll('"', '%22') } as Nodes];
    case 'text':
      return flavour.broken === undefined ? [copy] : brokenApart(copy, flavour.broken);
    case 'inlineCode':
      return [hasAny(copy.value, flavour.inert) ? raw(`<code>${references(copy.value)}</code>`) : copy];
    case 'code':
      return [
        hasAny(copy.value, flavour.inert) ? raw(`<pre><code>${references(copy.value)}</code></pre>`) : copy,
      ];
    case 'factList':
      return [factItems(copy.children as Nodes[])];
    case 'fact':
      return [factItem(copy as Fact, words)];
    case 'grid':
      return [tableOf(copy, words, flavour)];
    case 'matrix':
      return [matrixOf(copy, words, flavour)];
    case 'group':
      if (copy.role === 'listed') return firstStrong(copy.children as Nodes[]);
      // Nothing is folded here, so the title for unfolding is left out.
      return copy.children.slice(copy.role === 'more' && flavour.links !== 'kept' ? 1 : 0) as Nodes[];
    case 'clauseTable':
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

function firstStrong([first, ...rest]: readonly Nodes[]): Nodes[] {
  return first?.type === 'paragraph' ? [paragraph(strong(first.children)), ...rest] : [];
}

function brokenApart({ value }: Text, places: RegExp): Nodes[] {
  return value
    .split(places)
    .flatMap((one, at) => (at === 0 ? [text(one)] : [raw('<span></span>'), text(one)]));
}

/** Joins adjacent lists of facts: Markdown would need alternating bullets to keep them apart. */
function joinFacts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'factList' && last?.type === 'factList')
      joined.splice(-1, 1, { ...last, children: [...last.children, ...node.children] });
    else joined.push(node);
  }
  return joined;
}

/** Joins adjacent texts, so that the writer sees what surrounds an address. */
function joinTexts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') joined.splice(-1, 1, text(last.value + node.value));
    else joined.push(node);
  }
  return joined;
}

function anchored({ id, formerly, children }: Part, { anchors }: Flavour): Nodes[] {
  const ids = [id, ...formerly].map(inAnchor);
  const [first, ...rest] = children as Nodes[];
  if (anchors === 'html' || first?.type !== 'heading') return [anchorsFor(ids), ...(children as Nodes[])];
  const title = { ...first, children: [...first.children, raw(` {#${ids[0]}}`)] };
  return [...(ids.length > 1 ? [anchorsFor(ids.slice(1))] : []), title, ...rest];
}

const inAnchor = (id: string): string => id.replace(/[^\w.-]/g, '');

function anchorsFor(ids: readonly string[]): Html {
  return raw(ids.map((id) => `<a id="${id}"></a>`).join(''));
}

/** A link between our pages as the program expects it. A link elsewhere only loses what the program might act on. */
function linkIn(url: string, { links, file, folder, inert }: Flavour): string {
  if (links === 'kept') return url;
  const [, way, hash = ''] = /^((?:[\w.-]+\/)*)index\.html(#.*)?$/.exec(url) ?? [];
  if (way === undefined) return inert === '' ? url : url.replace(/[{}]/g, (mark) => encodeURIComponent(mark));
  const named = way.replace(/[\w.-]+/g, (name) =>
    folder === undefined || /^\.+$/.test(name) ? name : folder(name),
  );
  if (links === 'file') return `${named}${file}${hash}`;
  return `${named === '' ? './' : named}${hash}`;
}

function hasAny(value: string, characters: string): boolean {
  return [...characters].some((one) => value.includes(one));
}

function raw(value: string): Html {
  return { type: 'html', value };
}

function editOf({ is, label, children }: Edit): PhrasingContent[] {
  const tag = is === 'added' ? 'ins' : 'del';
  return [raw(`<${tag}>`), text(label), ...children, raw(`</${tag}>`)];
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

function tableOf({ columns, rows, ids = [] }: Grid, words: Words, flavour: Flavour): Table {
  const header = columns.map((name) => inline(name));
  const body = rows.map((row, at) => {
    const anchor = ids[at] === undefined ? [] : [anchorsFor([ids[at]].map(inAnchor))];
    const cells = row.map(
      (cell) => cell.flatMap((node) => rewrite(node, words, flavour)) as PhrasingContent[],
    );
    return cells.map((cell, index) => (index === 0 ? [...anchor, ...cell] : cell));
  });
  return {
    type: 'table',
    children: [header, ...body].map((cells) => ({
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', children })),
    })),
  };
}

function matrixOf({ corner, columns, sections, marks }: Matrix, words: Words, flavour: Flavour): Table {
  const rows = sections.flatMap((section) =>
    section.rows.map((row) => [
      [...row.head],
      ...row.marks.map((mark) => inline(mark === undefined ? '' : marks[mark])),
    ]),
  );
  return tableOf({ type: 'grid', caption: '', columns: [corner, ...columns], rows }, words, flavour);
}

function tables(this: Processor, inert: string): void {
  const data = this.data();
  data.toMarkdownExtensions ??= [];
  data.toMarkdownExtensions.push(gfmTableToMarkdown({ tablePipeAlign: false }), {
    unsafe: [
      ...foreignMarks,
      ...bareAddresses,
      commands,
      ...[...inert].map((character) => ({ character, ...inText })),
    ],
  });
}

const escapedIn = keptWith(
  (unsafe: State['unsafe']): ReadonlySet<string> => new Set(unsafe.map(({ character }) => character)),
);

/** Writes text as the library does, but with references in place of backslashes. */
function inertText(encode: readonly string[], codeWords: RegExp | undefined) {
  const write = (node: Text, parent: Parents | undefined, state: State, info: Info): string => {
    const safe = (value: string | null | undefined, config: SafeConfig): string =>
      state.safe(value, { ...config, encode: [...encode] });
    const written = defaultHandlers.text(node, parent, { ...state, safe }, info);
    if (codeWords === undefined) return written;
    return written.replace(/^\S+/gm, (word) =>
      codeWords.test(word) ? `&#${word.codePointAt(0)};${word.slice(1)}` : word,
    );
  };
  // To learn how a text begins, the library would write all of it. A first character that is never escaped is
  // returned as it is.
  const peek: typeof write = (node, parent, state, info) =>
    codeWords === undefined && !escapedIn(state.unsafe).has(node.value.charAt(0))
      ? node.value
      : write(node, parent, state, info);
  return Object.assign(write, { peek });
}
