import { onDemand } from '../base/on-demand.ts';
import { coordinateOf, type Policy, type Row } from './policy.ts';
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

const indexes = new WeakMap<Policy, RowIndex>();

/** The index of a policy, made when it is first asked for and kept as long as the policy. */
export function rowsIn(policy: Policy): RowIndex {
  const known = indexes.get(policy);
  if (known) return known;
  const index = makeIndex(policy);
  indexes.set(policy, index);
  return index;
}

function makeIndex({ facts, prose, structure }: Policy): RowIndex {
  const relations = new Map<RelationName, Row[]>();
  for (const table of [facts, prose, structure]) for (const row of table) put(relations, row.relation, row);
  const entities = onDemand(() => {
    const rows = new Map<string, Row[]>();
    for (const row of facts) put(rows, row.key[0] ?? '', row);
    return rows;
  });
  const starts = perRelation((relation) => {
    const rows = new Map<string, Row[]>();
    for (const row of relations.get(relation) ?? []) for (const start of startsOf(row)) put(rows, start, row);
    return rows;
  });
  const keys = perRelation(
    (relation) => new Map((relations.get(relation) ?? []).map((row) => [coordinateOf(row), row])),
  );
  const all = (relation: RelationName): readonly Row[] => relations.get(relation) ?? [];
  return {
    all,
    below: (relation, ...start) =>
      start.length === 0 ? all(relation) : (starts(relation).get(start.join('\t')) ?? []),
    one: (relation, ...key) => keys(relation).get(coordinateOf({ relation, key })),
    of: (entity) => entities().get(entity) ?? [],
  };
}

/** What few ask for is sorted only for the relations that they ask about. */
function perRelation<Value>(make: (relation: RelationName) => Value): (relation: RelationName) => Value {
  const made = new Map<RelationName, Value>();
  return (relation) => {
    const known = made.get(relation);
    if (known !== undefined) return known;
    const value = make(relation);
    made.set(relation, value);
    return value;
  };
}

function startsOf({ key }: Row): string[] {
  return key.map((_, index) => key.slice(0, index + 1).join('\t'));
}

function put<Name>(groups: Map<Name, Row[]>, name: Name, row: Row): void {
  const group = groups.get(name);
  if (group) group.push(row);
  else groups.set(name, [row]);
}
