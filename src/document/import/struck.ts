import type { Nodes, Parents, Root } from 'mdast';
import { type Aside, wordsWithin } from './manuscript.ts';

/** Removes struck-out words, and everything that is empty without them: nobody promises what they struck out. */
export function takeStruck(root: Root): readonly Aside[] {
  const struck: Aside[] = [];
  const isGone = (node: Nodes): boolean => {
    const before = struck.length;
    if ('children' in node) visit(node);
    return struck.length > before && isEmpty(node);
  };
  const visit = (parent: Parents): void => {
    const kept: Nodes[] = [];
    let isGap = false;
    for (const node of parent.children as readonly Nodes[]) {
      if (node.type === 'delete') {
        struck.push(...asideOf(node));
        isGap = true;
      } else if (!isGone(node)) {
        if (isGap) join(kept, node);
        else kept.push(node);
        isGap = false;
      }
    }
    if (isGap) join(kept, { type: 'text', value: '' });
    parent.children = kept as typeof parent.children;
  };
  visit(root);
  return struck;
}

function asideOf(node: Nodes): readonly Aside[] {
  const words = wordsWithin(node);
  return words === '' ? [] : [{ is: 'struck', words, line: node.position?.start.line }];
}

/** A cell stays, empty, as long as its row has other words. */
function isEmpty(node: Nodes): boolean {
  return node.type !== 'tableCell' && 'children' in node && wordsWithin(node) === '';
}

/**
 * Appends what followed removed words. Of the spaces on both sides one remains; none at an end or before punctuation.
 */
function join(children: Nodes[], next: Nodes): void {
  while (children.at(-1)?.type === 'break') children.pop();
  const last = children.pop();
  const isApart = /\s$/.test(textOf(last)) || /^\s/.test(textOf(next));
  if (last) children.push(last.type === 'text' ? { ...last, value: last.value.trimEnd() } : last);
  const rest = next.type === 'text' ? { ...next, value: next.value.trimStart() } : next;
  const isMore = rest.type !== 'text' || /^[^.,;:!?)\]]/.test(rest.value);
  if (last && isApart && isMore) children.push({ type: 'text', value: ' ' });
  if (last || rest.type !== 'break') children.push(rest);
}

const textOf = (node: Nodes | undefined): string => (node?.type === 'text' ? node.value : '');
