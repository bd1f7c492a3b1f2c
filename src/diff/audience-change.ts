import { append } from '../base/group.ts';
import type { Row } from '../model/policy.ts';
import { type Carried, isEntity } from './carry.ts';
import type { Difference, DifferenceThat } from './difference.ts';

export interface Sorted {
  /** One for each entity that remains and is for other readers than before, with the rows that say so. */
  readonly audiences: readonly Carried[];
  readonly others: readonly Difference[];
}

/**
 * Gathers differing rows of `applies`: however many there are, the audience of an entity is edited once. The rows of an
 * entity that comes or goes are carried by it.
 */
export function gatherAudiences(
  differences: readonly Difference[],
  limits: { readonly base: (id: string) => readonly Row[]; readonly head: (id: string) => readonly Row[] },
): Sorted {
  const rows = differences.flatMap((one) => (isLimit(one) ? [one] : []));
  if (rows.length === 0) return { audiences: [], others: differences };
  const comeOrGone = new Set(differences.flatMap((one) => entityIn(one) ?? []));
  const edited = new Map<string, (typeof rows)[number][]>();
  for (const one of rows) {
    const [id = ''] = one.row.key;
    if (!comeOrGone.has(id)) append(edited, id, one);
  }
  const audiences = [...edited].flatMap(([id, carries]): Carried[] => {
    const first = carries.find(({ is }) => is === 'added') ?? carries[0];
    if (!first) return [];
    const row: Row = { relation: 'applies', key: [id], values: {}, place: first.row.place };
    const sides = { base: limits.base(id), head: limits.head(id) };
    return [{ difference: { table: 'facts', is: 'audience', row, ...sides }, carries }];
  });
  return {
    audiences,
    others: differences.filter((one) => !isLimit(one) || !edited.has(one.row.key[0] ?? '')),
  };
}

function isLimit(one: Difference): one is DifferenceThat<'added' | 'removed'> {
  return (one.is === 'added' || one.is === 'removed') && one.row.relation === 'applies';
}

/** The id of an entity that only one side has. */
function entityIn(one: Difference): string | undefined {
  if (one.table !== 'facts' || (one.is !== 'added' && one.is !== 'removed')) return undefined;
  return isEntity(one.row.relation) ? one.row.key[0] : undefined;
}
