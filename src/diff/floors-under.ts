import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import { entityOf, isGain } from '../knowledge/facet.ts';
import { knowledge } from '../knowledge/table.ts';
import { type Audience, type Box, common, nobody, union } from '../model/audience.ts';
import { formsOf } from '../model/kinds/recipient.ts';
import type { Row, Scalar } from '../model/policy.ts';
import { isKnownRegion } from '../model/regions.ts';
import { type FactRelation, isFactRelation } from '../model/relations.ts';
import { watchedFacts } from '../model/watch.ts';
import { isOutside, mayBeOutside, namedIn } from './abroad.ts';
import type { Change } from './change.ts';
import type { RowFacet } from './facets.ts';
import type { Floor } from './floors.ts';
import type { Ground } from './ground.ts';
import type { Law } from './law.ts';
import { isConsent } from './owed.ts';
import { sees, type Terms } from './watched.ts';

/** A floor that applies to a change, and the affected readers it protects. */
export interface FloorUnder {
  readonly floor: Floor;
  readonly readers: Audience;
  /** It asks for a legal basis, and applies only because none is stated. */
  readonly isSupposed: boolean;
}

const none: FloorUnder[] = [];

/** The floors in force, and what they ask about. */
type Floors = Pick<Law, 'floors' | 'terms' | 'ground'>;

/** The floors that apply to a change, by what it does and to whom. */
export function floorsUnder(change: Change, facets: readonly RowFacet[], law: Floors): FloorUnder[] {
  const { floors, ground } = law;
  const told = facets.filter((facet) => !facet.listOnly).map((facet) => newsTo(facet, facets, ground));
  const names = [...new Set(told.map(({ name }) => name))].sort();
  return askedOf(floors)(names.join()).flatMap((floor): FloorUnder[] => {
    // A category has a rating under each profile: those of other profiles do not matter here.
    if (change.relation === 'sensitivity' && change.key[1] !== floor.profile) return none;
    const fitting = told
      .filter((facet) => isUnder(facet, floor, law.terms) && fits(facet.row, floor, law))
      // A gain for readers never requires their consent, or an assessment.
      .filter((facet) => !(isConsent(floor.owes) || floor.owes === 'assessment') || !isGain(facet));
    const asked = fitting.map((facet) => newTo(facet, floor, ground));
    const readers = [...new Set(asked)].map((one) => protectedBy(floor, one, ground));
    if (readers.every((one) => one.length === 0)) return none;
    const { basis } = floor;
    const isSupposed =
      basis !== undefined && fitting.every(({ row }) => ground.mayRestOn(row, basis) === 'may');
    return [{ floor, readers: union(readers), isSupposed }];
  });
}

/**
 * A facet, for the readers to whom it is news. The law asks about old data with a new purpose: the purpose of new data is
 * part of its being new, except for readers who knew of the data for something else.
 */
function newsTo(facet: RowFacet, facets: readonly RowFacet[], ground: Ground): RowFacet {
  const readers = ground.untold(facet);
  const isOfNewData = isPurposeOfNewData(facet, facets);
  return { ...facet, readers: isOfNewData ? ground.toldOfData({ ...facet, readers }) : readers };
}

/** The readers of a facet to whom it is as new as a floor requires. */
function newTo(facet: RowFacet, floor: Floor, ground: Ground): Audience {
  const { newCategory, newPurpose, newCountry, keptLonger, unlisted } = floor;
  const toPurpose = newPurpose ? ground.untoldPurpose(facet) : facet.readers;
  const toCategory = newCategory ? ground.untoldCategory({ ...facet, readers: toPurpose }) : toPurpose;
  const toCountry = newCountry ? ground.untoldCountry({ ...facet, readers: toCategory }) : toCategory;
  const toKept = keptLonger ? common(toCountry, ground.keptLonger(facet)) : toCountry;
  return unlisted ? ground.withoutList(toKept) : toKept;
}

/** The readers whom a floor protects; all readers of a region that nobody can place, since it may lie in the territory. */
function protectedBy({ protects }: Floor, readers: Audience, ground: Ground): Audience {
  if (!protects || readers.length === 0) return readers;
  const { territory, established, group } = protects;
  const never = group?.never ?? [];
  const some = readers.filter((box) => box.group?.in?.every((name) => never.includes(name)) !== true);
  if (!territory) return some;
  const there = common(some, [{ region: { in: territory } }]);
  const served = established ? ground.servedFrom(territory, some) : nobody;
  return union([there, served, some.flatMap(unplaced)]);
}

/** The readers of a box in regions that only the company knows. */
function unplaced(box: Box): Audience {
  const names = box.region?.in?.filter((name) => !isKnownRegion(name)) ?? [];
  return names.length === 0 ? nobody : [{ ...box, region: { in: names } }];
}

