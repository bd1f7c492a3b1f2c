import type { Element, Nodes } from 'hast';
import { keptWith } from '../base/on-demand.ts';
import { first } from './html.ts';

/** A half-open range of offsets in a page: a menu, or a header or footer. */
export interface Frame {
  readonly start: number;
  readonly end: number;
  readonly is: 'menu' | 'edge';
}

/**
 * Where a page says what the site has on every page: its menus and footers, and its header unless that holds a title. Those of
 * an article belong to its text, and so do headers of its parts. Besides the element, its role or a name that nearly every
 * site uses tells what it is.
 */
export function framesIn(node: Nodes, inside: ReadonlySet<string> = new Set()): readonly Frame[] {
  if (!('children' in node)) return [];
  const is = node.type === 'element' && isForLinks(node) ? frameOf(node, inside) : undefined;
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  const own = is && start !== undefined && end !== undefined ? [{ start, end, is }] : [];
  if (is === 'menu') return own;
  const within = node.type === 'element' ? new Set([...inside, node.tagName]) : inside;
  const inner = node.children.flatMap((child) => framesIn(child, within));
  // A menu in a footer is one.
  return own.length > 0 ? [...inner.filter((frame) => frame.is === 'menu'), ...own] : inner;
}

/** What holds much more text than links is no frame, however it is called: some sites put the whole page into one. */
function isForLinks(node: Element): boolean {
  const { all, linked } = sizeOf(node);
  return all - linked <= 2 * linked + 200;
}

/** How many characters an element holds, and how many of them in links. */
const sizeOf = keptWith((node: Nodes): { readonly all: number; readonly linked: number } => {
  if (node.type === 'text') return { all: node.value.trim().length, linked: 0 };
  if (!('children' in node) || unread.has(node.type === 'element' ? node.tagName : ''))
    return { all: 0, linked: 0 };
  const sizes = node.children.map(sizeOf);
  const all = sizes.reduce((sum, size) => sum + size.all, 0);
  if (node.type === 'element' && node.tagName === 'a') return { all, linked: all };
  return { all, linked: sizes.reduce((sum, size) => sum + size.linked, 0) };
});

const unread: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript']);

function frameOf(node: Element, inside: ReadonlySet<string>): Frame['is'] | undefined {
  const { tagName, properties } = node;
  const isIn = (...names: readonly string[]): boolean => names.some((name) => inside.has(name));
  if (/^(?:html|body|main|article)$/.test(tagName)) return undefined;
  const written = [properties.className, properties.id].flat().join(' ');
  const own = `${tagName} ${properties.role}`;
  if (menu.test(isIn('main', 'article') ? own : `${own} ${written}`)) return 'menu';
  if (isIn('article')) return undefined;
  const names = `${own} ${written}`;
  const isHeader = header.test(names) && !isIn('main', 'section', 'aside');
  return footer.test(names) || (isHeader && !first(node, 'h1') && !first(node, 'h2')) ? 'edge' : undefined;
}

const menu = /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?)(?=[\s_-]|$)/i;
// `card-header` is that of a part.
const header = /(?:^|\s)(?:(?:site|page|global|main|top|app)[_-]{1,2})?(?:header|banner)(?=[\s_-]|$)/i;
const footer = /(?:^|[\s_-])(?:footer|contentinfo)(?=[\s_-]|$)/i;
