import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import { type Facet, isGain, switchedOn } from '../knowledge/facet.ts';
import type { Meaning, Values } from '../knowledge/meaning.ts';
import { knowledge, knowledgeOf } from '../knowledge/table.ts';
import type { TextOfFact } from '../knowledge/texts.ts';
import { type Audience, common } from '../model/audience.ts';
import type { Row } from '../model/policy.ts';
import { type FactRelation, isFactRelation } from '../model/relations.ts';
import { rowsByStart } from '../model/row-index.ts';
import type { Change, PlainRow, Side } from './change.ts';

/** A facet of a change, with its row and the readers it concerns. */
export interface RowFacet extends Facet {
  readonly row: Pick<PlainRow, 'relation' | 'key'>;
  readonly readers: Audience;
  /** Only the policy's own list and promises see it; no law does. */
  readonly listOnly?: true;
}

/** The rows of an entity in one of the versions, its own first. */
export type EntityRows = (side: 'base' | 'head', id: string) => readonly PlainRow[];

const unknown: EntityRows = () => [];

/**
 * Everything that a change does, as watches and floors see it: first its own effect, then what it brings along. A new
 * recipient that pays is an added recipient, added data, and a sale that begins.
 */
export function facetsOf(change: Change, rowsOf: EntityRows = unknown): RowFacet[] {
  if (change.table !== 'facts') return [];
  const { relation, key, direction, affects } = change;
  const { readers, gain, lose } = affects;
  if (gain && lose) return audienceFacets(change, rowsOf, gain, lose);
  const on = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed';
  const name = change.name === undefined ? relation : `${relation}.${change.name}`;
  const own: Facet = { name, on, direction, ...asideOf(change, change.name, rowsOf) };
  // One category in place of another is also an addition and a removal.
  return [
    { ...own, row: { relation, key }, readers },
    ...besideFacets(change, rowsOf),
    ...unnamedFacets(change, rowsOf),
    ...(meaningOf(change, change.name ?? '', rowsOf)?.replaces ? identityFacets(change, rowsOf) : []),
    ...(identities.has(own.name) ? identityFacets(change, rowsOf).map(seenByLists) : []),
    ...(on === 'removed' ? [] : sideFacets(change.after, 'added', change, on !== 'changed')),
    ...(on === 'added' ? [] : sideFacets(change.before, 'removed', change, on !== 'changed')),
  ].map((facet) => ({ ...facet, readers }));
}

/** Values that say which right, promise or party it is: another one is gone, and one is new, for a list that watches that. */
const identities: ReadonlySet<string> = new Set([
  'right.right',
  'commitment.act',
  'party.name',
  'party.role',
]);
const seenByLists = <One extends object>(facet: One) => ({ ...facet, listOnly: true as const });

/**
 * What a change of a text may do to the fact that it states. Its direction only a person can tell: for whoever watches
 * losses it may be one.
 */
export function facetsOfText(text: TextOfFact, readers: Audience): RowFacet[] {
  const { name, relation, key } = text;
  const ways = ['changed', 'removed'] as const;
  return ways.flatMap((on) =>
    (['expands', 'restricts', 'changes'] as const).map((direction) => ({
      name,
      on,
      direction,
      row: { relation, key },
      readers,
    })),
  );
}

/** For readers who gain access, everything of it is new; for those who lose it, everything is gone. */
function audienceFacets(
  { relation, key }: Change,
  rowsOf: EntityRows,
  gain: Audience,
  lose: Audience,
): RowFacet[] {
  const [id = ''] = key;
  const both = [
    ['head', 'added', gain],
    ['base', 'removed', lose],
  ] as const;
  return both.flatMap(([side, on, readers]): RowFacet[] => {
    if (readers.length === 0) return [];
    const own = { ...bareFacet('applies', on), row: { relation, key }, readers };
    return [own, ...wholeFacets(rowsOf(side, id), on, id, false).map((facet) => ({ ...facet, readers }))];
  });
}

