import type { Nodes, Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { keptByText } from '../base/on-demand.ts';
import type { Span } from '../base/span.ts';
import { clauseDirectives, type DirectiveName } from './directive.ts';
import { plainTree } from './plain.ts';
import { underlinedHeadings } from './setext.ts';

/** A directive in a text: what it points at, and its place in the text (UTF-16 offsets). */
export interface DirectiveUse extends Span {
  readonly name: DirectiveName;
  readonly id: string;
}

/** Markup that is never published, with its offsets in the text. */
export interface ForbiddenMarkup extends Span {
  readonly kind: 'html' | 'link';
  readonly url: string;
}

/** The parser of our texts; copies of it can be extended to read more. */
export const proseParser = unified().use(remarkParse).use(tables).use(clauseDirectives).freeze();
const publishedLink = /^(https?:|mailto:|tel:|#|\.{0,2}\/|[^:/?#]*(?:[/?#]|$))/i;

/**
 * Parses Markdown: CommonMark with emphasis that works beside East Asian punctuation, GFM tables, and the inline
 * directives.
 */
export function parseProse(text: string): Root {
  return plainTree(text) ?? parseMarkdown(text);
}

/**
 * The same without the shortcut of `parseProse`: parsing a plain text takes a hundred times as long as recognising it.
 */
export function parseMarkdown(text: string): Root {
  return proseParser.parse(text) as Root;
}

/** A comparison reads each changed text many times. */
const trees = keptByText<Root>();

/**
 * The same tree, but shared: callers must not change it. A caller who parsed the text as part of another one can
 * supply the tree as `known`.
 */
export function proseOf(text: string, known?: () => Root | undefined): Root {
  return plainTree(text) ?? trees(text, text.length, () => known?.() ?? parseMarkdown(text));
}

/** Visits the nodes of a tree, parents first. */
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

/** The id between the brackets, read from the text itself: Markdown would take underscores in it for emphasis. */
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

/** Whether a link target may be published: web, mail, telephone, relative path or anchor. */
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

/** Markdown as its author meant it: bold that is not, links set apart from their address, and fields that are no tags. */
export function asMeant(text: string): string {
  return text.replace(unbold, '$1$2').replace(apart, '](').replace(fields, plainField);
}

/** What was meant as bold and is not: `Hats**.** We`, `** Hats**`. */
const unbold = /(?<!\*)\*\*([\s.,:;]{0,9})\*\*(?!\*)|^\*\*\s{1,9}([^*]{1,999})\*\*$/g;

/** `[hats] (https://a.example)`, or `[hats]()(…)`, was meant as a link. */
const apart = /\](?:\s{1,9}|\(\))\((?=(?:https?:\/\/|mailto:)[^\s()]{1,999}\))/g;

/** Placeholders that a site fills in; without spaces they can be in the address of a link. */
const fields = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g;

/** `{{< hats >}}` must not be parsed as a tag. */
function plainField(field: string): string {
  return field.replace(/\s/g, '').replaceAll('<', '‹').replaceAll('>', '›');
}
