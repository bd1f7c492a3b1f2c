import type { Element, ElementContent, Nodes } from 'hast';
import type { Heading, PhrasingContent } from 'mdast';
import { replaceHidden } from '../../base/hidden.ts';
import { nodesOf } from '../../syntax/prose.ts';
import { attribute, elements, first, type Handlers, markdownTreeOf, parsePage, wordsIn } from '../html.ts';
import { requireFewWords } from '../page-weight.ts';
import { isHidden } from '../shown.ts';
import { type Aside, type Manuscript, wordsWithin } from './manuscript.ts';
import { repeatAcrossRows } from './spans.ts';
import { takeStruck } from './struck.ts';

/** Reads a web page as a manuscript: its `main`, or else everything but navigation and elements that nobody reads. */
export function readHtml(html: string): Manuscript {
  const page = parsePage(html);
  const language = attribute(first(page, 'html'), 'lang');
  const title = replaceHidden(wordsIn(first(page, 'title')), () => '');
  const body = first(page, 'main') ?? only(page, 'article') ?? first(page, 'body') ?? page;
  const asides: Aside[] = [];
  clean(body, asides);
  markAnchors(body);
  repeatAcrossRows(body);
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
  asides.push(...takeStruck(root));
  // What is no markup on a page is signs in Markdown, of which each passage is read once more.
  for (const node of nodesOf(root)) if (passages.has(node.type)) requireFewWords(wordsWithin(node), '');
  return {
    root,
    source: undefined,
    title: title === '' ? undefined : title,
    language,
    anchors,
    asides: asides.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

const passages: ReadonlySet<string> = new Set(['heading', 'paragraph', 'tableCell']);

/** Elements of a page that are not text. */
const unread: ReadonlySet<string> = new Set(
  'script style noscript template svg canvas iframe object nav button select input textarea'.split(' '),
);

/** A button in these elements is part of the text: of a heading that folds, or of a sentence. */
const ofText: ReadonlySet<string> = new Set('h1 h2 h3 h4 h5 h6 p li dt dd td th summary'.split(' '));

/** Removes elements that are not read and invisible characters, and reports what readers may not have seen. */
function clean(node: Nodes, asides: Aside[], isText = false, isSeen = true): void {
  if (node.type === 'text') node.value = replaceHidden(node.value, (one) => (one === '\u2028' ? ' ' : ''));
  if (!('children' in node)) return;
  const isOfText = isText || (node.type === 'element' && ofText.has(node.tagName));
  const tell = (is: Aside['is'], words: string, { position }: Element): void => {
    if (words !== '') asides.push({ is, words, line: position?.start.line });
  };
  node.children = (node.children as ElementContent[]).filter((child) => {
    if (child.type !== 'element') return child.type !== 'comment';
    if (child.tagName === 'iframe') tell('embedded', attribute(child, 'src') ?? '', child);
    return !unread.has(child.tagName) || (isOfText && child.tagName === 'button');
  });
  for (const child of node.children) {
    const hides = isSeen && child.type === 'element' && isHidden(child);
    if (hides) tell('hidden', wordsIn(child), child);
    if (child.type === 'element' && child.tagName === 'button') child.tagName = 'span';
    clean(child, asides, isOfText, isSeen && !hides);
  }
}

const isHeading = (node: Nodes): node is Element => node.type === 'element' && /^h[1-6]$/.test(node.tagName);

/** The attribute that holds the anchors of a heading, since the tree is copied before it is rewritten. */
const anchorsHere = 'dataAnchors';

/**
 * Gives each heading the anchors that lead to it: its own, those inside it, and those between it and the text before.
 */
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

/** If there are several articles, none of them is the page's content. */
function only(node: Nodes, name: string): Element | undefined {
  const [one, another] = [...elements(node, name)];
  return another ? undefined : one;
}
