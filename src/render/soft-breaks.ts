import type { Nodes, Text } from 'mdast';

/** Scripts written without spaces, and their punctuation. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
/** Marks that are wide in such scripts and narrow in others: the character on the other side of the break decides. */
const either = /[“”‘’…—·]/u;

/**
 * Removes line ends of the source between characters that are written without spaces. Elsewhere a line end stays a
 * space, as in Markdown. Returns new nodes; the given tree is not changed.
 */
export function joinLines<T extends Nodes>(tree: T): T {
  const before = new Map<Text, string>();
  const after = new Map<Text, string>();
  let last: Text | undefined;
  const visit = (node: Nodes): void => {
    if (node.type === 'text') {
      before.set(node, last?.value ?? '');
      if (last) after.set(last, node.value);
      last = node;
      return;
    }
    if (!('children' in node)) {
      last = undefined;
      return;
    }
    const apart = !inside.has(node.type);
    if (apart) last = undefined;
    for (const child of node.children as Nodes[]) visit(child);
    if (apart) last = undefined;
  };
  visit(tree);
  return rewritten(tree, (node) => joined(node.value, lastOf(before.get(node) ?? ''), after.get(node) ?? ''));
}

/** Nodes within a line of text that do not interrupt it. */
const inside: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete', 'link', 'linkReference']);

function joined(value: string, before: string, after: string): string {
  const lines = value.split('\n');
  const parted = lines.map((line, index) => {
    const next = lines[index + 1];
    if (next === undefined) return false;
    const left = lastOf(line.trimEnd()) || (index === 0 ? before : '');
    const right = firstOf(next.trimStart()) || (index + 2 === lines.length ? after : '');
    return isUnspaced(left, right);
  });
  return lines
    .map((line, index) => {
      const start = parted[index - 1] ? line.trimStart() : line;
      return parted[index] ? start.trimEnd() : index + 1 === lines.length ? start : `${start}\n`;
    })
    .join('');
}

function isUnspaced(left: string, right: string): boolean {
  const wide = (character: string): boolean => unspaced.test(character);
  return (wide(left) && (wide(right) || either.test(right))) || (either.test(left) && wide(right));
}

const firstOf = (text: string): string => [...text.slice(0, 2)][0] ?? '';
const lastOf = (text: string): string => [...text.slice(-2)].at(-1) ?? '';

function rewritten<T extends Nodes>(node: T, value: (node: Text) => string): T {
  if (node.type === 'text') return { ...node, value: value(node) };
  if (!('children' in node)) return node;
  return { ...node, children: (node.children as Nodes[]).map((child) => rewritten(child, value)) };
}
