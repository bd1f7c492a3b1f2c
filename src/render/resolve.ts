import type { Definition, Nodes, PhrasingContent, Root } from 'mdast';
import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import { type ClauseKind, periodFields } from '../model/kinds.ts';
import { directiveId, isPublishedLink, nodesOf, proseOf } from '../syntax/prose.ts';
import { contactLink } from './address.ts';
import { type Block, type Inline, inline, link, paragraph, text } from './nodes.ts';
import { joinLines } from './soft-breaks.ts';
import { dataLabel, dataName, namedValue, proseText, purposeLabel, type View, viewIn } from './view.ts';
import { capitalise, periodWords, regionName, wordFor } from './words.ts';

/** A text of the policy as blocks with its directives resolved; empty if there is no such text. */
export function proseBlocks(view: View, owner: string, ...path: readonly string[]): Block[] {
  const found = proseText(view, owner, path);
  if (!found) return [];
  const blocks = markdownBlocks(viewIn(view, found.locale), found.text);
  return found.locale === view.locale
    ? blocks
    : [{ type: 'foreign', locale: found.locale, children: blocks }];
}

/** A text of the policy as one run of words; its paragraphs are joined. */
export function prosePhrase(view: View, owner: string, ...path: readonly string[]): PhrasingContent[] {
  const found = proseText(view, owner, path);
  if (!found) return [];
  const phrase = markdownBlocks(viewIn(view, found.locale), found.text).flatMap((block, index): Inline[] => [
    ...(index === 0 ? [] : [' ']),
    ...phrasingOf(block),
  ]);
  const content = inline(...phrase);
  return found.locale === view.locale
    ? content
    : [{ type: 'foreignPhrase', locale: found.locale, children: content }];
}

/** The title of a chapter or clause for a heading, without links. */
export function titlePhrase(view: View, owner: string): PhrasingContent[] {
  return withoutLinks(prosePhrase(view, owner, 'title'));
}

/** The plain words of a title, for links, navigation and the page title. */
export function titleText(view: View, owner: string): string {
  return titlesIn(view)(owner);
}

const titlesIn = keptWith((view: View) => eachOnDemand((owner: string) => readTitle(view, owner)));

function readTitle(view: View, owner: string): string {
  const found = proseText(view, owner, ['title']);
  if (!found) return '';
  const words = [...nodesOf(parseTitle(viewIn(view, found.locale), found.text))].map((node) =>
    'value' in node ? node.value : '',
  );
  return words.join('').replace(/\s+/g, ' ').trim();
}

/** A link to a chapter or clause, showing its number and title or the given words. */
export function partLink(view: View, id: string, words?: string): PhrasingContent {
  return link(`#${id}`, words ?? inItsLanguage(view, id, partName(view, id)));
}

/** The same, showing only the title if there is one. */
export function titleLink(view: View, id: string): PhrasingContent {
  const title = titleText(view, id);
  return title === '' ? partLink(view, id) : link(`#${id}`, inItsLanguage(view, id, title));
}

/** A name of a part, marked with its language if that differs from the view's. */
function inItsLanguage(view: View, id: string, name: string): Inline {
  const title = proseText(view, id, ['title']);
  if (title === undefined || title.locale === view.locale) return name;
  return { type: 'foreignPhrase', locale: title.locale, children: [text(name)] };
}

/** `2.1 Signing in`. A clause without a title is named after its subject, or else its chapter. */
export function partName(view: View, id: string): string {
  const number = view.numbers.get(id);
  if (number !== undefined) return `${number} ${titleText(view, id)}`.trim();
  const named = subjectName(view, id);
  if (named !== '') return named;
  const chapter = view.rows.chapters.find(({ clauses }) => clauses.some((clause) => clause.id === id));
  return chapter ? partName(view, chapter.id) : view.words.readMore;
}

/** What a clause without a title is about: a company or rights; empty otherwise. */
export function subjectName(view: View, id: string): string {
  const { rows, words } = view;
  const rights = [rows.value('right', [id], 'right'), ...rows.ids('right.also', id)];
  const named = rights.flatMap((one) => (one === '' ? [] : wordFor(words.rights, one)));
  return namedValue(view, 'recipient', id, 'name') || capitalise(named.join(words.clauseSeparator));
}

/** An author's Markdown as blocks that are safe to publish, with its directives resolved. */
export function markdownBlocks(view: View, source: string): Block[] {
  const tree = proseOf(source);
  if (isTooDeep(tree)) return [paragraph(source)];
  const targets = new Map<string, Definition>();
  for (const node of nodesOf(tree)) {
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node);
  }
  const whole = joinLines(tree);
  return rewriteChildren(whole, (node, parent) => resolveNode({ view, source, targets }, node, parent))
    .children as Block[];
}

/** No real text is nested this deeply. One that is would exhaust the stack, and is shown as it was written. */
const deepest = 200;

function isTooDeep(node: Nodes, left = deepest): boolean {
  return left < 0 || ('children' in node && node.children.some((child) => isTooDeep(child, left - 1)));
}

