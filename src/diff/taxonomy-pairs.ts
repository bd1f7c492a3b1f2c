import { append } from '../base/group.ts';
import { ancestry } from '../model/edition.ts';
import type { Row, Term } from '../model/policy.ts';
import { partsOfKey } from '../model/relations.ts';
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
  const lists = removedByList(removed, terms);
  const used = new Map<Carried, Carried>();
  const taken = new Set<Carried>();
  for (const added of found) {
    const { difference } = added;
    if (difference.is !== 'added' || !isDataRow(difference.row)) continue;
    const partner = nearest(difference.row, lists.get(listOf(difference.row)), taken, terms);
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

/** A category that is gone from a list, the steps up to the term that it is found at, and how many are before it. */
interface Gone {
  readonly one: Carried;
  readonly steps: number;
  readonly at: number;
}

/** By list, and by each term that is the category or above it. */
type Lists = ReadonlyMap<string, ReadonlyMap<string, readonly Gone[]>>;

function removedByList(removed: readonly Carried[], terms: Terms): Lists {
  const lists = new Map<string, Map<string, Gone[]>>();
  removed.forEach((one, at) => {
    if (one.difference.is !== 'removed') return;
    const { row } = one.difference;
    const list = lists.get(listOf(row)) ?? new Map<string, Gone[]>();
    lists.set(listOf(row), list);
    ancestry(terms, row.key.at(-1) ?? '').forEach((term, steps) => {
      const gone = { one, steps, at };
      append(list, term, gone);
    });
  });
  return lists;
}

/** The nearest category of the list that is above one, or below it, and is in no pair yet. */
function nearest(
  head: Row,
  list: ReadonlyMap<string, readonly Gone[]> | undefined,
  taken: ReadonlySet<Carried>,
  terms: Terms,
): Carried | undefined {
  const [id = '', ...above] = ancestry(terms, head.key.at(-1) ?? '');
  const below = (list?.get(id) ?? []).filter(({ steps }) => steps > 0);
  const higher = above.flatMap((term, at) =>
    (list?.get(term) ?? []).flatMap((gone) => (gone.steps === 0 ? [{ ...gone, steps: at + 1 }] : [])),
  );
  return [...below, ...higher]
    .filter(({ one }) => !taken.has(one))
    .sort((a, b) => a.steps - b.steps || a.at - b.at)[0]?.one;
}

function listOf({ relation, key }: Row): string {
  return [relation, ...key.slice(0, -1)].join('\t');
}

function isDataRow(row: Row): boolean {
  return partsOfKey(row.relation).at(-1) === 'data';
}
