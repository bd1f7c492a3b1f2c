import { type ClauseKind, isClauseKind } from '../model/kinds.ts';
import { clauseBlocks } from './clause-blocks.ts';
import { saidBefore } from './clauses/before.ts';
import type { ClauseOutline } from './index-rows.ts';
import { type Block, type Part, part } from './nodes.ts';
import { partName } from './resolve.ts';
import type { View } from './view.ts';
import type { Words } from './words.ts';

/** Kinds of clause that form one table if several are adjacent, with the caption of the table. */
const captions: Partial<Record<ClauseKind, keyof Words['lists']>> = {
  retention: 'retention',
  right: 'rights',
  technology: 'technologies',
  contact: 'contacts',
  definition: 'definitions',
  document: 'documents',
};

/** The clauses of a chapter in order; adjacent ones of one kind are gathered in a table. */
export function clausesOf(view: View, chapter: string, clauses: readonly ClauseOutline[]): Block[] {
  const blocks: Block[] = [];
  let run: Part[] = [];
  let running: ClauseKind | undefined;
  const end = (): void => {
    const name = running === undefined ? undefined : captions[running];
    if (running === undefined || name === undefined || run.length < 2) blocks.push(...run);
    else {
      const caption = `${view.words.lists[name]}${view.words.colon}${partName(view, chapter)}`;
      blocks.push({ type: 'clauseTable', kind: running, caption, children: run });
    }
    run = [];
  };
  const { told } = saidBefore(view, clauses);
  for (const clause of clauses) {
    const kind = isClauseKind(clause.kind) ? clause.kind : 'statement';
    const next = part(
      clause.id,
      kind,
      clauseBlocks(view, clause, told.has(clause.id)),
      view.formerIds.get(clause.id),
    );
    if (kind !== running || !isRow(view, clause)) end();
    running = isRow(view, clause) ? kind : undefined;
    run.push(next);
  }
  end();
  return blocks;
}

/** Clauses without a title, emphasised ones and those with a table of their own are not rows. */
function isRow({ numbers, rows }: View, { id, kind, limit }: ClauseOutline): boolean {
  const listed = kind === 'technology' && rows.all('technology.listed', id).length > 0;
  return !limit && !listed && numbers.has(id) && isClauseKind(kind) && captions[kind] !== undefined;
}
