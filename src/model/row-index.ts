import { append, groupBy } from '../base/group.ts';
import { eachOnDemand, keptWith, onDemand } from '../base/on-demand.ts';
import { ownerOf, type Policy, type Row } from './policy.ts';
import type { RelationName } from './relations.ts';

/** The rows of a policy's three tables by what a reader of them asks for. Every list is in its table's own order. */
export interface RowIndex {
  readonly all: (relation: RelationName) => readonly Row[];
  /** The rows of a relation whose keys begin with these parts: those of one owner, or of one entry of a list. */
  readonly below: (relation: RelationName, ...start: readonly string[]) => readonly Row[];
  /** The row with exactly this key. */
  readonly one: (relation: RelationName, ...key: readonly string[]) => Row | undefined;
  /** All facts of one entity, its own row with its links and members. */
  readonly of: (entity: string) => readonly Row[];
}

/** The index of a policy, made when it is first asked for and kept as long as the policy. */
export const rowsIn: (policy: Policy) => RowIndex = keptWith(({ facts, prose, structure }) => {
  const relations = groupBy([facts, prose, structure].flat(), ({ relation }) => relation);
  const all = (relation: RelationName): readonly Row[] => relations.get(relation) ?? [];
  const entities = onDemand(() => groupBy(facts, ownerOf));
  // What few ask for is sorted only for the relations that they ask about.
  const starts = eachOnDemand((relation: RelationName) => rowsByStart(all(relation)));
  const keys = eachOnDemand(
    (relation: RelationName) => new Map(all(relation).map((row) => [row.key.join('\t'), row])),
  );
  return {
    all,
    below: (relation, ...start) =>
      start.length === 0 ? all(relation) : (starts(relation).get(start.join('\t')) ?? []),
    one: (relation, ...key) => keys(relation).get(key.join('\t')),
    of: (entity) => entities().get(entity) ?? [],
  };
});

/** Rows by each beginning of their keys, its parts joined with tabs: by the first part, by the first two, and so on. */
export function rowsByStart<Keyed extends Pick<Row, 'key'>>(
  rows: readonly Keyed[],
): ReadonlyMap<string, readonly Keyed[]> {
  const groups = new Map<string, Keyed[]>();
  for (const row of rows)
    for (let length = 1; length <= row.key.length; length++)
      append(groups, row.key.slice(0, length).join('\t'), row);
  return groups;
}
