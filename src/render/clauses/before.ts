import type { ClauseOutline } from '../index-rows.ts';
import type { Fact } from '../nodes.ts';
import { proseText, type View } from '../view.ts';
import { sayApplies, sayWord } from './clause.ts';

/** What a chapter says before its clauses, and the clauses that need not repeat whom they apply to. */
interface SaidBefore {
  readonly before: readonly Fact[];
  readonly told: ReadonlySet<string>;
}

/**
 * What is the same for all clauses of a chapter is said once, before them: whom they apply to, and how recipients get
 * the data. A text that ends in a colon introduces the clauses after it, and they need not repeat its audience.
 */
export function saidBefore(view: View, clauses: readonly ClauseOutline[]): SaidBefore {
  const { before, told } = audienceOf(view, clauses);
  return { before: [...before, ...sharedForm(view, clauses)], told };
}

function sharedForm(view: View, clauses: readonly ClauseOutline[]): Fact[] {
  const shared = clauses.find(({ id }) => view.formsSaid.get(id) === 'chapter');
  const form = shared && view.rows.value('recipient', [shared.id], 'form');
  return form === undefined ? [] : sayWord(view, 'form', view.words.forms, form);
}

function audienceOf(view: View, clauses: readonly ClauseOutline[]): SaidBefore {
  const [first] = clauses;
  const audience = (id: string): string =>
    view.rows
      .all('applies', id)
      .map(({ key }) => JSON.stringify(key.slice(1)))
      .join();
  if (first !== undefined && clauses.length > 1 && isAlike(clauses.map(({ id }) => audience(id))))
    return { before: sayApplies(view, first.id), told: new Set(clauses.map(({ id }) => id)) };
  const told = new Set<string>();
  let leading: string | undefined;
  for (const { id } of clauses) {
    if (leading !== undefined && audience(id) === leading) told.add(id);
    else leading = leadsIn(view, id) ? audience(id) : undefined;
  }
  return { before: [], told };
}

function isAlike(audiences: readonly string[]): boolean {
  return audiences.every((one) => one === audiences[0]);
}

function leadsIn(view: View, id: string): boolean {
  return (
    view.kinds.get(id) === 'statement' && /[:：]$/.test(proseText(view, id, ['text'])?.text.trimEnd() ?? '')
  );
}
