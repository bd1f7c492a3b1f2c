import type { Direction } from '../knowledge/meaning.ts';
import { knowledge } from '../knowledge/table.ts';
import { ancestry } from '../model/edition.ts';
import { type Policy, type Row, rowsOf, type Term } from '../model/policy.ts';
import { isFactRelation, relations } from '../model/relations.ts';
import { type Watch, watchFromKey } from '../model/watch.ts';
import type { Change, PlainRow, Side } from './change.ts';

/** One thing a change does, as a watch sees it. An addition does everything its dependents do as well. */
interface Facet {
  /** A relation, or a relation and a value: `function.data.required`. */
  readonly name: string;
  readonly on: 'added' | 'removed' | 'changed';
  readonly direction: Direction;
  readonly data: string | undefined;
  readonly form: string | undefined;
}

/** Whether any of the watches sees the change. A watch covers everything below what it names. */
export function isWatched(change: Change, watches: readonly Watch[], terms: Terms): boolean {
  const facets = facetsOf(change, terms);
  return watches.some((watch) =>
    facets.some((facet) => isBelow(facet.name, watch.watch) && passes(facet, watch, terms)),
  );
}

/** Whether the change does just what the watch names, and not only something below it. */
export function isExactly(change: Change, watch: Watch, terms: Terms): boolean {
  return facetsOf(change, terms).some((facet) => facet.name === watch.watch && passes(facet, watch, terms));
}

function isBelow(name: string, watched: string): boolean {
  return name === watched || name.startsWith(`${watched}.`);
}

/** The parts of the two policies that watches with filters ask about. */
export interface Terms {
  readonly data: { readonly get: (id: string) => Term | undefined };
  readonly formOf: (recipient: string) => string | undefined;
}

export function termsOf(base: Policy, head: Policy): Terms {
  const forms = new Map<string, string>();
  for (const policy of [base, head]) {
    for (const row of rowsOf(policy.facts, 'recipient')) forms.set(row.key[0] ?? '', String(row.values.form));
  }
  return {
    data: { get: (id) => head.vocabulary.data[id] ?? base.vocabulary.data[id] },
    formOf: (recipient) => forms.get(recipient),
  };
}

function facetsOf(change: Change, terms: Terms): Facet[] {
  if (change.table !== 'facts') return [];
  const side: Side | null = change.after ?? change.before;
  const on = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed';
  const own: PlainRow = { relation: change.relation, key: change.key, values: {} };
  const name = change.name === undefined ? change.relation : `${change.relation}.${change.name}`;
  const first = facet(name, own, on, change.direction, terms);
  if (side === null || !('row' in side)) return [first];
  if (on !== 'changed') return [first, ...carriedFacets(side, on, change, terms)];
  // One category in place of another: an addition and a removal as well.
  return [
    first,
    ...wholeFacets(change.after, 'added', change, terms),
    ...wholeFacets(change.before, 'removed', change, terms),
  ];
}

type Rows = Extract<Side, { row: PlainRow }>;

function wholeFacets(side: Side | null, on: 'added' | 'removed', change: Change, terms: Terms): Facet[] {
  if (side === null || !('row' in side) || !isFactRelation(side.row.relation)) return [];
  const own = facet(side.row.relation, side.row, on, knowledge[side.row.relation][on].direction, terms);
  return [own, ...carriedFacets(side, on, change, terms)];
}

function carriedFacets({ carries }: Rows, on: 'added' | 'removed', change: Change, terms: Terms): Facet[] {
  // A new entity's own consent is no change of anybody else's consent.
  return carries.flatMap((row) =>
    isFactRelation(row.relation) && !(row.relation.startsWith('consent') && row.key[0] === change.key[0])
      ? [facet(row.relation, row, on, knowledge[row.relation][on].direction, terms)]
      : [],
  );
}

function facet(name: string, row: PlainRow, on: Facet['on'], direction: Direction, terms: Terms): Facet {
  const shape: readonly string[] = isFactRelation(row.relation) ? relations[row.relation].key : [];
  const at = shape.indexOf('data');
  const isRecipient = row.relation.split('.')[0] === 'recipient';
  return {
    name,
    on,
    direction,
    data: at === -1 ? undefined : row.key[at],
    form: isRecipient ? terms.formOf(row.key[0] ?? '') : undefined,
  };
}

function passes(facet: Facet, watch: Watch, terms: Terms): boolean {
  if (watch.on !== undefined && watch.on !== facet.on) return false;
  if (watch.direction !== undefined && watch.direction !== facet.direction) return false;
  if (watch.form !== undefined && watch.form !== facet.form) return false;
  return (
    watch.data === undefined ||
    (facet.data !== undefined && ancestry(terms.data, facet.data).includes(watch.data))
  );
}

/** Everything watched by one entry of the list, or by one promise, of a policy. */
export interface Watching {
  readonly clause: string;
  readonly id: string;
  readonly watches: readonly Watch[];
  readonly values: Row['values'];
}

/** The entries of the list of material changes, or the promises, that a policy makes. */
export function watchingsOf(policy: Policy, relation: 'change.entry' | 'change.promise'): Watching[] {
  const watches = rowsOf(policy.facts, `${relation}.watch`);
  return rowsOf(policy.facts, relation).map(({ key: [clause = '', id = ''], values }) => ({
    clause,
    id,
    values,
    watches: watches
      .filter((row) => row.key[0] === clause && row.key[1] === id)
      .map((row) => watchFromKey(row.key[2] ?? '')),
  }));
}

/**
 * The base's list joined with the head's: entries meet by id, their watches are united, and what the base promised
 * stays promised.
 */
export function joinWatchings(base: readonly Watching[], head: readonly Watching[]): Watching[] {
  const joined = new Map<string, Watching>();
  for (const one of [...base, ...head]) {
    const before = joined.get(one.id);
    joined.set(one.id, before ? { ...before, watches: [...before.watches, ...one.watches] } : one);
  }
  return [...joined.values()];
}
