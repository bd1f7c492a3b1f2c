import type { Definition, Heading, Nodes, Paragraph, Root } from 'mdast';
import type { Point } from 'unist';
import { markedTree } from '../syntax/plain.ts';
import { nodesOf } from '../syntax/prose.ts';

/** The content of a block: the marker before it, and its words, which are those of a node of the document. */
export interface Part {
  readonly node: Paragraph | Heading | Definition;
  readonly mark: string;
  readonly words: string;
}

/**
 * Matches text with a letter in which no line begins like a marker, since the meaning of a marker depends on the lines
 * above.
 */
const readsAlike = /^(?!\ufeff|<|(?:\d+[.)]|[-+*])(?: |$))(?=.*\p{L})[^\t\r\n]*(?:\n *\p{L}[^\t\r\n]*)*$/u;
const ownMark = /^(?:#{1,6} |- |\d{1,9}\. )?$/;

/**
 * Builds the tree of a block's text from the nodes of the document, which are moved there: exactly what the parser
 * would give for the text alone. Undefined if the words might be parsed differently by themselves.
 */
export function partTree(parsed: string, { node, mark, words }: Part): Root | undefined {
  const inside: readonly Nodes[] = node.type === 'heading' ? node.children : [node];
  const [from, to] = [inside[0]?.position?.start, inside.at(-1)?.position?.end];
  if (!from || !to || !readsAlike.test(words) || !ownMark.test(mark)) return undefined;
  // The words were rewritten for the parser, or are an underlined heading.
  if (!parsed.startsWith(words, from.offset)) return undefined;
  if (node.type === 'heading' && node.position?.start.line !== node.position?.end.line) return undefined;
  const nodes = inside.flatMap((one) => [...nodesOf(one)]);
  // The target of a reference is elsewhere in the document.
  if (nodes.some(({ type }) => type.endsWith('Reference'))) return undefined;
  const [by, above] = [mark.length - (from.offset ?? 0), from.line - 1];
  const onFirst = mark.length + 1 - from.column;
  const move = (point: Point): void => {
    if (point.line === above + 1) point.column += onFirst;
    point.line -= above;
    point.offset = (point.offset ?? 0) + by;
  };
  for (const { position } of nodes) if (position) [position.start, position.end].forEach(move);
  if (node.type !== 'definition') return markedTree(mark, node.children, to);
  return { type: 'root', children: [node], position: { start: { ...from }, end: { ...to } } };
}
