import type { Heading, Nodes, Root } from 'mdast';
import { nodesOf } from '../../syntax/prose.ts';

/** A policy not written for policyc, as a tree, in whatever format it was. */
export interface Manuscript {
  readonly root: Root;
  /** The Markdown that positions refer to; undefined for other formats. */
  readonly source: string | undefined;
  /** The title that it gives outside of its text. */
  readonly title: string | undefined;
  /** The BCP 47 tag of the language that it declares. */
  readonly language: string | undefined;
  /** The anchors by which links refer to a heading, besides those made from its words. */
  readonly anchors: ReadonlyMap<Heading, readonly string[]>;
  /** Parts that were left out, or kept though readers do not see them. */
  readonly asides: readonly Aside[];
}

/** Words of the original that are not simply words of the policy, and what was done with them. */
export interface Aside {
  /**
   * Struck-out words, a repeated title and a table of contents are left out; hidden words are kept; of an embedded page only
   * the address is known.
   */
  readonly is: 'struck' | 'again' | 'contents' | 'hidden' | 'embedded';
  readonly words: string;
  /** Counted from 1; undefined if the lines of the original differ from those that were read. */
  readonly line: number | undefined;
}

/** The words of a node, with a space between blocks, lines and cells. */
export function wordsWithin(node: Nodes): string {
  return written(node).replace(/\s+/g, ' ').trim();
}

/** The same with one line for each block, item and cell; with `atBreaks`, also for each line break by the author. */
export function linesOf(node: Nodes, atBreaks = false): readonly string[] {
  return written(node, atBreaks ? '\n' : ' ')
    .split('\n')
    .flatMap((line) => line.trim() || []);
}

const apart: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
]);

function written(node: Nodes, broken = ' '): string {
  if (node.type === 'break') return broken;
  if (node.type === 'image') return node.alt ?? '';
  // A soft line break does not end a block.
  if (node.type === 'text') return node.value.replaceAll('\n', ' ');
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  return (node.children as readonly Nodes[])
    .map((child) => written(child, broken))
    .join(apart.has(node.type) ? '\n' : '');
}

/** Whether a node or one inside it has one of these types. */
export function holds(node: Nodes, types: ReadonlySet<string>): boolean {
  for (const one of nodesOf(node)) if (types.has(one.type)) return true;
  return false;
}
