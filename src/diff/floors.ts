import { eachOnDemand } from '../base/on-demand.ts';
import { entityOf, isGain } from '../knowledge/facet.ts';
import { knowledge } from '../knowledge/table.ts';
import { type Audience, type Box, common, nobody, union } from '../model/audience.ts';
import floors202611 from '../model/editions/2026-11/floors.json' with { type: 'json' };
import floors202612 from '../model/editions/2026-12/floors.json' with { type: 'json' };
import { formsOf } from '../model/kinds/recipient.ts';
import type { Row, Scalar } from '../model/policy.ts';
import { isKnownRegion } from '../model/regions.ts';
import { isFactRelation } from '../model/relations.ts';
import { namesIn, type Watch, watchFromKey } from '../model/watch.ts';
import { isOutside, mayBeOutside, namedIn } from './abroad.ts';
import type { Change } from './change.ts';
import type { RowFacet } from './facets.ts';
import type { Ground } from './ground.ts';
import { isConsent, type Owed, type Phase } from './owed.ts';
import { sees, type Terms } from './watched.ts';

/**
 * What a change owes whatever the policy's own list says: by promises to readers about the list itself, and by what
 * the law of a profile in force asks. Data of an edition, each row with what it rests on in our own words, and how
 * sure we are of that: a `promise` of every policy, a text that was read (`verified`), one read second hand
 * (`secondary`), or our own `reading` of the law.
 */
export interface Floor {
  /** The kind of change, as `floorChanges` names it. */
  readonly change: string;
  /** A legal profile; absent: always. */
  readonly profile?: string;
  readonly watches: readonly Watch[];
  /** Only what belongs to an entity that has one of these values, in either version. */
  readonly where?: Readonly<Record<string, readonly Scalar[]>>;
  /** Only what names a country, and none of these. */
  readonly outside?: readonly string[];
  /** Only what rests on one of these legal bases, in either version, or on none that is stated. */
  readonly basis?: readonly string[];
  /** Only what is about data that the profile rates so, in either version. */
  readonly sensitive?: true;
  /** Only a kind of recipient that the readers were not told of before. */
  readonly newCategory?: true;
  /** Only a purpose that no clause of the version before told the readers of. */
  readonly newPurpose?: true;
  /** Only one of these purposes. */
  readonly purposes?: readonly string[];
  /** Only a country that the readers were not told of before. */
  readonly newCountry?: true;
  /** Only a rule that keeps data for longer than what governed it before. */
  readonly keptLonger?: true;
  /** Only for readers whom the version before promises no list of material changes: this one stands in for it. */
  readonly unlisted?: true;
  /** Only technologies that are said to be provided by somebody who is no party to the policy. */
  readonly ofOthers?: true;
  /** Only rules for children that leave out some of those below an age, in either version. */
  readonly below?: number;
  /** Whom it protects, when it is not everybody whom its profile protects. */
  readonly protects?: Protection;
  /**
   * Whether it makes the change material. Such a row sees just what its watches name; one that only adds to what is
   * owed for a change sees all that is under it, as a promise does. What is only our reading never makes material.
   */
  readonly material: boolean;
  /** Sees just what its watches name, though it makes nothing material. */
  readonly exactly?: true;
  readonly owes: Owed;
  /** When, if not as usual for what is owed. */
  readonly phase?: Phase;
  /** To whom, if not to the readers: a guardian, an authority. */
  readonly to?: string;
  /** Within which time, in words or as an ISO 8601 period. */
  readonly within?: string;
  /** How, in words: which channel, which form. */
  readonly through?: string;
  readonly rests: string;
  readonly evidence: Evidence;
}

export type Evidence = 'promise' | 'verified' | 'secondary' | 'reading';

/** What a watch such as `*.data` leaves out. */
export interface Apart {
  readonly because: string;
  /** The profiles under which no row at all watches it. */
  readonly unwatched?: readonly string[];
}

/** Whom a law protects. What it does not say is no limit. */
export interface Protection {
  /** Regions: readers there are protected. */
  readonly territory?: readonly string[];
  /** Readers elsewhere are protected as well when whoever is responsible for them sits in the territory. */
  readonly established?: true;
  readonly group?: {
    /** `children under 13`. */
    readonly words: string;
    /** Names of groups that have none of them. */
    readonly never?: readonly string[];
  };
}

