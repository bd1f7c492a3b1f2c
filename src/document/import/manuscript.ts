import type { Heading, Nodes, Root } from 'mdast';
import { nodesOf } from '../../syntax/prose.ts';

/** A policy as somebody else wrote it, read as a tree, whatever it was written in. */
export interface Manuscript {
  readonly root: Root;
  /** The Markdown that the nodes' positions point into; undefined when it was something else. */
  readonly source: string | undefined;
  /** What it says beside its text that it is called. */
  readonly title: string | undefined;
  /** The BCP 47 tag that it says it is written in. */
  readonly language: string | undefined;
  /** The anchors that links into the document use for a heading, beside those that follow from its words. */
  readonly anchors: ReadonlyMap<Heading, readonly string[]>;
  /** What of the original is left out, or kept though readers do not see it. */
  readonly asides: readonly Aside[];
}

/** Words of an original that are not simply words of the policy: what became of them is told. */
export interface Aside {
  /** Struck out words and a title said again are left out; hidden ones are kept; of a page that is embedded only the address is known. */
  readonly is: 'struck' | 'again' | 'hidden' | 'embedded';
  readonly words: string;
  /** Counted from 1; undefined where the original has other lines than what was read. */
  readonly line: number | undefined;
}

/** The words of a node, with a space wherever one block, line or cell ends and the next begins. */
export function wordsOf(node: Nodes): string {
  return written(node).replace(/\s+/g, ' ').trim();
}

/** The same, one line for each block, item and cell; `atBreaks` has one for each line that is broken by its author, too. */
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
  // A line that goes on in the next one is no end of a block.
  if (node.type === 'text') return node.value.replaceAll('\n', ' ');
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  return (node.children as readonly Nodes[])
    .map((child) => written(child, broken))
    .join(apart.has(node.type) ? '\n' : '');
}

/** Whether a node, or one inside it, is of such a type. */
export function holds(node: Nodes, types: ReadonlySet<string>): boolean {
  for (const one of nodesOf(node)) if (types.has(one.type)) return true;
  return false;
}
