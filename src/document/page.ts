import type { Element, ElementContent, Nodes as Html } from 'hast';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { type Place, placeOf, type SourceFile } from '../base/place.ts';
import { toldIn } from '../syntax/html/attributes.ts';
import { blocksOf, type Document, type Write } from './document.ts';
import { attribute, elements, first, markdownTreeOf, parsePage, wordsIn } from './html.ts';
import { requireFewWords } from './page-weight.ts';
import { inLines, isHidden } from './shown.ts';
import { writeMarkdown } from './writer.ts';

/**
 * A web page as a document: all that it says, as Markdown, at its places in the page. Nothing is left out for being beside
 * the text, since nobody can tell from a page what of it is the policy. Scripts and styles are not read. Throws `RangeError`
 * where it is more than a document may be.
 */
export function readPage(source: SourceFile): Document {
  const page = parsePage(source.text);
  const settings = settingsOf(page, source);
  const body = first(page, 'body') ?? page;
  if ('children' in body) body.children = body.children.flatMap((node) => readable(node as ElementContent));
  const tree = markdownTreeOf(body);
  locate(tree, 0);
  const text = write(tree.children);
  requireFewWords(text, source.path);
  return { path: source.path, blocks: blocksOf(tree, source, write), settings, body: text, whole: text };
}

/** What a page says of itself that is not on it. */
function settingsOf(page: Html, source: SourceFile): Document['settings'] {
  const settings = new Map<string, { readonly text: string; readonly place: Place }>();
  const set = (name: string, text: string, { position }: Element): void => {
    const place = placeOf(source, position?.start.offset ?? 0, position?.end.offset ?? 0);
    if (text !== '') settings.set(name, { text, place });
  };
  const head = first(page, 'head') ?? page;
  const title = first(head, 'title');
  if (title) set('title', wordsIn(title), title);
  for (const meta of elements(head, 'meta'))
    if (attribute(meta, 'name')?.toLowerCase() === 'description')
      set('description', attribute(meta, 'content') ?? '', meta);
  return settings;
}

/** What nobody reads, however the page is shown. */
const unread: ReadonlySet<string> = new Set(['script', 'style', 'template', 'link', 'meta']);

/** A node without what nobody reads; words that are folded away, hidden, or in a field say so. */
function readable(node: ElementContent): ElementContent[] {
  if (node.type === 'comment') return [];
  if (node.type !== 'element') return [node];
  if (unread.has(node.tagName)) return [];
  node.children = node.children.flatMap(readable);
  const state = stateOf(node);
  if (node.tagName === 'input') delete node.properties.disabled;
  const told = toldOf(node).map((words) =>
    ofWords.has(node.tagName) ? text(`(${words}) `) : markOf(node, words),
  );
  const isWhole = apart.has(node.tagName);
  if (!isWhole) node.children.unshift(...told);
  const shown = fieldOf(node);
  const before = isWhole ? told : [];
  if (state === undefined) return [...before, shown];
  return [...before, markOf(node, `${state} from here`), shown, markOf(node, `${state} to here`)];
}

/** Blocks of words, in which no other block stands. */
const ofWords: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 dt summary caption legend'.split(' '));

/** Elements that hold no words of their own: what they say stands before them. */
const apart: ReadonlySet<string> = new Set('input img br hr ul ol dl menu table select'.split(' '));

/** What an element says that the conversion leaves out: a tip on some words, what is read out in their place. */
function toldOf({ tagName, properties }: Element): readonly string[] {
  const attributes = Object.entries(properties).flatMap(([name, value]) => {
    const written = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const isConverted = converted.test(written) || (written === 'title' && titled.test(tagName));
    return typeof value === 'string' && !isConverted ? [[written, value] as const] : [];
  });
  return [...toldIn(tagName, attributes)].flatMap(({ is, value }) => (is === 'words' ? [value] : []));
}

const converted = /^(?:alt|label|value|placeholder|srcdoc)$/;
const titled = /^(?:a|img|iframe|embed|frame)$/;

/** Words that stand where a state begins or ends: a change of it is a change of what readers see. */
function markOf({ tagName, position }: Element, words: string): ElementContent {
  if (inLines.has(tagName)) return text(` (${words}) `);
  const mark = text(`(${words})`);
  return {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [mark],
    ...(position ? { position } : {}),
  };
}

/** Why readers may not see an element, as far as the page alone says it. */
function stateOf(node: Element): string | undefined {
  if (node.tagName === 'details' && node.properties.open === undefined) return 'folded';
  return isHidden(node) ? 'hidden' : undefined;
}

/** What can be chosen is a list, with the sign of what is chosen beforehand; what is embedded is a link to it. */
function fieldOf(node: Element): Element {
  const { tagName, properties, children } = node;
  const renamed = (name: string, inside: ElementContent[]): Element => ({
    ...node,
    tagName: name,
    children: inside,
  });
  if (tagName === 'select' || tagName === 'datalist') return renamed('ul', children);
  if (tagName === 'optgroup') return renamed('li', [text(properties.label), renamed('ul', children)]);
  if (tagName === 'option')
    return renamed('li', [
      ...(properties.selected === undefined ? [] : [text('[x] ')]),
      ...(children.length > 0 ? children : [text(properties.label)]),
    ]);
  if (tagName !== 'iframe' && tagName !== 'embed' && tagName !== 'frame') return node;
  return {
    ...renamed('a', [text(properties.title ?? properties.src)]),
    properties: { href: properties.src },
  };
}

function text(value: unknown): ElementContent {
  return { type: 'text', value: String(value ?? '') };
}

/** Gives a place to nodes that the conversion made: that of what is in them, or where the one before ended. */
function locate(node: Nodes, before: number): number {
  let at = node.position?.start.offset ?? before;
  if ('children' in node) for (const child of node.children) at = locate(child as Nodes, at);
  if (node.position) return node.position.end.offset ?? at;
  const inside = 'children' in node ? (node.children as readonly Nodes[]) : [];
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  node.position = {
    start: inside.at(0)?.position?.start ?? point(before),
    end: inside.at(-1)?.position?.end ?? point(at),
  };
  return node.position.end.offset ?? at;
}

const phrasing: ReadonlySet<string> = new Set<PhrasingContent['type']>([
  'break',
  'delete',
  'emphasis',
  'html',
  'image',
  'inlineCode',
  'link',
  'strong',
  'text',
]);

/** Neighbours as Markdown: words that stand beside lists and paragraphs are a paragraph of their own. */
const write: Write = (nodes) => {
  const children: RootContent[] = [];
  let line: PhrasingContent[] | undefined;
  for (const node of nodes) {
    if (!phrasing.has(node.type)) {
      children.push(node as RootContent);
      line = undefined;
    } else if (line) line.push(node as PhrasingContent);
    else {
      line = [node as PhrasingContent];
      children.push({ type: 'paragraph', children: line });
    }
  }
  return writeMarkdown(children);
};
