import { keptWith } from '../base/on-demand.ts';
import { entityOf } from '../knowledge/facet.ts';
import { likelyForm } from '../model/kinds/recipient.ts';
import type { Policy, Row } from '../model/policy.ts';
import { type Data, type FactRelation, isFactRelation, relationsWithData } from '../model/relations.ts';
import { type RowIndex, rowsIn } from '../model/row-index.ts';

/** A stated collection: one category of data by one clause, or by one entry of its register. */
export interface Use {
  readonly by: string;
  readonly kind: string;
  /** Whether it is software of others on the device. */
  readonly sdk: boolean;
  readonly data: string;
  readonly purposes: readonly string[];
  readonly source?: string;
  /** Whether readers can refuse it; undefined if the facts do not say. */
  readonly optional: boolean | undefined;
}

/** A stated handover: one category of data to one recipient, or to one entry of its register. */
export interface Handover {
  readonly to: string;
  readonly form: string;
  readonly data: string;
  readonly purposes: readonly string[];
  /** Sold, or shared for cross-context advertising as a law defines it. False also if nothing is stated. */
  readonly sold: boolean;
}

/** The channel and product that an export is about. */
export interface Scope {
  readonly channel?: string | undefined;
  readonly product?: string | undefined;
}

/** Whether a clause applies in the scope; a clause without limits applies everywhere. */
export function holdsIn(rows: RowIndex, clause: string, { channel, product }: Scope): boolean {
  return isIn('channel', channel) && isIn('product', product);

  function isIn(dimension: string, value: string | undefined): boolean {
    const named = rows.below('applies', clause, dimension).map(({ key }) => key[2]);
    return value === undefined || named.length === 0 || named.includes(value);
  }
}

/** Every product that a policy names: its own, and those to which a clause or entry is limited. */
export function productsOf(policy: Policy): readonly string[] {
  const rows = rowsIn(policy);
  const limited = rows.all('applies').filter(({ key }) => key[1] === 'product');
  const named = (['scope.product', 'recipient.listed.product', 'technology.listed.product'] as const).flatMap(
    (relation) => rows.all(relation),
  );
  return [...lastOf([...limited, ...named])].sort();
}

/** Everything collected in the scope by any kind of clause, clause by clause, its own data before its register's. */
export function usesOf(policy: Policy, scope: Scope): readonly Use[] {
  const rows = rowsIn(policy);
  return namedBy('collected', rows, scope).map(({ by, kind, row, clause, purposes }) => ({
    by,
    kind,
    data: idAt(row.key, row.key.length - 1),
    purposes,
    sdk: row.values.method === 'sdk' || clause.values.type === 'sdk',
    ...(row.values.source === undefined ? {} : { source: String(row.values.source) }),
    optional: canBeRefused(row.values, clause.values),
  }));
}

/** The uses by a clause, with those by entries of its register. */
export function usesBy(clause: string, uses: readonly Use[]): readonly Use[] {
  return uses.filter(({ by }) => by === clause || by.startsWith(`${clause}/`));
}

function canBeRefused(data: Row['values'], clause: Row['values']): boolean | undefined {
  if (clause.necessary === true) return false;
  if (data.required === false || clause.tier === 'additional' || clause.optOut === true) return true;
  return data.required === true && clause.tier === 'basic' ? false : undefined;
}

/** Everything handed over in the scope, in the order of the rows. */
export function handoversOf(policy: Policy, scope: Scope): readonly Handover[] {
  const rows = rowsIn(policy);
  return namedBy('received', rows, scope).map(({ by, row, clause, purposes }) => ({
    to: by,
    form: likelyForm(clause.values),
    data: idAt(row.key, row.key.length - 1),
    purposes,
    sold: clause.values.sale === true || clause.values.crossContextAdvertising === true,
  }));
}

/**
 * Who gets what a clause collects, in the order of the rows: those that are tied to it, whatever they get, and of those
 * tied to no function whoever gets some of its data, or is not said to get any in particular. What is had for a purpose that
 * some clause collects the data for is had from the clauses with that purpose alone.
 */
export function recipientsOf(
  rows: RowIndex,
  clause: string,
  { uses, handovers }: { readonly uses: readonly Use[]; readonly handovers: readonly Handover[] },
  scope: Scope,
): readonly string[] {
  const own = new Set(usesBy(clause, uses).map(({ data }) => data));
  const collectors = collectorsIn(uses);
  const [some, its] = [new Set<string>(), new Set<string>()];
  for (const { to, data, purposes } of handovers) {
    const id = idAt(to.split('/'), 0);
    some.add(id);
    const from = purposes.flatMap((purpose) => [...(collectors.get(`${data} ${purpose}`) ?? [])]);
    if (own.has(data) && (from.length === 0 || from.includes(clause))) its.add(id);
  }
  return lastOf(rows.all('recipient')).filter((id) => {
    const only = lastOf(rows.below('recipient.function', id));
    const gets = only.length > 0 ? only.includes(clause) : its.has(id) || !some.has(id);
    return gets && holdsIn(rows, id, scope);
  });
}

/** The clauses that collect a category of data for a purpose, by both. */
const collectorsIn = keptWith((uses: readonly Use[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { by, data, purposes } of uses)
    for (const purpose of purposes) {
      const key = `${data} ${purpose}`;
      const all = found.get(key) ?? new Set();
      found.set(key, all.add(idAt(by.split('/'), 0)));
    }
  return found;
});

/** The clauses that collect data in the scope, kind by kind: the activities of a record of processing. */
export function activitiesIn(rows: RowIndex, scope: Scope): readonly string[] {
  return kindsThat('collected')
    .flatMap((kind) => lastOf(rows.all(kind)))
    .filter((clause) => holdsIn(rows, clause, scope));
}

/** The kinds of clause that collect or hand over data, according to the table of relations. */
function kindsThat(become: Data): readonly FactRelation[] {
  return [...new Set(relationsWithData(become).map(entityOf))].filter(isFactRelation);
}

/** A row that names data, with its clause. */
interface Named {
  /** The clause, or `clause/entry` for an entry of a register. */
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

/** Whether an entry of a register applies to the product; an entry without limits applies to all. */
function isOfProduct(rows: RowIndex, list: string, owner: readonly string[], { product }: Scope): boolean {
  const named = lastOf(belowIn(rows, `${listOf(list)}.product`, owner));
  return product === undefined || named.length === 0 || named.includes(product);
}

/** The purposes of data: its own, else those of its list, else those of its clause. */
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

/** A part of a key. Every key of a relation has the same number of parts, so the default is never used. */
export function idAt(key: readonly string[], at: number): string {
  return key[at] ?? '';
}

/** The last parts of the rows' keys, without duplicates. */
export function lastOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map(({ key }) => idAt(key, key.length - 1)))];
}
