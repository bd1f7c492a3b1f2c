import type { ElementContent, Root as Tree } from 'hast';
import type { Nodes, Root, Table } from 'mdast';
import remarkRehype, { defaultHandlers } from 'remark-rehype';
import { unified } from 'unified';
import { keptWith } from '../base/on-demand.ts';
import { nodesOf } from '../syntax/prose.ts';
import { element } from './element.ts';
import { factsElement, groupElement, type Handlers, partElement, type State } from './html-parts.ts';
import { clauseTableElement, gridElement, matrixElement, scrolling } from './html-tables.ts';
import type {
  Badge,
  ClauseTable,
  Edit,
  Fact,
  FactList,
  Foreign,
  ForeignPhrase,
  Limit,
  Matrix,
  Moment,
  Part,
  PartNumber,
} from './nodes.ts';
import { runsOf } from './runs.ts';
import { sanitise } from './sanitise.ts';
import type { Words } from './words.ts';

/**
 * A document as a sanitised HTML tree, to embed in a page. A part that is on several pages is drawn once; this is
 * safe because a part belongs to one policy's view and so has one language.
 */
export function treeOf(document: Root, words: Words): Tree {
  const runs = runsOf(document.children).map((run) =>
    run.part === undefined ? drawn(run.blocks, words) : partsIn(words)(run.part),
  );
  const children = runs
    .filter((run) => run.length > 0)
    .flatMap((run, at): readonly ElementContent[] =>
      at === 0 ? run : [{ type: 'text', value: '\n' }, ...run],
    );
  return { type: 'root', children };
}

const partsIn = keptWith((words: Words) => keptWith((part: Part) => drawn([part], words)));

function drawn(children: readonly Nodes[], words: Words): readonly ElementContent[] {
  const document = { type: 'root', children: [...children] } as Root;
  const ids = [...nodesOf(document)].flatMap((node) => {
    if (node.type === 'part') return [node.id, ...node.formerly];
    return node.type === 'grid' ? (node.ids ?? []) : [];
  });
  const tree = unified()
    .use(remarkRehype, { handlers: handlersFor(words) })
    .runSync(document) as unknown as Tree;
  return sanitise(tree, ids).children as ElementContent[];
}

function handlersFor(words: Words): Handlers {
  return {
    part: partElement,
    factList: (state: State, node: FactList) => factsElement(state, 'facts', node.children as Fact[]),
    group: groupElement,
    grid: gridElement,
    matrix: (state: State, node: Matrix) => matrixElement(state, node, words),
    clauseTable: (state: State, node: ClauseTable) => clauseTableElement(state, node, words),
    table: (state: State, node: Table) => scrolling(words.table, defaultHandlers.table(state, node)),
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
    moment: (_state: State, node: Moment) => element('time', { dateTime: node.date }, node.value),
    edit: (state: State, node: Edit) =>
      element(
        node.is === 'added' ? 'ins' : 'del',
        {},
        element('span', { className: ['hidden'] }, node.label),
        ...state.all(node),
      ),
    limit: (state: State, node: Limit) =>
      element('strong', {}, element('u', { className: ['limit'] }, ...state.all(node))),
  };
}
