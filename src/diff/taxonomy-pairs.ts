import { ancestry } from '../model/edition.ts';
import type { Row, Term } from '../model/policy.ts';
import { isFactRelation, relations } from '../model/relations.ts';
import type { Carried } from './carry.ts';

interface Terms {
  readonly get: (id: string) => Term | undefined;
}

/**
 * Joins the removal of one data category with the addition of another in the same list when one is above the other
 * in the taxonomy: the statement was narrowed or widened, not swapped. Each is used once, the nearest first. A narrower
 * category may be the graver one, so whatever watches additions still sees it.
 */
export function pairAlongTaxonomy(found: readonly Carried[], terms: Terms): Carried[] {
  const removed = found.filter(({ difference }) => difference.is === 'removed' && isDataRow(difference.row));
  if (removed.length === 0) return [...found];
  const used = new Map<Carried, Carried>();
  const taken = new Set<Carried>();
  for (const added of found) {
    const { difference } = added;
    if (difference.is !== 'added' || !isDataRow(difference.row)) continue;
    const partner = removed
      .filter((one) => !taken.has(one))
      .map((one) => ({ one, steps: stepsBetween(one, difference.row, terms) }))
      .filter(({ steps }) => steps > 0)
      .sort((a, b) => a.steps - b.steps)[0]?.one;
    if (!partner) continue;
    used.set(added, partner);
    taken.add(partner);
  }
  return found.filter((one) => !taken.has(one)).map((one) => joined(one, used.get(one)));
}

function joined(added: Carried, removed: Carried | undefined): Carried {
  if (removed?.difference.is !== 'removed' || added.difference.is !== 'added') return added;
  const { row: base } = removed.difference;
  const { table, row: head } = added.difference;
  return {
    difference: { table, is: 'replaced', base, head },
    carries: [...removed.carries, ...added.carries],
  };
}

/** How many steps apart two categories of one list are, one above the other; 0 when they are not. */
function stepsBetween({ difference }: Carried, head: Row, terms: Terms): number {
  if (difference.is !== 'removed') return 0;
  const { row: base } = difference;
  if (
    base.relation !== head.relation ||
    base.key.slice(0, -1).join('\t') !== head.key.slice(0, -1).join('\t')
  )
    return 0;
  const [from = '', to = ''] = [base.key.at(-1), head.key.at(-1)];
  return Math.max(ancestry(terms, to).indexOf(from), ancestry(terms, from).indexOf(to), 0);
}

function isDataRow(row: Row): boolean {
  return isFactRelation(row.relation) && relations[row.relation].key.at(-1) === 'data';
}
