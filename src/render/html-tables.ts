import type { Element, ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { ClauseKind } from '../model/kinds.ts';
import { element } from './element.ts';
import { blocksOf, flowOf, type State } from './html-parts.ts';
import {
  type Block,
  type ClauseTable,
  type Fact,
  type Grid,
  type Matrix,
  type MatrixMark,
  type MatrixRow,
  type Part,
  paragraph,
  strong,
} from './nodes.ts';
import type { Words } from './words.ts';

/** A table that may be wider than the page: it scrolls in its own frame, which can be reached by keyboard. */
export function scrolling(label: string, table: Element): Element {
  return element('section', { className: ['scroll'], tabIndex: 0, ariaLabel: label }, table);
}

export function gridElement(state: State, { caption, columns, rows, ids = [] }: Grid): Element {
  const cells = (content: readonly PhrasingContent[]): ElementContent[] =>
    state.all({ type: 'paragraph', children: [...content] }) as ElementContent[];
  const body = rows.map((row, at) =>
    element(
      'tr',
      ids[at] === undefined ? {} : { id: ids[at] },
      ...row.map((cell, index) =>
        index === 0
          ? element('th', { scope: 'row' }, ...cells(cell))
          : labelled(columns[index] ?? '', cells(cell)),
      ),
    ),
  );
  return stack(caption, columns, body);
}

/** With more columns than this, columns are narrower than their words on any screen, so each row becomes a card. */
const mostColumns = 6;

function stack(caption: string, columns: readonly string[], body: readonly Element[]): Element {
  const head = element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)));
  return element(
    'table',
    { className: columns.length > mostColumns ? ['stack', 'many'] : ['stack'] },
    element('caption', {}, caption),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
}

/** A cell with its own label, shown on phones, where the head of the table is hidden. */
function labelled(label: string, content: readonly ElementContent[]): Element {
  if (content.length === 0) return element('td', {});
  return element('td', {}, element('span', { className: ['label'], ariaHidden: 'true' }, label), ...content);
}

/** The facts in each column, by kind of clause. The first column also takes the text and any fact without a column. */
const columnsOf: Partial<Record<ClauseKind, readonly (readonly [string, ...string[]])[]>> = {
  retention: [['data'], ['period', 'atLeast'], ['expiry'], ['place']],
  right: [['how'], ['channels'], ['answer', 'cost']],
  technology: [['data'], ['provider'], ['lifetime'], ['optOut', 'necessary']],
  contact: [['topics'], ['address'], ['department'], ['answer']],
  definition: [['meaning']],
  document: [['meaning'], ['where']],
};

export function clauseTableElement(
  state: State,
  { kind, caption, children }: ClauseTable,
  words: Words,
): Element {
  const labels: Readonly<Record<string, string>> = words.labels;
  const columns = columnsOf[kind] ?? [['meaning']];
  const rows = children.map((part) => cellsOf(part, columns));
  const shown = columns.map(
    (_, index) => index === 0 || rows.some((row) => (row.cells[index] ?? []).length > 0),
  );
  const names = columns.map(([first]) => labels[first] ?? first);
  const body = rows.map(({ part, title, cells }) =>
    element(
      'tr',
      { id: part.id },
      element(
        'th',
        { scope: 'row' },
        ...part.formerly.map((id) => element('span', { id })),
        ...(state.all({ type: 'paragraph', children: [...title] }) as ElementContent[]),
        ...blocksOf(state, appliesOf(part)),
      ),
      ...cells.flatMap((cell, index) =>
        shown[index]
          ? [
              labelled(
                names[index] ?? '',
                flowOf(
                  state,
                  cell.flatMap((one) => told(one, names[index] ?? '', words)),
                ),
              ),
            ]
          : [],
      ),
    ),
  );
  return stack(caption, [words.labels.section, ...names.filter((_, index) => shown[index])], body);
}

interface ClauseRow {
  readonly part: Part;
  readonly title: readonly PhrasingContent[];
  readonly cells: readonly (readonly (Block | Fact)[])[];
}

function cellsOf(part: Part, columns: readonly (readonly [string, ...string[]])[]): ClauseRow {
  const cells: (Block | Fact)[][] = columns.map(() => []);
  let title: readonly PhrasingContent[] = [];
  for (const child of part.children) {
    if (child.type === 'heading') title = child.children;
    else if (child.type === 'factList') {
      for (const one of child.children as Fact[]) {
        if (one.name === 'applies') continue;
        const column = columns.findIndex((names) => names.includes(one.name));
        cells[Math.max(column, 0)]?.push(one);
      }
    } else cells[0]?.push(child);
  }
  return { part, title, cells };
}

function appliesOf(part: Part): Block[] {
  return part.children.flatMap((child) =>
    child.type === 'factList'
      ? (child.children as Fact[]).flatMap((one) => (one.name === 'applies' ? one.children : []))
      : [],
  );
}

/** A fact in its column, with its own label if that differs from the column's. */
function told(block: Block | Fact, column: string, words: Words): Block[] {
  if (block.type !== 'fact') return [block];
  if (block.label === column) return block.children;
  const [first, ...rest] = block.children;
  return first?.type === 'paragraph'
    ? [paragraph(strong(block.label), words.colon, first.children), ...rest]
    : [paragraph(strong(block.label)), ...block.children];
}

export function matrixElement(
  state: State,
  { caption, corner, columns, sections, marks }: Matrix,
  words: Words,
): Element {
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, legend(sections, marks), corner),
    ...columns.map((name) => element('th', { scope: 'col' }, element('span', {}, name))),
  );
  const bodies = sections.map((section) =>
    element(
      'tbody',
      {},
      element(
        'tr',
        { className: ['group'] },
        element('th', { scope: 'rowgroup', colSpan: columns.length + 1 }, section.title),
      ),
      ...section.rows.map((row) =>
        element(
          'tr',
          {},
          element(
            'th',
            { scope: 'row' },
            ...(state.all({ type: 'paragraph', children: [...row.head] }) as ElementContent[]),
          ),
          ...marksOf(row.marks, (mark, index) => `${columns[index]}${words.listSeparator}${marks[mark]}`),
        ),
      ),
    ),
  );
  return scrolling(
    caption,
    element(
      'table',
      { className: ['matrix'] },
      element('caption', {}, caption),
      element('thead', {}, head),
      ...bodies,
    ),
  );
}

/** What the marks mean, for whoever sees them: cells say it in words to screen readers, and on phones. */
function legend(sections: Matrix['sections'], marks: Matrix['marks']): Element {
  const used = new Set(sections.flatMap(({ rows }) => rows.flatMap((row) => row.marks)));
  const told = (['needed', 'used', 'optional'] as const).filter((mark) => used.has(mark));
  const lines = told.map((mark) => element('span', { className: [mark] }, marks[mark]));
  return element('span', { className: ['marks'], ariaHidden: 'true' }, ...lines);
}

/**
 * One cell for each mark and one for each run of empty places between: many empty cells would only make the page
 * larger.
 */
function marksOf(marks: MatrixRow['marks'], told: (mark: MatrixMark, index: number) => string): Element[] {
  const cells: Element[] = [];
  let empty = 0;
  const close = (): void => {
    if (empty > 0) cells.push(element('td', empty > 1 ? { colSpan: empty } : {}));
    empty = 0;
  };
  marks.forEach((mark, index) => {
    if (mark === undefined) empty += 1;
    else {
      close();
      cells.push(element('td', { className: [mark] }, element('span', {}, told(mark, index))));
    }
  });
  close();
  return cells;
}
