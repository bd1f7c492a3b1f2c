import { type Alias, type Document, isAlias, isCollection, isNode, isPair, type Node } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/place.ts';
import { excessOf, overLimit } from './budget.ts';
import { nodePlace } from './yaml-problems.ts';
import { walkNodes } from './yaml-walk.ts';

export interface Aliases {
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Node, Node>;
  readonly last: Alias | null;
  readonly problems: readonly Diagnostic[];
}

/** Follows every alias in one walk; the library would walk the file again for each. */
export function resolveAliases(document: Document.Parsed, source: SourceFile): Aliases {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  const problems: Diagnostic[] = [];
  let last: Alias | null = null;
  if (!source.text.includes('*')) return { targets, last, problems };
  walkNodes(document, (node, ancestors) => {
    if (!isAlias(node)) {
      if (isNode(node) && 'anchor' in node && node.anchor) anchors.set(node.anchor, node);
      return;
    }
    last = node;
    const target = anchors.get(node.source);
    if (target && !ancestors.includes(target)) targets.set(node, target);
    else {
      const detail = target
        ? 'it stands inside what it names'
        : `no anchor &${node.source} stands above it in this file`;
      problems.push(diagnostic('yaml-alias', { detail }, nodePlace(source, node)));
    }
  });
  if (problems.length === 0 && last) {
    const excess = excessOf('unfolded', unfolded(document.contents, targets));
    if (excess) problems.push(overLimit(excess, nodePlace(source, last)));
  }
  return { targets, last, problems };
}

/** How many nodes there are when every alias is replaced by what it stands for. */
function unfolded(root: unknown, targets: ReadonlyMap<Node, Node>): number {
  const known = new Map<unknown, number>();
  const count = (node: unknown): number => {
    if (isPair(node)) return count(node.key) + count(node.value);
    if (!isNode(node)) return 0;
    const before = known.get(node);
    if (before !== undefined) return before;
    let nodes = 1;
    if (isAlias(node)) nodes = count(targets.get(node));
    else if (isCollection(node)) for (const item of node.items) nodes += count(item);
    known.set(node, nodes);
    return nodes;
  };
  return count(root);
}
