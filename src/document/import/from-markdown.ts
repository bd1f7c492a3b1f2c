import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { replaceHidden } from '../../base/hidden.ts';
import { sourceFile } from '../../base/place.ts';
import { parseProse } from '../../syntax/prose.ts';
import { asCommonMark } from '../dress.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { readHtml } from './from-html.ts';
import { holds, type Manuscript } from './manuscript.ts';

/** A Markdown document as a manuscript. One that has HTML in it is read as the page that it makes. */
export function readMarkdown(text: string): Manuscript {
  const seen = replaceHidden(text, (one) => (one === '\u2028' || one === '\u2029' ? '\n' : ''));
  const { settings, body } = splitFrontMatter(sourceFile('', seen));
  const source = asCommonMark(body);
  const root = parseProse(source);
  const said = { title: settings.get('title')?.text, language: settings.get('lang')?.text };
  if (!holds(root, new Set(['html']))) return { root, source, anchors: new Map(), ...said };
  const page = unified()
    .use(remarkRehype, { allowDangerousHtml: true, handlers: plainDirectives(source) })
    .use(rehypeStringify, { allowDangerousHtml: true });
  return { ...readHtml(page.stringify(page.runSync(root))), ...said };
}

/** What looks like a directive is text in a document of somebody else's. */
function plainDirectives(source: string) {
  return {
    textDirective: (_: unknown, { position }: Root) => ({
      type: 'text' as const,
      value: source.slice(position?.start.offset, position?.end.offset),
    }),
  };
}
