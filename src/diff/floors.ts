import { eachOnDemand, keptByText } from '../base/on-demand.ts';
import floors202611 from '../model/editions/2026-11/floors.json' with { type: 'json' };
import floors202612 from '../model/editions/2026-12/floors.json' with { type: 'json' };
import type { Scalar } from '../model/policy.ts';
import { type Watch, watchedFacts, watchFromKey } from '../model/watch.ts';
import type { Owed, Phase } from './owed.ts';

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
  /** Only what is about one of these categories, or more below them. */
  readonly data?: readonly string[];
  /** Only what rests on one of these legal bases, in either version, or on none that is stated. */
  readonly basis?: readonly string[];
  /** Only what is about data that the profile rates so, in either version. */
  readonly sensitive?: true;
  /** And not by these categories alone, which another article rates. */
  readonly without?: readonly string[];
  /** Only a kind of recipient that the readers were not told of before. */
  readonly newCategory?: true;
  /** Only a purpose that no clause of the version before told the readers of. */
  readonly newPurpose?: true;
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

/** How sure it is that the law says so; see `Floor`. */
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
const promisesOfEvery: readonly Floor[] = [
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
        const names = watchedFacts(one.watch).filter(
          (name) => name === one.watch || !Object.hasOwn(apart, name),
        );
        const about = row.data?.map((data) => ({ ...one, data })) ?? [one];
        return names.flatMap((watch) => about.map((each) => ({ ...each, watch })));
      }),
    };
  });
});

/** Kept, with what is found out of them: a request is many comparisons under the same law. */
const byLaw = keptByText<readonly Floor[]>();

/** What every policy promises, and the floors of some editions that hold for everybody or under one of some profiles. */
export function floorsUnderLaw(editions: readonly string[], profiles: ReadonlySet<string>): readonly Floor[] {
  const law = JSON.stringify([editions, [...profiles].sort()]);
  return byLaw(law, law.length, () =>
    [...editions.flatMap(floorsOf), ...promisesOfEvery].filter(
      ({ profile }) => profile === undefined || profiles.has(profile),
    ),
  );
}

/** What watches by subject leave out in an edition, and why. */
export function apartIn(edition: string): Readonly<Record<string, Apart>> {
  return byEdition[edition]?.apart ?? {};
}

/** The kinds of change that the floors of an edition speak of, in words. */
export function floorChanges(edition: string): Readonly<Record<string, string>> {
  return byEdition[edition]?.changes ?? {};
}
