import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { YamlEntry, YamlPart, YamlRange } from './yaml-tree.ts';

/** The parts of a document whose keys are texts; `targets` are the nodes that its aliases stand for. */
export function yamlTree(root: Node | null, targets: ReadonlyMap<Node, Node>): YamlPart | null {
  const made = new Map<Node, YamlPart>();
  const partOf = (node: unknown): YamlPart | null => {
    const part = partFrom(node as Node | null, partOf, (alias) => made.get(targets.get(alias) ?? alias));
    // Only what may be an anchor's is looked up again.
    if (part && targets.size > 0) made.set(node as Node, part);
    return part;
  };
  return partOf(root);
}

function partFrom(
  node: Node | null | undefined,
  partOf: (node: unknown) => YamlPart | null,
  targetOf: (alias: Node) => YamlPart | undefined,
): YamlPart | null {
  if (!node?.range) return null;
  const at: YamlRange = [...node.range];
  if (isScalar(node)) {
    const { type = '', comment } = node;
    return comment ? { at, type, comment } : { at, type };
  }
  if (isMap(node)) return { at, keys: node.items.flatMap((pair) => entryOf(pair, partOf)) };
  if (isSeq(node)) return { at, items: node.items.map(partOf) };
  const target = isAlias(node) ? targetOf(node) : undefined;
  return target ? { at, target } : { at };
}

function entryOf({ key, value }: Pair, partOf: (node: unknown) => YamlPart | null): YamlEntry[] {
  const part = isScalar(key) ? partOf(key) : null;
  return part ? [[String((key as { value: unknown }).value), part, partOf(value)]] : [];
}
