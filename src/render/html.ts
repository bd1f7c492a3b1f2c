import type { Element, ElementContent, Root as Tree } from 'hast';
import type { PhrasingContent, Root, Table } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { unified } from 'unified';
import { nodesOf } from '../syntax/prose.ts';
import { element } from './element.ts';
import type {
  Badge,
  Fact,
  FactList,
  Foreign,
  ForeignPhrase,
  Grid,
  Limit,
  Part,
  PartNumber,
} from './nodes.ts';
import { sanitise } from './sanitise.ts';
import type { Words } from './words.ts';

const writer = unified().use(rehypeStringify, { upperDoctype: true }).freeze();

/** A document as an HTML tree, sanitised: what a page embeds. */
export function treeOf(document: Root, words: Words): Tree {
  const ids = [...nodesOf(document)].flatMap((node) =>
    node.type === 'part' ? [node.id, ...node.formerly] : [],
  );
  const tree = unified()
    .use(remarkRehype, { handlers: handlersFor(words) })
    .runSync(document) as unknown as Tree;
  return sanitise(tree, ids);
}

export function stringify(tree: Tree): string {
  return `${writer.stringify(tree)}\n`;
}

type Handlers = NonNullable<Options['handlers']>;
type State = Parameters<NonNullable<Handlers['text']>>[0];

function handlersFor(words: Words): Handlers {
  return {
    part: (state: State, node: Part) =>
      element(
        'section',
        { id: node.id, className: [node.role] },
        ...node.formerly.map((id) => element('span', { id })),
        ...state.wrap(state.all(node), true),
      ),
    factList: (state: State, node: FactList) =>
      element('dl', { className: ['facts'] }, ...state.wrap(state.all(node), true)),
    fact: (state: State, node: Fact) =>
      element(
        'div',
        { className: ['fact'] },
        element('dt', {}, node.label),
        element('dd', {}, ...state.all(node)),
      ),
    grid: gridElement,
    table: (state: State, node: Table) => {
      const table = defaultHandlers.table(state, node);
      return element('section', { className: ['scroll'], tabIndex: 0, ariaLabel: words.table }, table);
    },
    foreign: (state: State, node: Foreign) => element('div', { lang: node.locale }, ...state.all(node)),
    foreignPhrase: (state: State, node: ForeignPhrase) =>
      element('span', { lang: node.locale }, ...state.all(node)),
    partNumber: (_state: State, node: PartNumber) =>
      node.value === ''
        ? []
        : [
            element('a', { className: ['number'], href: `#${node.id}` }, node.value),
            { type: 'text', value: ' ' },
          ],
    badge: (_state: State, node: Badge) => element('span', { className: ['badge', node.tone] }, node.value),
    limit: (state: State, node: Limit) =>
      element('strong', {}, element('u', { className: ['limit'] }, ...state.all(node))),
  };
}

function gridElement(state: State, { caption, columns, rows }: Grid): Element {
  const cells = (content: readonly PhrasingContent[]): ElementContent[] =>
    state.all({ type: 'paragraph', children: [...content] }) as ElementContent[];
  const head = element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)));
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      ...row.map((cell, index) =>
        index === 0
          ? element('th', { scope: 'row' }, ...cells(cell))
          : element('td', { dataLabel: columns[index] ?? '' }, ...cells(cell)),
      ),
    ),
  );
  return element(
    'table',
    { className: ['grid'] },
    element('caption', {}, caption),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
}
