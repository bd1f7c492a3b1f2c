import { coordinateOf, type Policy, type Row, type Scalar } from '../model/policy.ts';
import type { FactRelation, RelationName } from '../model/relations.ts';

/** A policy's rows by what a renderer asks for. Every list is in the table's own order, that is by key. */
export interface Rows {
  /** The rows of a relation, or of a relation below one owner. */
  readonly all: (relation: FactRelation, owner?: string) => readonly Row[];
  /** The row with exactly this key. */
  readonly one: (relation: FactRelation, ...key: readonly string[]) => Row | undefined;
  /** The last parts of the keys below one owner: the ids it is linked with. */
  readonly ids: (relation: FactRelation, ...owner: readonly string[]) => readonly string[];
  /** A value as text; empty when it is not stated. */
  readonly value: (relation: FactRelation, key: readonly string[], name: string) => string;
  readonly flag: (relation: FactRelation, key: readonly string[], name: string) => boolean;
  /** A text as written, in exactly this locale. */
  readonly prose: (owner: string, path: readonly string[], locale: string) => string | undefined;
  readonly chapters: readonly ChapterOutline[];
}

export interface ChapterOutline {
  readonly id: string;
  readonly clauses: readonly ClauseOutline[];
}

export interface ClauseOutline {
  readonly id: string;
  readonly kind: string;
  /** Shown in bold underline, because it limits a right or a liability. */
  readonly limit: boolean;
}

export function indexRows(policy: Policy): Rows {
  const byCoordinate = new Map<string, Row>();
  const groups = new Map<string, Row[]>();
  const file = (name: string, row: Row): void => {
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  };
  for (const row of [...policy.facts, ...policy.prose, ...policy.structure]) {
    byCoordinate.set(coordinateOf(row), row);
    if (row.relation === 'prose') continue;
    for (let length = 0; length <= row.key.length; length++) {
      file(coordinateOf({ relation: row.relation, key: row.key.slice(0, length) }), row);
    }
  }
  const find = (relation: RelationName, key: readonly string[]): Row | undefined =>
    byCoordinate.get(coordinateOf({ relation, key }));
  const below = (relation: RelationName, key: readonly string[]): readonly Row[] =>
    groups.get(coordinateOf({ relation, key })) ?? [];
  const scalar = (relation: FactRelation, key: readonly string[], name: string): Scalar | undefined =>
    find(relation, key)?.values[name];
  return {
    all: (relation, owner) => below(relation, owner === undefined ? [] : [owner]),
    one: (relation, ...key) => find(relation, key),
    ids: (relation, ...owner) => below(relation, owner).map((row) => row.key.at(-1) ?? ''),
    value: (relation, key, name) => String(scalar(relation, key, name) ?? ''),
    flag: (relation, key, name) => scalar(relation, key, name) === true,
    prose: (owner, path, locale) =>
      find('prose', [owner, ...path, locale])?.values.text as string | undefined,
    chapters: outline(find),
  };
}

function outline(
  find: (relation: RelationName, key: readonly string[]) => Row | undefined,
): ChapterOutline[] {
  const order = (row: Row | undefined): string[] =>
    String(row?.values.order ?? '')
      .split(' ')
      .filter((id) => id !== '');
  return order(find('contents', ['policy'])).map((id) => ({
    id,
    clauses: order(find('chapter', [id])).map((clause) => {
      const values = find('clause', [clause])?.values ?? {};
      return {
        id: clause,
        kind: String(values.kind ?? 'statement'),
        limit: values.emphasis === 'limit',
      };
    }),
  }));
}
