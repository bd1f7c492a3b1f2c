import type { RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import { escapedRoot } from '../syntax/escaped.ts';
import { parseProse } from '../syntax/prose.ts';

/**
 * Writes nodes as Markdown. Struck-out words keep their marks, which our parser reads as text; `mend` can rewrite the
 * output.
 */
export function writeMarkdown(nodes: readonly RootContent[], mend = (text: string): string => text): string {
  return withoutReferences(mend(writer.stringify({ type: 'root', children: [...nodes] }).trim()));
}

const writer = unified()
  .use(tables)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    fences: true,
    resourceLink: true,
    handlers: {
      root: escapedRoot,
      delete: (node, _, state, info) => `~~${state.containerPhrasing(node, info)}~~`,
    },
  })
  .freeze();

function tables(this: Processor): void {
  const data = this.data();
  data.toMarkdownExtensions ??= [];
  data.toMarkdownExtensions.push(gfmTableToMarkdown({ tablePipeAlign: false }));
}

/**
 * Decodes character references that the writer puts beside East Asian characters, where the text parses the same
 * without them.
 */
function withoutReferences(text: string): string {
  const spelled = text.replace(/&#x([0-9A-F]+);/g, (reference, hex) => {
    const point = Number.parseInt(hex, 16);
    return point >= 0x2e80 && point <= 0x10ffff ? String.fromCodePoint(point) : reference;
  });
  if (spelled === text) return text;
  return writer.stringify(parseProse(spelled)) === writer.stringify(parseProse(text)) ? spelled : text;
}