interface FloorTable {
  /** Every kind of change by id, in words. */
  readonly changes: Readonly<Record<string, string>>;
  /** Whom each profile protects; one that is not named protects everybody. */
  readonly protects?: Readonly<Record<string, Protection>>;
  /** By relation, or by a watch such as `*.country` for those that have no line of their own. */
  readonly apart: Readonly<Record<string, Apart>>;
  /**
   * Watches are written as one word each: `recipient(form=share,on=added)`. One such as `*.data(on=added)` stands for
   * every relation whose rows name a data category, those of kinds to come included, except for what is `apart`.
   */
  readonly rows: readonly (Omit<Floor, 'watches'> & { readonly watches: readonly string[] })[];
}

const byEdition: Readonly<Record<string, FloorTable>> = {
  '2026-11': floors202611 as unknown as FloorTable,
  '2026-12': floors202612 as unknown as FloorTable,
};

/** What every policy that names these promises its readers, in whatever edition. */
export const promisesOfEvery: readonly Floor[] = [
  {
    change: 'changes',
    watches: [
      { watch: 'change.archive', direction: 'restricts' },
      { watch: 'change.page', direction: 'restricts' },
    ],
    material: true,
    owes: 'prominent-notice',
    rests: 'readers were promised to find changes and earlier versions there',
    evidence: 'promise',
  },
];

/** The floors of an edition; none for one this policyc does not know. */
export const floorsOf = eachOnDemand((edition: string): readonly Floor[] => {
  const { rows = [], apart = {}, protects = {} } = byEdition[edition] ?? {};
  return rows.map((row) => {
    const protection = row.protects ?? protects[row.profile ?? ''];
    return {
      ...row,
      ...(protection ? { protects: protection } : {}),
      watches: row.watches.map(watchFromKey).flatMap((one) => {
        const names = namesIn(one.watch).filter((name) => name === one.watch || !Object.hasOwn(apart, name));
        return names.map((watch) => ({ ...one, watch }));
      }),
    };
  });
});

/** What watches by subject leave out in an edition, and why. */
export function apartIn(edition: string): Readonly<Record<string, Apart>> {
  return byEdition[edition]?.apart ?? {};
}

/** The kinds of change that the floors of an edition speak of, in words. */
export function floorChanges(edition: string): Readonly<Record<string, string>> {
  return byEdition[edition]?.changes ?? {};
}

/** A floor that sees a change, and for which of the readers affected. */
export interface FloorUnder {
  readonly floor: Floor;
  readonly readers: Audience;
}

const none: FloorUnder[] = [];

/** The floors that see a change, by what it does and to whom. */
export function floorsUnder(
  change: Change,
  facets: readonly RowFacet[],
  floors: readonly Floor[],
  terms: Terms,
  ground?: Ground,
): FloorUnder[] {
  const told = facets.filter((facet) => !facet.listOnly).map((facet) => newsTo(facet, facets, ground));
  return floors.flatMap((floor): FloorUnder[] => {
    // A category is rated under each profile: the other profiles' ratings are no matter of this one.
    if (change.relation === 'sensitivity' && change.key[1] !== floor.profile) return none;
    const asked = told
      .filter((facet) => isUnder(facet, floor, terms) && fits(facet, floor, terms, ground))
      // What readers gain never owes them consent, nor anybody an assessment of it.
      .filter((facet) => !(isConsent(floor.owes) || floor.owes === 'assessment') || !isGain(facet))
      .map((facet) => newTo(facet, floor, ground));
    const readers = [...new Set(asked)].map((one) => protectedBy(floor, one, ground));
    return readers.every((one) => one.length === 0) ? none : [{ floor, readers: union(readers) }];
  });
}

/**
 * A facet, of those of its readers to whom it is news. The law asks about old data with a new purpose: what new data is
 * for is part of its being new, except to those who had been told of that data for something else.
 */
function newsTo(facet: RowFacet, facets: readonly RowFacet[], ground?: Ground): RowFacet {
  const isOfNewData = isPurposeOfNewData(facet, facets);
  if (!ground) return isOfNewData ? { ...facet, readers: nobody } : facet;
  const readers = ground.untold(facet);
  return { ...facet, readers: isOfNewData ? ground.toldOfData({ ...facet, readers }) : readers };
}

