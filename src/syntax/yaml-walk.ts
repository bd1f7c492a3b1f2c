import { type Document, isMap, isNode, isPair, isSeq, type Node, type Pair } from 'yaml';

/**
 * Visits the nodes and pairs of a document in document order, each before its children. `ancestors` holds the nodes
 * around the visited one and is valid only during the call. The library's own `visit` copies that list at every node,
 * which costs more than reading the file.
 */
export function walkNodes(
  document: Document.Parsed,
  visit: (node: Node | Pair, ancestors: readonly Node[]) => void,
): void {
  const ancestors: Node[] = [];
  const walk = (node: unknown): void => {
    if (isPair(node)) {
      visit(node, ancestors);
      walk(node.key);
      walk(node.value);
    } else if (isNode(node)) {
      visit(node, ancestors);
      if (!isMap(node) && !isSeq(node)) return;
      ancestors.push(node);
      for (const item of node.items) walk(item);
      ancestors.pop();
    }
  };
  walk(document.contents);
}