type Rewrite = (node: Nodes, parent: Nodes) => Nodes[] | undefined;

/** Replaces nodes from the leaves up; a node stays if `rewrite` returns undefined. */
function rewriteChildren<T extends Nodes>(node: T, rewrite: Rewrite): T {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    const rewritten = rewriteChildren(child, rewrite);
    return rewrite(rewritten, node) ?? [rewritten];
  });
  return { ...node, children };
}

interface Prose {
  readonly view: View;
  readonly source: string;
  /** The link definitions of this text. They are its own, since another text may use the same names. */
  readonly targets: ReadonlyMap<string, Definition>;
}

function resolveNode({ view, source, targets }: Prose, node: Nodes, parent: Nodes): Nodes[] | undefined {
  switch (node.type) {
    case 'textDirective': {
      const id = directiveId(source, node.position?.start.offset ?? 0);
      return inline(resolveDirective(view, node.name, id, node.attributes?.as ?? undefined));
    }
    case 'heading':
      // The outline of the document is generated, so a heading inside a clause becomes a bold line and not a part.
      return [{ type: 'paragraph', children: [{ type: 'strong', children: node.children }] }];
    case 'html':
      return flowParents.has(parent.type) ? [paragraph(node.value)] : [text(node.value)];
    // Pages load nothing, so a picture becomes a link to it.
    case 'image':
      return safeLink(node.url, [text(node.alt || node.url)]);
    case 'imageReference':
      return safeLink(targets.get(node.identifier)?.url ?? '', [text(node.alt || node.identifier)]);
    case 'link':
      return safeLink(node.url, node.children);
    case 'linkReference':
      return safeLink(targets.get(node.identifier)?.url ?? '', node.children);
    case 'definition':
      return [];
    default:
      return undefined;
  }
}

const flowParents: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem']);

/** A link without links inside it, or only its words if the target may not be published. */
function safeLink(url: string, words: readonly PhrasingContent[]): PhrasingContent[] {
  const children = withoutLinks(words);
  return url !== '' && isPublishedLink(url) ? [{ type: 'link', url, children }] : children;
}

function resolveDirective(view: View, name: string, id: string, as: string | undefined): Inline {
  if (name === 'data') return as === undefined ? dataName(view, id) : replaceWords(dataName(view, id), as);
  const own = ownName(view, name, id);
  if (own !== undefined) return as ?? own;
  if (!view.kinds.has(id) && !view.numbers.has(id)) return as ?? id;
  if (name === 'period') return as ?? (periodIn(view, id) || partLink(view, id));
  if (name === 'contact') return contactLink(view, id, titleText(view, id), as);
  if (name === 'term') return partLink(view, id, as ?? titleText(view, id));
  return partLink(view, id, as);
}

function replaceWords(node: PhrasingContent, words: string): PhrasingContent {
  return node.type === 'strong' ? { ...node, children: [text(words)] } : text(words);
}

/** The tree of a title with its directives as plain words, so that a title that refers to itself does not recurse. */
function parseTitle(view: View, source: string): Root {
  const tree = proseOf(source);
  if (isTooDeep(tree)) return { type: 'root', children: [paragraph(source)] };
  return rewriteChildren(tree, (node) => {
    if (node.type !== 'textDirective') return undefined;
    const id = directiveId(source, node.position?.start.offset ?? 0);
    return [text(node.attributes?.as ?? nameInTitle(view, node.name, id))];
  });
}

function nameInTitle(view: View, name: string, id: string): string {
  if (name === 'data') return dataLabel(view, id);
  const own = ownName(view, name, id);
  if (own !== undefined) return own;
  return (name === 'period' ? periodIn(view, id) : '') || (view.numbers.get(id) ?? id);
}

/** The period that a clause states, in words; empty if it states none. */
function periodIn(view: View, id: string): string {
  const kind = view.kinds.get(id) ?? '';
  const field = periodFields.get(kind);
  if (field === undefined) return '';
  const relation = kind as ClauseKind;
  const value = (name: string): string => view.rows.value(relation, [id], name);
  const period = value(field) || value('atLeast');
  if (period === 'session') return view.words.session;
  return period === '' ? '' : periodWords(view.words, period, value('days'));
}

function phrasingOf(block: Block): PhrasingContent[] {
  if (block.type === 'paragraph') return block.children;
  return [...nodesOf(block)].flatMap((node) =>
    node.type === 'text' || node.type === 'inlineCode' ? [text(node.value)] : [],
  );
}

function withoutLinks(words: readonly PhrasingContent[]): PhrasingContent[] {
  return rewriteChildren(paragraph(words), (node) => (node.type === 'link' ? node.children : undefined))
    .children;
}

/** The name of what is no part of the document, so that nothing links to it. */
function ownName(view: View, name: string, id: string): string | undefined {
  if (name === 'party') return namedValue(view, 'party', id, 'name') || id;
  if (name === 'purpose') return purposeLabel(view, id);
  return name === 'country' ? regionName(view.words, id) : undefined;
}
