import type { Element, ElementContent, Nodes, Root as Page, Text } from 'hast';
import type { Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark, { type Options } from 'rehype-remark';
import { unified } from 'unified';
import { limits } from '../base/limits.ts';
import { requireClosed, requireFewMarks } from './page-weight.ts';
import { strikeOut } from './shown.ts';

export type Handlers = NonNullable<Options['handlers']>;

/** Parses a web page; places are those in the file. Throws `RangeError` if that would take for ever. */
export function parsePage(html: string): Page {
  requireClosed(html);
  return unified().use(rehypeParse).parse(html) as Page;
}

/** Converts an element of a page to a Markdown tree. The page's own tree is modified. */
export function markdownTreeOf(body: Nodes, handlers: Handlers = {}): Root {
  if ('children' in body) {
    speakOut(body);
    strikeOut(body);
  }
  const children = body.type === 'element' ? body.children : [body];
  const tree = unified()
    .use(rehypeRemark, { handlers, newlines: false })
    .runSync({ type: 'root', children } as Page) as unknown as Root;
  requireFewMarks(tree);
  return tree;
}

/** Elements whose words the conversion would drop, and the elements that replace them. */
const spoken: Readonly<Record<string, string>> = {
  caption: 'p',
  menu: 'ul',
  dialog: 'div',
  noembed: 'div',
  noframes: 'div',
  math: 'span',
  svg: 'span',
  title: 'span',
};

/**
 * Replaces raised or lowered text by superscript or subscript characters, if there is one for each: ten to the power
 * of two is not 102.
 */
function raise({ tagName, children }: Element): void {
  if (tagName !== 'sup' && tagName !== 'sub') return;
  const raised = tagName === 'sup' ? superscript : subscript;
  const texts = textsIn(children);
  if (texts.some(({ value }) => [...value].some((one) => !raised.has(one) && !/[\s,;/[\]]/.test(one))))
    return;
  for (const text of texts) text.value = [...text.value.trim()].map((one) => raised.get(one) ?? one).join('');
}

const lettersLike = (raised: string): ReadonlyMap<string, string> =>
  new Map([...raised].map((one, at) => ['0123456789+-−=()n'[at] ?? one, one]));
const superscript = lettersLike('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ');
const subscript = lettersLike('₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ');

function textsIn(nodes: readonly ElementContent[]): Text[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    return node.type === 'element' ? textsIn(node.children) : [];
  });
}

const partsOfTables: ReadonlySet<string> = new Set('table caption thead tbody tfoot tr th td'.split(' '));

/**
 * Rewrites what the conversion would ignore, so that no words are lost: menus, dialogs, captions and tables inside
 * tables. The outer one of nested tables is dropped as layout, unless it names columns or rows: then the inner table
 * becomes text in its cell. A table whose spans make too many cells to read is dropped as layout, too.
 */
function speakOut(parent: { children: Nodes[] | ElementContent[] }, isLayout = false): void {
  parent.children = (parent.children as ElementContent[]).flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const isTable = node.tagName === 'table';
    raise(node);
    if (isTable && hasHeads(node)) sayInCells(node);
    const isLaidOut = isTable
      ? node.children.some((child) => first(child, 'table')) || isVast(node)
      : isLayout;
    const captions = isTable && !isLaidOut ? node.children.filter(isCaption) : [];
    node.children = node.children.filter((child) => !captions.includes(child));
    speakOut(node, isLaidOut);
    if (isLaidOut && partsOfTables.has(node.tagName)) node.tagName = 'div';
    const shown = { type: 'root' as const, children: captions };
    speakOut(shown);
    node.tagName = spokenName(node);
    return [...shown.children, node];
  });
}

/** Whether a table itself, not one inside it, has cells that name columns or rows. */
export function hasHeads(table: Element): boolean {
  return ownCells(table).some(
    (cell) => cell.tagName === 'th' && !first(cell, 'table') && wordsIn(cell) !== '',
  );
}

function ownCells(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return isCell(child) ? [child] : ownCells(child);
  });
}

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

/** Turns tables inside the cells of a table into text, with commas between cells and semicolons between rows. */
function sayInCells(table: Element): void {
  for (const cell of ownCells(table)) {
    const inner = cell.children.flatMap((child) => [...elements(child, 'table')]);
    for (const one of inner) {
      const rows = ownCellsByRow(one).filter((row) => row.length > 0);
      one.tagName = 'span';
      one.children = rows.flatMap((row, at) => [...(at === 0 ? [] : [apart('; ')]), ...row]);
    }
  }
}

function ownCellsByRow(table: Element): ElementContent[][] {
  return [...elements(table, 'tr')].map((row) =>
    ownCells(row)
      .filter((cell) => wordsIn(cell) !== '')
      .flatMap((cell, at) => [...(at === 0 ? [] : [apart(', ')]), { ...cell, tagName: 'span' }]),
  );
}

const apart = (value: string): ElementContent => ({ type: 'text', value });

/** Some sites leave out the address of a link to the current page and set it by script: only the words remain. */
function spokenName(node: Element): string {
  const leadsNowhere = node.tagName === 'a' && !attribute(node, 'href');
  return leadsNowhere ? 'span' : (spoken[node.tagName] ?? node.tagName);
}

const isCaption = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'caption';

/** Whether a table has more cells than a Markdown text may have signs, mostly by cells that span others. */
export function isVast(table: Element): boolean {
  const rows = [...elements(table, 'tr')];
  // For each row, the change in the number of columns that cells from above fill.
  const reaching = rows.map(() => 0);
  let [reached, widest] = [0, 0];
  for (const [at, row] of rows.entries()) {
    reached += reaching[at] ?? 0;
    let width = reached;
    for (const cell of row.children.filter(isCell)) {
      const columns = spanOf(cell, 'colSpan');
      const below = at + spanOf(cell, 'rowSpan');
      width += columns;
      if (below === at + 1) continue;
      reaching[at + 1] = (reaching[at + 1] ?? 0) + columns;
      if (below < rows.length) reaching[below] = (reaching[below] ?? 0) - columns;
    }
    widest = Math.max(widest, width);
  }
  return rows.length * widest > limits.proseMarks;
}

export function spanOf(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  return Math.max(1, Number.parseInt(String(cell.properties[name] ?? 1), 10) || 1);
}

export function attribute(node: Nodes | undefined, name: string): string | undefined {
  const value = node?.type === 'element' ? node.properties[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function* elements(node: Nodes, name: string): Generator<Element> {
  if (node.type === 'element' && node.tagName === name) yield node;
  if ('children' in node) for (const child of node.children) yield* elements(child, name);
}

export function first(node: Nodes, name: string): Element | undefined {
  for (const found of elements(node, name)) return found;
  return undefined;
}

export function wordsIn(node: Nodes | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ').trim();
  return 'children' in node ? node.children.map(wordsIn).join(' ').trim() : '';
}