/** What else changes with a statement; data that readers could withhold and now must give is collected anew. */
function besideFacets(change: Change, rowsOf: EntityRows): Omit<RowFacet, 'readers'>[] {
  const { relation, key, name, before, after, direction } = change;
  if (!isFactRelation(relation) || name === undefined) return [];
  const row = { relation, key };
  const [was, is] = [before, after].map((side) => (side && 'value' in side ? (side.beside ?? {}) : {}));
  // What was said of automatic choices that are no longer made is not taken from anybody.
  const isMoot = (other: string): boolean => other.startsWith(`${name}.`) && isGain({ direction });
  const beside = Object.keys({ ...was, ...is }).map((other) => {
    const way = meaningOf(change, other, rowsOf);
    return {
      name: `${relation}.${other}`,
      on: 'changed' as const,
      direction: other === 'days' || isMoot(other) ? direction : (way?.direction ?? 'changes'),
      row,
      ...(way?.aside ? { aside: true as const } : {}),
    };
  });
  const isTaken = relation === 'function.data' && name === 'required' && direction === 'expands';
  const also = isTaken ? [{ ...bareFacet(relation, 'added'), row, listOnly: true as const }] : [];
  // Readers who are asked and may withdraw have what a list calls consent.
  const asked: Omit<RowFacet, 'readers'>[] =
    (name === 'basis' && [statedOn(before), statedOn(after)].includes('consent')) ||
    (name === 'sensitive.ground' && [statedOn(before), statedOn(after)].includes('explicit-consent'))
      ? [{ name: 'consent.basis', on: 'changed', direction, row, listOnly: true }]
      : [];
  // Opting out of personalisation is a way to refuse: a list that watches refusal means it.
  const refused: Omit<RowFacet, 'readers'>[] =
    relation === 'function' && name === 'personalised.off'
      ? [{ name: 'function.optOut', on: 'changed', direction, row, listOnly: true }]
      : [];
  // A recipient that is now said to decide itself may have worked for the company before.
  const decides: Omit<RowFacet, 'readers'>[] =
    /^(?:recipient|technology)\.listed$/.test(relation) && name === 'role' && isFirstToDecide(before, after)
      ? [{ name: `${relation}.role`, on: 'changed', direction: 'expands', row }]
      : [];
  return [...beside, ...also, ...asked, ...refused, ...decides];
}

/**
 * The last entry of a list is gone while the clause remains: whom it speaks of is no longer said. The same when no
 * country is named any more, since data may still go there.
 */
function unnamedFacets({ relation, kind, key }: Change, rowsOf: EntityRows): Omit<RowFacet, 'readers'>[] {
  if (!isFactRelation(relation) || knowledge[relation].named?.last.kind !== kind) return [];
  const of = whoOf[relation];
  if (!of) return [{ name: relation, on: 'changed', direction: 'restricts', row: { relation, key } }];
  const [owner = ''] = key;
  const [entity] = of ? rowsOf('head', owner) : [];
  if (entity?.values[of.value] !== undefined) return [];
  const row = { relation: of.relation, key: [owner] };
  return [{ name: `${of.relation}.${of.value}`, on: 'changed', direction: 'restricts', row }];
}

/** The value that says who is meant when a clause has no list. */
const whoOf: Partial<Record<FactRelation, { readonly relation: FactRelation; readonly value: string }>> = {
  'recipient.listed': { relation: 'recipient', value: 'name' },
  'technology.listed': { relation: 'technology', value: 'provider' },
};

function isFirstToDecide(before: Side | null, after: Side | null): boolean {
  return (statedOn(before) ?? null) === null && /^(?:joint-)?controller$/.test(String(statedOn(after)));
}

function statedOn(side: Side | null): unknown {
  return side && 'value' in side ? side.value : undefined;
}

/**
 * The provider of a component that is no party of the policy gets what it gathers: a list that watches recipients sees it
 * come and go.
 */
export function providerFacets(
  facets: readonly RowFacet[],
  isOfOthers: (row: RowFacet['row']) => boolean,
): RowFacet[] {
  return facets
    .filter(({ row }) => providing.has(row.relation) && isOfOthers(row))
    .flatMap((facet): RowFacet[] => {
      const { name, on, row } = facet;
      if (name === row.relation && on !== 'changed') return [{ ...facet, name: 'recipient', listOnly: true }];
      return name === `${row.relation}.provider`
        ? [{ ...facet, name: 'recipient.name', listOnly: true }]
        : [];
    });
}

/** What a change does as if something else had changed: data comes under another rule, or is used by another clause. */
export type OtherwiseFacet = Omit<RowFacet, 'listOnly'>;

/** The same of all that a change does, for the readers whom it concerns. */
export function otherwiseFacets(
  facets: readonly RowFacet[],
  otherwise: (facet: RowFacet) => readonly OtherwiseFacet[],
): RowFacet[] {
  return facets.flatMap((facet) => {
    // Of much data the readers are the same: equal audiences are one value.
    const shared = eachOnDemand((readers: Audience) => common(facet.readers, readers));
    return otherwise(facet).flatMap((one) => {
      const readers = shared(one.readers);
      if (readers.length === 0) return [];
      return [readers === one.readers ? one : { ...one, readers }];
    });
  });
}

