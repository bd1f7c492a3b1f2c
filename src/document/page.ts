import type { Element, ElementContent, Nodes as Html } from 'hast';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { type Place, placeOf, type SourceFile } from '../base/place.ts';
import { toldIn } from '../syntax/html/attributes.ts';
import { blocksOf, type Document, type Write } from './document.ts';
import { attribute, elements, first, markdownTreeOf, parsePage, wordsIn } from './html.ts';
import { framesIn } from './page-frame.ts';
import { requireFewWords } from './page-weight.ts';
import { inLines, isHidden } from './shown.ts';
import { writeMarkdown } from './writer.ts';

/**
 * Reads a web page as a document: everything it says, as Markdown, with places in the page. Text around the policy is
 * included, since a page does not tell which part is the policy. Scripts and styles are ignored. Throws `RangeError`
 * if the page exceeds the limits of a document.
 */
export function readPage(source: SourceFile): Document {
  // A byte-order mark would be words before the head, so that all that the head holds would stand in the text.
  const page = parsePage(source.text.replace(/^\ufeff+/, (marks) => ' '.repeat(marks.length)));
  const settings = settingsOf(page, source);
  const body = first(page, 'body') ?? page;
  const frames = framesIn(body);
  if ('children' in body) body.children = body.children.flatMap((node) => readable(node as ElementContent));
  const tree = markdownTreeOf(body);
  locate(tree, 0);
  const text = write(tree.children);
  // What stands in the head is read as words, too.
  requireFewWords(
    [...settings.values()]
      .map((one) => one.text)
      .concat(text)
      .join('\n\n'),
    source.path,
  );
  return {
    path: source.path,
    blocks: blocksOf(tree, source, write, frames),
    settings,
    body: text,
    whole: text,
  };
}

/** What a page says about itself without showing it. */
function settingsOf(page: Html, source: SourceFile): Document['settings'] {
  const settings = new Map<string, { readonly text: string; readonly place: Place }>();
  const set = (name: string, text: string, { position }: Element): void => {
    const place = placeOf(source, position?.start.offset ?? 0, position?.end.offset ?? 0);
    if (text !== '') settings.set(name, { text, place });
  };
  const head = first(page, 'head') ?? page;
  // A picture in the head ends it for a parser: what follows is no text for that.
  const body = first(page, 'body')?.children ?? [];
  const title = first(head, 'title') ?? body.filter((node) => node.type === 'element').find(isTitle);
  if (title) set('title', wordsIn(title), title);
  if (title) title.tagName = 'meta';
  for (const meta of [page, head].flatMap((node) => [...elements(node, 'meta')]))
    if (attribute(meta, 'name')?.toLowerCase() === 'description')
      set('description', attribute(meta, 'content') ?? '', meta);
  return settings;
}

const isTitle = ({ tagName }: Element): boolean => tagName === 'title';

/** Elements that are never read as text. */
const unread: ReadonlySet<string> = new Set(['script', 'style', 'template', 'link', 'meta']);

/** A node without elements that nobody reads, and with notes where words are folded away or hidden. */
function readable(node: ElementContent): ElementContent[] {
  if (node.type === 'comment') return [];
  if (node.type !== 'element') return [node];
  if (unread.has(node.tagName) || isUnseenFrame(node)) return [];
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
  if (state === undefined || !(told.length > 0 || isSaid(shown))) return [...before, shown];
  return [...before, markOf(node, `${state} from here`), shown, markOf(node, `${state} to here`)];
}

/** Blocks that hold only words and no other blocks. */
const ofWords: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 dt summary caption legend'.split(' '));

/** Elements whose notes stand before them, since they cannot hold words themselves. */
const apart: ReadonlySet<string> = new Set(
  'input img br hr ul ol dl menu table select iframe area track'.split(' '),
);

/** Words of attributes that the conversion would drop: tooltips, texts for screen readers, and where a form is sent. */
function toldOf({ tagName, properties }: Element): readonly string[] {
  const attributes = Object.entries(properties).flatMap(([name, value]) => {
    const written = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const isConverted =
      (converted.test(written) && !dropped.test(tagName)) || (written === 'title' && titled.test(tagName));
    return typeof value === 'string' && !isConverted ? [[written, value] as const] : [];
  });
  const isRead = (is: string): boolean => is === 'words' || (is === 'site' && !embeds.test(tagName));
  return [...toldIn(tagName, attributes)].flatMap(({ is, value }) => (isRead(is) ? [value] : []));
}

const converted = /^(?:alt|label|value|placeholder|srcdoc)$/;
/** Elements that the conversion drops, with their words. */
const dropped = /^(?:area|track)$/;
const embeds = /^(?:iframe|embed|frame|object)$/;
const titled = /^(?:a|img|iframe|embed|frame)$/;

/** A note where a hidden part begins or ends, so that hiding words counts as a change of what readers see. */
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

/** Why readers may not see an element as it is written, as far as the page itself tells. */
function stateOf(node: Element): string | undefined {
  if (/^(?:details|dialog|noscript)$/.test(node.tagName) && node.properties.open === undefined)
    return 'folded';
  if (node.tagName === 'bdo' && node.properties.dir === 'rtl') return 'written backwards';
  return isHidden(node) ? 'hidden' : undefined;
}

/** What counters load into a page, where nobody sees a word of it; a style or a class may make it larger. */
function isUnseenFrame(node: Element): boolean {
  if (node.tagName !== 'iframe') return false;
  const { width, height, style, className } = node.properties;
  const isStyled = className !== undefined || /width|height|transform|scale/i.test(String(style ?? ''));
  return isHidden(node) || (!isStyled && [width, height].every((size) => /^[01]$/.test(String(size))));
}

/** Whether an element holds words, fields, or a picture or embedded content that has words. */
function isSaid(node: ElementContent): boolean {
  if (node.type === 'text') return /[^\s\u00ad\u200b]/.test(node.value);
  if (node.type !== 'element') return false;
  const { tagName, properties, children } = node;
  return fields.test(tagName) || Boolean(properties.alt || properties.title) || children.some(isSaid);
}

const fields = /^(?:input|textarea|button|a|embed|object|video|audio)$/;

/** Turns choices into a list that marks what is preselected, and embedded content into a link to it. */
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

/** Gives places to nodes that the conversion made: the place of their content, or the end of the node before. */
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

/** Writes sibling nodes as Markdown: words beside lists and paragraphs become a paragraph. */
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
