import { type Alias, type Document, isAlias, isCollection, isNode, isPair, isScalar, type Node } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { fault } from '../base/messages-faults.ts';
import type { SourceFile } from '../base/place.ts';
import { excessOf, overLimit, weighProse } from './budget.ts';
import { nodePlace } from './yaml-problems.ts';
import { walkNodes } from './yaml-walk.ts';

export interface Aliases {
  /** The node that each alias stands for. */
  readonly targets: ReadonlyMap<Node, Node>;
  /** The size of the file with all aliases expanded; undefined if it has none. */
  readonly whole: Unfolded | undefined;
  readonly last: Alias | null;
  readonly problems: readonly Diagnostic[];
}

/** The size of a file with all aliases expanded. */
export interface Unfolded {
  readonly nodes: number;
  /** The characters of its texts. */
  readonly characters: number;
  /** The weight of the Markdown in its texts. */
  readonly marks: number;
}

/** Resolves all aliases in one walk; the library would walk the file again for each. */
export function resolveAliases(document: Document.Parsed, source: SourceFile): Aliases {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  const problems: Diagnostic[] = [];
  let last: Alias | null = null;
  if (!source.text.includes('*')) return { targets, last, problems, whole: undefined };
  walkNodes(document, (node, ancestors) => {
    if (!isAlias(node)) {
      if (isNode(node) && 'anchor' in node && node.anchor) anchors.set(node.anchor, node);
      return;
    }
    last = node;
    const target = anchors.get(node.source);
    if (target && !ancestors.includes(target)) targets.set(node, target);
    else {
      const wrong = target ? fault('alias-of-itself') : fault('anchor-missing', { anchor: node.source });
      problems.push(diagnostic('yaml-alias', { fault: wrong }, nodePlace(source, node)));
    }
  });
  const whole = problems.length === 0 && last ? unfolded(document.contents, targets) : undefined;
  const excess =
    whole &&
    (excessOf('unfolded', whole.nodes) ??
      excessOf('policyCharacters', whole.characters) ??
      excessOf('textMarks', whole.marks));
  if (excess) problems.push(overLimit(excess, nodePlace(source, last)));
  return { targets, last, problems, whole };
}

function unfolded(root: unknown, targets: ReadonlyMap<Node, Node>): Unfolded {
  const known = new Map<unknown, Unfolded>();
  const weigh = (node: unknown): Unfolded => {
    if (isPair(node)) return sumOf([weigh(node.key), weigh(node.value)], 0);
    if (!isNode(node)) return nothing;
    const before = known.get(node);
    if (before !== undefined) return before;
    let weight: Unfolded;
    if (isAlias(node)) weight = weigh(targets.get(node));
    else weight = isCollection(node) ? sumOf(node.items.map(weigh), 1) : weightOf(node);
    known.set(node, weight);
    return weight;
  };
  return weigh(root);
}

const nothing: Unfolded = { nodes: 0, characters: 0, marks: 0 };

function weightOf(node: Node): Unfolded {
  const text = isScalar(node) && typeof node.value === 'string' ? node.value : '';
  return { nodes: 1, characters: text.length, marks: weighProse(text).signs };
}

function sumOf(parts: readonly Unfolded[], own: number): Unfolded {
  const sum = { nodes: own, characters: 0, marks: 0 };
  for (const { nodes, characters, marks } of parts) {
    sum.nodes += nodes;
    sum.characters += characters;
    sum.marks += marks;
  }
  return sum;
}