/** Whether it is the purpose of data that is new in the same change. */
function isPurposeOfNewData({ name, row }: RowFacet, facets: readonly RowFacet[]): boolean {
  const data = name.replace(/\.purpose$/, '');
  return (
    data.endsWith('.data') &&
    data !== name &&
    facets.some(
      (other) =>
        other.name === data &&
        other.on === 'added' &&
        other.row.key.every((part, at) => row.key[at] === part),
    )
  );
}

/** The floors that watch any of some names with a direction: a few of hundreds. */
const askedOf = keptWith((floors: readonly Floor[]) => {
  const asked = eachOnDemand(
    (name: string): ReadonlySet<Floor> =>
      new Set(floors.filter((floor) => floor.watches.some(({ watch }) => asksForName(floor, watch, name)))),
  );
  // Thousands of changes do the same.
  return eachOnDemand((names: string): readonly Floor[] => {
    const any = names.split(',').map(asked);
    return floors.filter((floor) => any.some((one) => one.has(floor)));
  });
});

function asksForName({ material, exactly }: Floor, watch: string, name: string): boolean {
  if (material || exactly) return name === watch;
  return watchedFacts(watch).some((above) => name === above || name.startsWith(`${above}.`));
}

function isUnder(facet: RowFacet, { watches, material, exactly }: Floor, terms: Terms): boolean {
  const below = !material && !exactly;
  return watches.some((watch) => (below || facet.name === watch.watch) && sees(watch, facet, terms));
}

/** Whether a floor that asks for something of a row, or of its entity, finds it there. */
function fits(row: RowFacet['row'], floor: Floor, { terms, ground }: Floors): boolean {
  const { where, outside, purposes, basis, sensitive, without, ofOthers, below, profile = '' } = floor;
  return (
    isFactRelation(row.relation) &&
    (!outside || isBeyond(row, outside, ground)) &&
    (!purposes || purposes.includes(namedIn(row, 'purpose') ?? '')) &&
    (!basis || ground.mayRestOn(row, basis) !== undefined) &&
    (!sensitive || ground.isSensitive(row, profile, without)) &&
    (!ofOthers || ground.isOfOthers(row)) &&
    (below === undefined || valuesOf('minors', row, terms).some((one) => boundOf(one) < below)) &&
    (!where || states(row, where, { terms, ground }))
  );
}

function valuesOf(entity: FactRelation, { key }: RowFacet['row'], terms: Terms): readonly Row['values'][] {
  return terms.valuesOf(entity, key[0] ?? '');
}

/** A consent counts as what it serves. */
function servedBy(row: RowFacet['row'], ground: Ground): readonly Row[] | undefined {
  return entityOf(row.relation) === 'consent' ? ground.servedBy(row) : undefined;
}

function isBeyond(row: RowFacet['row'], countries: readonly string[], ground: Ground): boolean {
  const served = servedBy(row, ground);
  return served ? served.some((one) => isOutside(one, countries)) : mayBeOutside(row, countries, ground);
}

/** Whether the entity of a row has one of the values that are asked for. */
function states(row: RowFacet['row'], where: Where, { terms, ground }: Omit<Floors, 'floors'>): boolean {
  const entity = entityOf(row.relation);
  if (!isFactRelation(entity)) return false;
  const served = servedBy(row, ground);
  if (served) return served.some((one) => hasAll(one, where) && isMeant(one.values, Object.entries(where)));
  const asked = askedOfEntity(where)(entity);
  return asked.length === 0 || valuesOf(entity, row, terms).some(meets(asked));
}

type Asked = readonly (readonly [string, readonly Scalar[]])[];

/** Kept, since each of a thousand entries asks it of their clause. */
const meets = keptWith((asked: Asked) => keptWith((values: Row['values']) => isMeant(values, asked)));

/** A kind without the field cannot be excused for not stating it. */
const askedOfEntity = keptWith((where: Where) =>
  eachOnDemand(
    (entity: FactRelation): Asked =>
      Object.entries(where).filter(([name]) => Object.hasOwn(knowledge[entity].values, name)),
  ),
);

function boundOf({ age, inclusive }: Row['values']): number {
  return Number(age) + (inclusive === true ? 1 : 0);
}

type Where = NonNullable<Floor['where']>;

function hasAll({ relation, values }: Row, where: Where): boolean {
  return Object.keys(where).every((name) => relation === 'recipient' || Object.hasOwn(values, name));
}

function isMeant(values: Row['values'], asked: Asked): boolean {
  return asked.every(([name, accepted]) => meant(name, values).some((one) => accepted.includes(one)));
}

/** A value, and what else it counts as where a law asks. */
function meant(name: string, values: Readonly<Record<string, Scalar>>): readonly Scalar[] {
  return name === 'form' ? formsOf(values) : [values[name] ?? ''];
}
