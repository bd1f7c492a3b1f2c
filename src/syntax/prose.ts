import type { Nodes, Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { keptByText } from '../base/on-demand.ts';
import { clauseDirectives, type DirectiveName } from './directive.ts';
import { plainTree } from './plain.ts';
import { underlinedHeadings } from './setext.ts';

/** A directive in a text: what it points at, and where in the text it stands (UTF-16 offsets). */
export interface DirectiveUse {
  readonly name: DirectiveName;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Something in a text that is never published, as offsets into it. */
export interface ForbiddenMarkup {
  readonly kind: 'html' | 'link';
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

/** What reads our texts; a copy of it can learn to read more. */
export const proseParser = unified().use(remarkParse).use(tables).use(clauseDirectives).freeze();
const publishedLink = /^(https?:|mailto:|tel:|#|\.{0,2}\/|[^:/?#]*(?:[/?#]|$))/i;

/** Parses Markdown: CommonMark, with marks that open and close beside the punctuation of East Asian scripts, GFM tables, and the inline directives. */
export function parseProse(text: string): Root {
  return plainTree(text) ?? parseMarkdown(text);
}

/** What `parseProse` gives, whatever the text: the parser takes a hundred times as long for a name as to see that it is one. */
export function parseMarkdown(text: string): Root {
  return proseParser.parse(text) as Root;
}

/** A comparison asks for each text that changed again and again. */
const trees = keptByText<Root>();

/**
 * The same tree, for those who only look at it: it is shared, and nothing in it may be changed. Whoever read the text as a
 * part of another one may have it without parsing.
 */
export function proseOf(text: string, known?: () => Root | undefined): Root {
  return plainTree(text) ?? trees(text, text.length, () => known?.() ?? parseMarkdown(text));
}

/** Visits a tree's nodes, parents first. */
export function* nodesOf(tree: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child as Nodes);
  }
}

export function directivesIn(text: string, tree: Root): DirectiveUse[] {
  const uses: DirectiveUse[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type !== 'textDirective') continue;
    const [start, end] = offsetsOf(node);
    uses.push({ name: node.name as DirectiveName, id: directiveId(text, start), start, end });
  }
  return uses;
}

/** The id between the brackets, as written: Markdown inside it would change underscores. */
export function directiveId(text: string, start: number): string {
  return /^:[a-z]+\[([^\]]*)\]/.exec(text.slice(start))?.[1]?.trim() ?? '';
}

export function forbiddenMarkupIn(tree: Root): ForbiddenMarkup[] {
  const found: ForbiddenMarkup[] = [];
  for (const node of nodesOf(tree)) {
    const [start, end] = offsetsOf(node);
    if (node.type === 'html') found.push({ kind: 'html', url: '', start, end });
    if (
      (node.type === 'link' || node.type === 'definition' || node.type === 'image') &&
      !isPublishedLink(node.url)
    ) {
      found.push({ kind: 'link', url: node.url, start, end });
    }
  }
  return found;
}

/** Whether a link target may be published: web, mail, telephone, a relative path or an anchor. */
export function isPublishedLink(url: string): boolean {
  return publishedLink.test(url.replace(/[\p{Cc} ]/gu, ''));
}

function offsetsOf(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

function tables(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(gfmTable(), cjkFriendlyExtension(), underlinedHeadings());
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(gfmTableFromMarkdown());
}
