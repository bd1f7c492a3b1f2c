import type { Element, Nodes } from 'hast';
import type { Heading, PhrasingContent } from 'mdast';
import { replaceHidden } from '../../base/hidden.ts';
import { attribute, elements, first, type Handlers, markdownTreeOf, parsePage, wordsIn } from '../html.ts';
import type { Manuscript } from './manuscript.ts';

/** A web page as a manuscript: what its `main` holds, or all of it but what leads around a site and what nobody reads. */
export function readHtml(html: string): Manuscript {
  const page = parsePage(html);
  const language = attribute(first(page, 'html'), 'lang');
  const title = replaceHidden(wordsIn(first(page, 'title')), () => '');
  const body = first(page, 'main') ?? only(page, 'article') ?? first(page, 'body') ?? page;
  clean(body);
  markAnchors(body);
  const anchors = new Map<Heading, readonly string[]>();
  const heading: Handlers[string] = (state, node: Element) => {
    const depth = Number(node.tagName.slice(1)) as Heading['depth'];
    const children = state.all(node) as PhrasingContent[];
    const made: Heading = { type: 'heading', depth, children };
    state.patch(node, made);
    anchors.set(made, attribute(node, anchorsHere)?.split(' ') ?? []);
    return made;
  };
  const handlers = Object.fromEntries(
    ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, heading] as const),
  );
  const root = markdownTreeOf(body, handlers);
  return { root, source: undefined, title: title === '' ? undefined : title, language, anchors };
}

/** What a page holds beside its text. */
const unread: ReadonlySet<string> = new Set(
  'script style noscript template svg canvas iframe object nav button select input textarea'.split(' '),
);

/** Takes out what is not read, and the characters that nobody can see. */
function clean(node: Nodes): void {
  if (node.type === 'text') node.value = replaceHidden(node.value, (one) => (one === '\u2028' ? ' ' : ''));
  if (!('children' in node)) return;
  node.children = (node.children as (typeof node.children)[number][]).filter(
    (child) => child.type !== 'comment' && !(child.type === 'element' && unread.has(child.tagName)),
  ) as typeof node.children;
  for (const child of node.children) clean(child);
}

const isHeading = (node: Nodes): node is Element => node.type === 'element' && /^h[1-6]$/.test(node.tagName);

/** Where a heading carries the ids that lead to it: the tree is copied before it is rewritten. */
const anchorsHere = 'dataAnchors';

/** Gives each heading the ids that lead to it: its own, those inside it, and those between it and the words before. */
function markAnchors(body: Nodes): void {
  let [waiting, last]: [string[], Element | undefined] = [[], undefined];
  const give = (to: Element | undefined): void => {
    if (to && waiting.length > 0)
      to.properties[anchorsHere] = [...(attribute(to, anchorsHere)?.split(' ') ?? []), ...waiting].join(' ');
    waiting = [];
  };
  const visit = (node: Nodes, inside: Element | undefined): void => {
    const own = isHeading(node) ? node : inside;
    if (node.type === 'element')
      waiting.push(...['id', 'name'].flatMap((name) => attribute(node, name) ?? []));
    if (node.type === 'text' && /\S/.test(node.value)) give(own ?? last);
    if ('children' in node) for (const child of node.children) visit(child, own);
    if (isHeading(node)) {
      last = node;
      give(node);
    }
  };
  visit(body, undefined);
  give(last);
}

/** A page of many articles is not about one of them. */
function only(node: Nodes, name: string): Element | undefined {
  const [one, another] = [...elements(node, name)];
  return another ? undefined : one;
}
