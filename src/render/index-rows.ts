import { idsInOrder } from '../model/order.ts';
import { lastPart, type Policy, type Row, type Scalar } from '../model/policy.ts';
import type { FactRelation } from '../model/relations.ts';
import { type RowIndex, rowsIn } from '../model/row-index.ts';

/**
 * A policy's rows, looked up the ways renderers need. A list has its written order if that is kept, else the order of
 * its keys.
 */
export interface Rows {
  /** The rows of a relation, optionally only those of one owner. */
  readonly all: (relation: FactRelation, owner?: string) => readonly Row[];
  readonly one: (relation: FactRelation, ...key: readonly string[]) => Row | undefined;
  /** The last parts of the keys below an owner: the ids it refers to. */
  readonly ids: (relation: FactRelation, ...owner: readonly string[]) => readonly string[];
  /** A value as text; empty if it is not stated. */
  readonly value: (relation: FactRelation, key: readonly string[], name: string) => string;
  readonly flag: (relation: FactRelation, key: readonly string[], name: string) => boolean;
  /** A text as written in exactly this locale. */
  readonly prose: (owner: string, path: readonly string[], locale: string) => string | undefined;
  /** Whether an owner's list keeps its written order. */
  readonly isOrdered: (relation: FactRelation, ...owner: readonly string[]) => boolean;
  /** The paths of the texts shown beside an owner's facts; not its title and summary, which are shown elsewhere. */
  readonly textsOf: (owner: string) => readonly (readonly string[])[];
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

/** The rows of a policy for its renderers, with lists in their written order. */
export function indexRows(policy: Policy): Rows {
  const { below, one } = rowsIn(policy);
  const scalar = (relation: FactRelation, key: readonly string[], name: string): Scalar | undefined =>
    one(relation, ...key)?.values[name];
  const arranged = (relation: FactRelation, owner: readonly string[]): readonly Row[] => {
    const list = one('list', ...(owner.length === 0 ? ['policy'] : owner), relation);
    const rows = below(relation, ...owner);
    if (!list) return rows;
    const places = new Map(idsInOrder(list).map((id, at) => [id, at]));
    const place = ({ key }: Row): number => places.get(key[owner.length] ?? '') ?? places.size;
    return [...rows].sort((a, b) => place(a) - place(b));
  };
  return {
    all: (relation, owner) => arranged(relation, owner === undefined ? [] : [owner]),
    one,
    ids: (relation, ...owner) => arranged(relation, owner).map(lastPart),
    isOrdered: (relation, ...owner) => one('list', ...owner, relation) !== undefined,
    value: (relation, key, name) => String(scalar(relation, key, name) ?? ''),
    flag: (relation, key, name) => scalar(relation, key, name) === true,
    prose: (owner, path, locale) => one('prose', owner, ...path, locale)?.values.text as string | undefined,
    textsOf: (owner) =>
      below('prose', owner).flatMap(({ key }) => {
        const path = key.slice(1, -1);
        return path[0] === 'title' || path[0] === 'summary' ? [] : [path];
      }),
    chapters: outline(one),
  };
}

function outline(one: RowIndex['one']): ChapterOutline[] {
  const order = (row: Row | undefined): string[] =>
    String(row?.values.order ?? '')
      .split(' ')
      .filter((id) => id !== '');
  return order(one('contents', 'policy')).map((id) => ({
    id,
    clauses: order(one('chapter', id)).map((clause) => {
      const values = one('clause', clause)?.values ?? {};
      return {
        id: clause,
        kind: String(values.kind ?? 'statement'),
        limit: values.emphasis === 'limit',
      };
    }),
  }));
}