const providing: ReadonlySet<string> = new Set(['technology', 'technology.listed']);

/** What a change would do if a name declared to mean the same company meant another; else nothing. */
export function facetsIfAnother(change: Change, rowsOf: EntityRows): RowFacet[] {
  if (change.table !== 'facts' || !meaningOf(change, change.name ?? '', rowsOf)?.declared) return [];
  const { readers } = change.affects;
  return identityFacets(change, rowsOf).map((facet) => ({ ...facet, readers }));
}

/** One company in place of another: the former is gone with all that was said of it, and the other is new with it. */
function identityFacets(change: Change, rowsOf: EntityRows): Omit<RowFacet, 'readers'>[] {
  const { relation, key, before, after } = change;
  if (!isFactRelation(relation)) return [];
  const stated = [before, after].every((side) => side && 'value' in side && side.value !== null);
  if (!stated) return [];
  const [owner = ''] = key;
  const own = (side: 'base' | 'head') =>
    rowsBelow(rowsOf(side, owner), key).filter((row) => row.relation.startsWith(relation));
  return [
    ...wholeFacets(own('base'), 'removed', owner, false),
    ...wholeFacets(own('head'), 'added', owner, false),
  ];
}

function sideFacets(side: Side | null, on: 'added' | 'removed', change: Change, told: boolean) {
  if (side === null || !('row' in side)) return [];
  return wholeFacets([side.row, ...side.carries], on, change.key[0] ?? '', told);
}

/** The facets of a row that comes or goes, with everything it carries; `told` when the change itself already states the first. */
function wholeFacets(
  rows: readonly PlainRow[],
  on: 'added' | 'removed',
  owner: string,
  told: boolean,
): Omit<RowFacet, 'readers'>[] {
  // The consent of a new entity changes nobody else's consent.
  const news = rows.filter((row, index) => index === 0 || !isOwnConsent(row, owner));
  const [entity] = rows;
  return news.flatMap((row, index) => {
    const { relation } = row;
    if (!isFactRelation(relation)) return [];
    const facets = switchedOn(relation, row.values, on);
    const bare = bareFacet(relation, on, entity && [entity.values]);
    // One more thing that an existing consent covers is news to those who gave it.
    if (index > 0) facets.unshift(row.key[0] === entity?.key[0] ? ofWhole(bare, entity, on) : bare);
    else if (!told) facets.unshift(bare);
    return facets.map((facet) => ({ ...facet, row }));
  });
}

/** A ground to refuse a new right takes nothing from anybody: limits of a whole come and go with it. */
function ofWhole(part: Facet, whole: PlainRow | undefined, on: 'added' | 'removed'): Facet {
  const isLimit = part.direction === 'restricts' || part.direction === 'eases';
  if (!isLimit || !whole || !isFactRelation(whole.relation)) return part;
  return { ...part, direction: bareFacet(whole.relation, on, [whole.values]).direction };
}

function isOwnConsent({ relation, key }: PlainRow, owner: string): boolean {
  return relation.startsWith('consent') && key[0] === owner;
}

function bareFacet(
  relation: FactRelation,
  on: 'added' | 'removed',
  stated: readonly Row['values'][] = [],
): Facet {
  return { name: relation, on, direction: knowledgeOf(relation, stated)[on].direction };
}

/** Whether the changed value is beside what its entity is about. */
function asideOf(change: Change, name: string | undefined, rowsOf: EntityRows): Pick<Facet, 'aside'> {
  return name !== undefined && meaningOf(change, name, rowsOf)?.aside ? { aside: true } : {};
}

function meaningOf({ relation, key }: Change, name: string, rowsOf: EntityRows): Meaning | undefined {
  const value = isFactRelation(relation) ? knowledge[relation].values[name] : undefined;
  if (!value) return undefined;
  const [before, after] = (['base', 'head'] as const).map(
    (side): Values =>
      rowsBelow(rowsOf(side, key[0] ?? ''), key).find((row) => row.relation === relation)?.values ?? {},
  );
  return before && after ? value.compare(before[name], after[name], [before, after]) : undefined;
}

/** Sorted once: a list of thousands looks up the rows of each of its entries. */
const sorted = keptWith((rows: readonly PlainRow[]) => rowsByStart(rows));

function rowsBelow(rows: readonly PlainRow[], start: readonly string[]): readonly PlainRow[] {
  return sorted(rows).get(start.join('\t')) ?? [];
}
