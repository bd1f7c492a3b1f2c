import type { Heading, Nodes, Root } from 'mdast';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { replaceHidden } from '../../base/hidden.ts';
import { sourceFile } from '../../base/place.ts';
import { proseParser } from '../../syntax/prose.ts';
import { asCommonMark, withTitles } from '../dress.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { readHtml } from './from-html.ts';
import { type Aside, holds, type Manuscript } from './manuscript.ts';
import { withWholeHeads } from './short-heads.ts';
import { withoutSiteMarks } from './site-marks.ts';
import { takeStruck } from './struck.ts';

/** Reads a Markdown document as a manuscript. If it contains HTML, it is converted to a page and read as one. */
export function readMarkdown(text: string): Manuscript {
  const seen = replaceHidden(text, (one) => (one === '\u2028' || one === '\u2029' ? '\n' : ''));
  const { settings, body } = splitFrontMatter(sourceFile('', seen));
  const plain = withoutSiteMarks(withWholeHeads(withTitles(asCommonMark(body))));
  const source = plain.text;
  const root = withFootnotes(parser.parse(source), source);
  const anchors = anchorsIn(root, plain.anchors);
  const others = plain.included.map((words): Aside => ({ is: 'embedded', words, line: undefined }));
  const said = { title: settings.get('title')?.text, language: settings.get('lang')?.text };
  if (!holds(root, new Set(['html'])))
    return { asides: [...takeStruck(root), ...others], root, source, anchors, ...said };
  const page = unified()
    .use(remarkRehype, { allowDangerousHtml: true, handlers: plainDirectives(source) })
    .use(rehypeStringify, { allowDangerousHtml: true });
  const made = readHtml(page.stringify(page.runSync(root)));
  const asides = made.asides.map((aside) => ({ ...aside, line: undefined }));
  return { ...made, asides: [...asides, ...others], ...said };
}

/** The anchors of headings, which are told to a page, too, where the document is read as one. */
function anchorsIn(
  { children }: Root,
  byLine: ReadonlyMap<number, readonly string[]>,
): ReadonlyMap<Heading, readonly string[]> {
  const found = new Map<Heading, readonly string[]>();
  for (const node of children) {
    const anchors = byLine.get(node.position?.start.line ?? 0);
    if (node.type !== 'heading' || !anchors) continue;
    found.set(node, anchors);
    node.data = { ...node.data, hProperties: { id: anchors[0] } };
  }
  return found;
}

/** Other parsers read `~~words~~` as struck out. To ours they are plain words, which would turn them into promises. */
const parser = proseParser().use(strikethrough).freeze();

function strikethrough(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions?.push(gfmStrikethrough({ singleTilde: false }));
  data.fromMarkdownExtensions?.push(gfmStrikethroughFromMarkdown());
}

/** Footnotes become plain text: a note of one word would be parsed as the definition of a link, and never be seen. */
function withFootnotes<Node extends Nodes>(node: Node, source: string): Node {
  if (!('children' in node)) return node;
  const children = (node.children as readonly Nodes[]).map((child): Nodes => {
    const { position } = child;
    const place = position ? { position } : {};
    if (!('label' in child) || !child.label?.startsWith('^')) return withFootnotes(child, source);
    const value = source.slice(position?.start.offset, position?.end.offset);
    const text = { type: 'text' as const, value, ...place };
    return child.type === 'definition' ? { type: 'paragraph', children: [text], ...place } : text;
  });
  return { ...node, children };
}

/** In documents of other tools, what looks like a directive is text. */
function plainDirectives(source: string) {
  return {
    textDirective: (_: unknown, { position }: Root) => ({
      type: 'text' as const,
      value: source.slice(position?.start.offset, position?.end.offset),
    }),
  };
}
