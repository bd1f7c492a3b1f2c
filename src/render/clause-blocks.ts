import type { Nodes, PhrasingContent } from 'mdast';
import { isClauseKind } from '../model/kinds.ts';
import { sayApplies } from './clauses/clause.ts';
import { tierLine } from './clauses/function.ts';
import { tellers } from './clauses.ts';
import type { ClauseOutline } from './index-rows.ts';
import { type Block, factList, heading } from './nodes.ts';
import { proseBlocks, titlePhrase } from './resolve.ts';
import type { View } from './view.ts';

/** A clause: heading, text, whom it applies to (unless its chapter says so), and its facts in readers' words. */
export function clauseBlocks(
  view: View,
  { id, kind, limit }: ClauseOutline,
  isAudienceTold: boolean,
): Block[] {
  const number = view.numbers.get(id);
  const title =
    number === undefined
      ? []
      : [heading(3, { type: 'partNumber', id, value: number }, titlePhrase(view, id))];
  const told = isClauseKind(kind) ? tellers[kind](view, id) : [];
  const applies = isAudienceTold ? [] : sayApplies(view, id);
  const body = [...proseBlocks(view, id, 'text'), ...factList(applies), ...told];
  const shown = limit ? body.map(emphasise) : body;
  return [...title, ...(kind === 'function' ? tierLine(view, id) : []), ...shown];
}

/** Sets the author's own words and promises in bold underline. Nothing inside them is bold as well. */
function emphasise<T extends Nodes>(node: T): T {
  if (node.type === 'paragraph') {
    return { ...node, children: [{ type: 'limit', children: node.children.flatMap(withoutStrong) }] };
  }
  if (!('children' in node) || (node.type === 'fact' && !node.quoted)) return node;
  return { ...node, children: (node.children as Nodes[]).map(emphasise) };
}

function withoutStrong(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'strong' || node.type === 'emphasis') return node.children.flatMap(withoutStrong);
  if (node.type === 'link') return [{ ...node, children: node.children.flatMap(withoutStrong) }];
  return [node];
}
