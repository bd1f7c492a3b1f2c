import type { Nodes, RootContent } from 'mdast';
import { limits } from '../../base/limits.ts';

/** Lengths are estimates: the rest of a text's limit is left for escapes. */
const most = (limits.textCharacters * 3) / 4;
const mostOfPiece = limits.textCharacters / 2;

/**
 * Splits a group of blocks that is too long for one text: between its blocks, and between the items of its lists and
 * quotes.
 */
export function parted(group: readonly RootContent[]): RootContent[][] {
  const parts: RootContent[][] = [[]];
  let length = 0;
  const begin = (): void => {
    parts.push([]);
    length = 0;
  };
  for (const node of group) {
    for (const [index, piece] of piecesOf(node).entries()) {
      const own = lengthOf(piece);
      if (index > 0 || (length > 0 && length + own > most)) begin();
      parts.at(-1)?.push(piece as RootContent);
      length += own;
    }
  }
  return parts;
}

/** Whether some blocks fit into one text, judged by their words. */
export function fitsOneText(blocks: readonly Nodes[]): boolean {
  return blocks.reduce((sum, node) => sum + lengthOf(node), 0) <= most;
}

/** Splits a list or quote that is too long; an ordered list continues its numbers. */
function piecesOf(node: Nodes): readonly Nodes[] {
  if (!isContainer(node) || lengthOf(node) <= mostOfPiece) return [node];
  const batches: { readonly children: Nodes[]; readonly first: number }[] = [];
  let length = 0;
  for (const [first, child] of node.children.entries()) {
    for (const piece of piecesOf(child)) {
      const own = lengthOf(piece);
      if (batches.length === 0 || length + own > mostOfPiece) {
        batches.push({ children: [], first });
        length = 0;
      }
      batches.at(-1)?.children.push(piece);
      length += own;
    }
  }
  return batches.map(({ children, first }) => pieceOf(node, children, first));
}

type Container = Nodes & { readonly type: 'list' | 'listItem' | 'blockquote' };

function isContainer(node: Nodes): node is Container {
  return node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote';
}

function pieceOf(node: Container, children: readonly Nodes[], first: number): Nodes {
  const { position: _, ...bare } = node;
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  return {
    ...bare,
    children,
    ...(start && end ? { position: { start, end } } : {}),
    ...(node.type === 'list' && node.ordered ? { start: (node.start ?? 1) + first } : {}),
  } as unknown as Nodes;
}

/** The approximate number of characters of a node when written. */
function lengthOf(node: Nodes): number {
  const said = ['value', 'url', 'alt', 'title'].reduce((sum, name) => {
    const value = (node as unknown as Record<string, unknown>)[name];
    return sum + (typeof value === 'string' ? value.length : 0);
  }, 2);
  if (!('children' in node)) return said;
  return (node.children as readonly Nodes[]).reduce((sum, child) => sum + lengthOf(child), said);
}