/** Those of a facet's readers to whom it is as new as a floor asks. */
function newTo(facet: RowFacet, floor: Floor, ground?: Ground): Audience {
  const { newCategory, newPurpose, newCountry, keptLonger, unlisted } = floor;
  if (!ground) return facet.readers;
  const toPurpose = newPurpose ? ground.untoldPurpose(facet) : facet.readers;
  const toCategory = newCategory ? ground.untoldCategory({ ...facet, readers: toPurpose }) : toPurpose;
  const toCountry = newCountry ? ground.untoldCountry({ ...facet, readers: toCategory }) : toCategory;
  const toKept = keptLonger ? common(toCountry, ground.keptLonger(facet)) : toCountry;
  return unlisted ? ground.withoutList(toKept) : toKept;
}

/** Those of the readers whom a floor protects; of a region that nobody can place, all, since it may lie there. */
function protectedBy({ protects }: Floor, readers: Audience, ground?: Ground): Audience {
  if (!protects || readers.length === 0) return readers;
  const { territory, established, group } = protects;
  const never = group?.never ?? [];
  const some = readers.filter((box) => box.group?.in?.every((name) => never.includes(name)) !== true);
  if (!territory) return some;
  const there = common(some, [{ region: { in: territory } }]);
  const served = established && ground ? ground.servedFrom(territory, some) : nobody;
  return union([there, served, some.flatMap(unplaced)]);
}

/** Those of a box who live where nobody but the company knows. */
function unplaced(box: Box): Audience {
  const names = box.region?.in?.filter((name) => !isKnownRegion(name)) ?? [];
  return names.length === 0 ? nobody : [{ ...box, region: { in: names } }];
}

/** What data is for that comes in the same change. */
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

function isUnder(facet: RowFacet, { watches, material, exactly }: Floor, terms: Terms): boolean {
  const below = !material && !exactly;
  return watches.some((watch) => (below || facet.name === watch.watch) && sees(watch, facet, terms));
}

function fits(facet: RowFacet, floor: Floor, terms: Terms, ground?: Ground): boolean {
  const { row } = facet;
  const { where, outside, purposes, basis, sensitive, ofOthers, below, profile = '' } = floor;
  if (!isFactRelation(row.relation)) return false;
  const entity = entityOf(row.relation);
  const served = entity === 'consent' ? (ground?.servedBy(row) ?? []) : undefined;
  if (
    outside &&
    !(served ? served.some((one) => isOutside(one, outside)) : mayBeOutside(row, outside, ground))
  )
    return false;
  if (purposes && !purposes.includes(namedIn(row, 'purpose') ?? '')) return false;
  if (basis && ground && !ground.mayRestOn(row, basis)) return false;
  if (sensitive && ground && !ground.isSensitive(row, profile)) return false;
  if (ofOthers && ground && !ground.isOfOthers(row)) return false;
  if (below !== undefined && !terms.valuesOf('minors', row.key[0] ?? '').some((one) => boundOf(one) < below))
    return false;
  if (!where || !isFactRelation(entity)) return !where;
  // A consent is of the form, or as public, as what it serves.
  if (served) return served.some((one) => states(one, where) && isMeant(one.values, where));
  // A kind that cannot state a value cannot be let off for not having it.
  const asked = Object.entries(where).filter(([name]) => Object.hasOwn(knowledge[entity].values, name));
  const stated = asked.length === 0 ? [] : terms.valuesOf(entity, row.key[0] ?? '');
  return asked.length === 0 || stated.some((values) => isMeant(values, Object.fromEntries(asked)));
}

/** The age that rules for children end at. */
function boundOf({ age, inclusive }: Row['values']): number {
  return Number(age) + (inclusive === true ? 1 : 0);
}

type Where = NonNullable<Floor['where']>;

function states({ relation, values }: Row, where: Where): boolean {
  return Object.keys(where).every((name) => relation === 'recipient' || Object.hasOwn(values, name));
}

function isMeant(values: Row['values'], where: Where): boolean {
  return Object.entries(where).every(([name, accepted]) =>
    meant(name, values).some((one) => accepted.includes(one)),
  );
}

/** A value with what it counts as where a law asks. */
function meant(name: string, values: Readonly<Record<string, Scalar>>): readonly Scalar[] {
  return name === 'form' ? formsOf(values) : [values[name] ?? ''];
}
