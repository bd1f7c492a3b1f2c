import { onDemand } from '../base/on-demand.ts';
import type { Policy } from '../model/policy.ts';
import { type FactRelation, isFactRelation, type RelationName } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import type { Between } from './affects.ts';
import { isEntity } from './carry.ts';
import type { Names } from './names.ts';

/** What it takes to describe a change: both policies, and what can be looked up in them. */
export interface Setting extends Between {
  readonly base: Policy;
  readonly head: Policy;
  readonly names: Names;
  /** Whether a side has a text at a prose coordinate, for telling a first translation from a new text. */
  readonly hasText: (side: 'base' | 'head', coordinate: string) => boolean;
  /** How many members each list has on either side, by relation and owner, for lists that limit. */
  readonly members: (side: 'base' | 'head', relation: RelationName, prefix: readonly string[]) => number;
}

/** What few changes need is counted when the first one asks. */
export function settingOf(
  base: Policy,
  head: Policy,
  names: Setting['names'],
  readers: Setting['readers'],
): Setting {
  const rows = { base: rowsIn(base), head: rowsIn(head) };
  return {
    base,
    head,
    names,
    readers,
    ids: { base: onDemand(() => entitiesIn(base)), head: onDemand(() => entitiesIn(head)) },
    stated: (entity, id) =>
      [rows.base, rows.head].flatMap(({ one }) => {
        const row = one(entity as RelationName, id);
        return row ? [row.values] : [];
      }),
    hasText: (side, coordinate) => rows[side].one('prose', coordinate) !== undefined,
    members: (side, relation, prefix) => rows[side].below(relation, ...prefix).length,
  };
}

function entitiesIn({ facts }: Policy): ReadonlyMap<string, FactRelation> {
  return new Map(
    facts.flatMap(({ relation, key }) =>
      isFactRelation(relation) && isEntity(relation) ? [[key[0] ?? '', relation] as const] : [],
    ),
  );
}
