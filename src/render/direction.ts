import type { Element, ElementContent, RootContent, Root as Tree } from 'hast';
import { type Direction, directionOf } from '../words/scripts.ts';
import { element } from './element.ts';

/**
 * The tree with a direction set on every part that runs against the text around it. In a text from right to left,
 * Latin letters and digits (ids, addresses, numbers, names) are isolated, so that their dots, plus signs and slashes
 * stay on the right side.
 */
export function withDirections(tree: Tree, around: Direction = 'ltr'): Tree {
  return { ...tree, children: tree.children.flatMap((node) => directed(node, around)) };
}

function directed<Node extends RootContent | ElementContent>(
  node: Node,
  around: Direction,
): (Node | ElementContent)[] {
  if (node.type === 'text') return around === 'rtl' ? apart(node.value) : [node];
  if (node.type !== 'element' || node.tagName === 'head' || node.tagName === 'bdi') return [node];
  if (around === 'ltr' && !turns(node)) return [node];
  const own = typeof node.properties.lang === 'string' ? directionOf(node.properties.lang) : around;
  const children = node.children.flatMap((child) => directed(child, own));
  const dir = own === around ? {} : { dir: own };
  return [{ ...node, properties: { ...node.properties, ...dir }, children } as Element as Node];
}

/** Whether any of its text runs from right to left. */
function turns(node: RootContent | ElementContent): boolean {
  if (node.type !== 'element') return false;
  const { lang } = node.properties;
  return (typeof lang === 'string' && directionOf(lang) === 'rtl') || node.children.some(turns);
}

/** Latin letters and digits, with the marks between and around them that belong to them. */
const run =
  /[+#]?[\p{Script=Latin}\p{N}](?:[\p{Script=Latin}\p{N}\p{M} .,:;@/_%+#?=&~’'()-]*[\p{Script=Latin}\p{N}/+#%)])?/gu;

function apart(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const match of text.matchAll(run)) {
    // A closing bracket belongs to the surrounding text if its opening one does.
    const found = balanced(match[0]);
    if (match.index > at) parts.push({ type: 'text', value: text.slice(at, match.index) });
    parts.push(element('bdi', { dir: 'ltr' }, found));
    at = match.index + found.length;
  }
  if (at < text.length) parts.push({ type: 'text', value: text.slice(at) });
  return parts;
}

function balanced(text: string): string {
  const opened = text.split('(').length;
  const closed = text.split(')').length;
  return closed > opened && text.endsWith(')') ? text.slice(0, -1) : text;
}
