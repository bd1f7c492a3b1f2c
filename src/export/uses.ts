import { entityOf } from '../knowledge/facet.ts';
import { likelyForm } from '../model/kinds/recipient.ts';
import type { Policy, Row } from '../model/policy.ts';
import { type Data, type FactRelation, isFactRelation, relationsWithData } from '../model/relations.ts';
import { type RowIndex, rowsIn } from '../model/row-index.ts';

/** What a policy says is collected: one category by one clause, or by one line of its register. */
export interface Use {
  readonly by: string;
  readonly kind: string;
  /** Software of others on the device. */
  readonly sdk: boolean;
  readonly data: string;
  readonly purposes: readonly string[];
  readonly source?: string;
  /** Whether readers can do without it; undefined where the facts do not say. */
  readonly optional: boolean | undefined;
}

/** What a policy says is handed over: one category to one recipient, or to one line of its register. */
export interface Handover {
  readonly to: string;
  readonly form: string;
  readonly data: string;
  readonly purposes: readonly string[];
  /** Sold, or shared for advertising across contexts, where a law defines it. What is not written says neither. */
  readonly sold: boolean;
}

/** Whom an export is about. */
export interface Scope {
  readonly channel?: string | undefined;
  readonly product?: string | undefined;
}

/** Whether a clause holds there: what it does not limit is not limited. */
export function holdsIn(rows: RowIndex, clause: string, { channel, product }: Scope): boolean {
  return isIn('channel', channel) && isIn('product', product);

  function isIn(dimension: string, value: string | undefined): boolean {
    const named = rows.below('applies', clause, dimension).map(({ key }) => key[2]);
    return value === undefined || named.length === 0 || named.includes(value);
  }
}

/** Every product that a policy names: those that it is about, and those that a clause or an entry is limited to. */
export function productsOf(policy: Policy): readonly string[] {
  const rows = rowsIn(policy);
  const limited = rows.all('applies').filter(({ key }) => key[1] === 'product');
  const named = (['scope.product', 'recipient.listed.product', 'technology.listed.product'] as const).flatMap(
    (relation) => rows.all(relation),
  );
  return [...lastOf([...limited, ...named])].sort();
}

/** Everything that is collected there, whatever the kind of clause: clause by clause, its own data before its register's. */
export function usesOf(policy: Policy, scope: Scope): readonly Use[] {
  const rows = rowsIn(policy);
  return namedBy('collected', rows, scope).map(({ by, kind, row, clause, purposes }) => ({
    ...{ by, kind, data: idAt(row.key, row.key.length - 1), purposes },
    sdk: row.values.method === 'sdk' || clause.values.type === 'sdk',
    ...(row.values.source === undefined ? {} : { source: String(row.values.source) }),
    optional: canBeRefused(row.values, clause.values),
  }));
}

function canBeRefused(data: Row['values'], clause: Row['values']): boolean | undefined {
  if (clause.necessary === true) return false;
  if (data.required === false || clause.tier === 'additional' || clause.optOut === true) return true;
  return data.required === true && clause.tier === 'basic' ? false : undefined;
}

/** Everything that is handed over there, in the order of the rows. */
export function handoversOf(policy: Policy, scope: Scope): readonly Handover[] {
  const rows = rowsIn(policy);
  return namedBy('received', rows, scope).map(({ by, row, clause, purposes }) => ({
    ...{ to: by, form: likelyForm(clause.values), data: idAt(row.key, row.key.length - 1), purposes },
    sold: clause.values.sale === true || clause.values.crossContextAdvertising === true,
  }));
}

/** The clauses that say what is collected there, kind by kind: the activities that a record is kept of. */
export function activitiesIn(rows: RowIndex, scope: Scope): readonly string[] {
  return kindsThat('collected')
    .flatMap((kind) => lastOf(rows.all(kind)))
    .filter((clause) => holdsIn(rows, clause, scope));
}

/** The kinds of clauses by which that becomes of data, as the table of relations says. */
function kindsThat(become: Data): readonly FactRelation[] {
  return [...new Set(relationsWithData(become).map(entityOf))].filter(isFactRelation);
}

/** A row that names data, with the clause that it is of. */
interface Named {
  /** The clause, or `clause/entry` of a register. */
  readonly by: string;
  readonly kind: string;
  readonly row: Row;
  readonly clause: Row;
  readonly purposes: readonly string[];
}

function namedBy(become: Data, rows: RowIndex, scope: Scope): readonly Named[] {
  return kindsThat(become).flatMap((kind) => {
    const lists = relationsWithData(become).filter((relation) => entityOf(relation) === kind);
    return rows
      .all(kind)
      .filter(({ key }) => holdsIn(rows, idAt(key, 0), scope))
      .flatMap((clause) =>
        lists.flatMap((list) =>
          rows
            .below(list, idAt(clause.key, 0))
            .filter(({ key }) => isOfProduct(rows, list, key.slice(0, -1), scope))
            .map((row): Named => {
              const by = row.key.slice(0, -1).join('/');
              return { by, kind, row, clause, purposes: purposesOf(rows, list, row) };
            }),
        ),
      );
  });
}

/** Whether an entry of a register is for a product; what it does not limit is not limited. */
function isOfProduct(rows: RowIndex, list: string, owner: readonly string[], { product }: Scope): boolean {
  const named = lastOf(belowIn(rows, `${listOf(list)}.product`, owner));
  return product === undefined || named.length === 0 || named.includes(product);
}

/** What data is for: what itself says, else its list, else its clause. */
function purposesOf(rows: RowIndex, list: FactRelation, { key }: Row): readonly string[] {
  const owner = key.slice(0, -1);
  const own = lastOf(belowIn(rows, `${list}.purpose`, key));
  if (own.length > 0) return own;
  const listed = lastOf(belowIn(rows, `${listOf(list)}.purpose`, owner));
  return listed.length > 0 ? listed : lastOf(belowIn(rows, `${entityOf(list)}.purpose`, owner.slice(0, 1)));
}

/** `technology.listed` of `technology.listed.data`. */
function listOf(relation: string): string {
  return relation.slice(0, relation.lastIndexOf('.'));
}

function belowIn(rows: RowIndex, relation: string, start: readonly string[]): readonly Row[] {
  return isFactRelation(relation) ? rows.below(relation, ...start) : [];
}

/** The part of a key at a place; every row of a relation has as many as its shape says. */
export function idAt(key: readonly string[], at: number): string {
  return key[at] ?? '';
}

/** The last parts of the keys of rows, each once. */
export function lastOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map(({ key }) => idAt(key, key.length - 1)))];
}
