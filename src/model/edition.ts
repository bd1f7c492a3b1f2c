import { limits } from '../base/limits.ts';
import { eachOnDemand } from '../base/on-demand.ts';
import categories from './editions/2026-11/categories.json' with { type: 'json' };
import floors202611 from './editions/2026-11/floors.json' with { type: 'json' };
import permissions from './editions/2026-11/permissions.json' with { type: 'json' };
import purposes from './editions/2026-11/purposes.json' with { type: 'json' };
import sensitivity from './editions/2026-11/sensitivity.json' with { type: 'json' };
import floors202612 from './editions/2026-12/floors.json' with { type: 'json' };
import terms202612 from './editions/2026-12/terms.json' with { type: 'json' };
import type { Policy, Sensitivity, Term } from './policy.ts';

/**
 * An edition: the taxonomy and rules that a policy is written with. Released editions never change, and the package has
 * all of them, so that a newer policyc reads an old policy just as before.
 */
export interface Edition {
  readonly id: string;
  readonly data: ReadonlyMap<string, Category>;
  readonly purposes: ReadonlyMap<string, Term>;
  /** Other words for each purpose, by locale. */
  readonly purposeSynonyms: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;
  readonly permissions: ReadonlyMap<string, Term>;
  /** The legal profiles for which it rates the sensitivity of data. */
  readonly profiles: readonly string[];
  /** Those of them that have no table of their own, and rate as another does, but for some data. */
  readonly ratedAs: Readonly<Record<string, string>>;
  /** All legal profiles that a policy can name: these, and those of which only the law on changes is known. */
  readonly regimes: readonly string[];
}

/** A data category, with everyday words for it and its sensitivity under each legal profile. */
export interface Category extends Term {
  readonly group: string;
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  readonly sensitive: Readonly<Record<string, Sensitivity>>;
}

interface Entry {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  readonly parent?: string;
}

/** The tables of an edition: the law, and terms beyond those of the first edition. */
interface Tables {
  readonly floors: readonly { readonly profile?: string }[];
  readonly more?: typeof terms202612;
}

const editions: Readonly<Record<string, Tables>> = {
  '2026-11': { floors: floors202611.rows },
  '2026-12': { floors: floors202612.rows, more: terms202612 },
};

type Rated = Readonly<Record<string, Readonly<Record<string, Sensitivity>>>>;

type Ratings = Readonly<Record<string, { readonly as: string; readonly but: Rated[string] }>>;

function build(id: string, { floors, more }: Tables): Edition {
  const tables = Object.fromEntries(
    Object.entries(sensitivity as Rated).map(([profile, levels]) => [
      profile,
      { ...levels, ...(more?.sensitivity as Rated | undefined)?.[profile] },
    ]),
  );
  const ratings = Object.entries((more?.ratings ?? {}) as Ratings);
  for (const [profile, { as, but }] of ratings) tables[profile] = { ...tables[as], ...but };
  const allPurposes = [...purposes, ...(more?.purposes ?? [])];
  const profiles = Object.keys(tables);
  const data = new Map(
    [...categories, ...(more?.categories ?? [])].map((entry) => {
      const sensitive = Object.fromEntries(
        profiles.map((profile) => [profile, tables[profile]?.[entry.id] ?? 'context']),
      );
      return [entry.id, { ...term(entry), group: entry.group, synonyms: entry.synonyms, sensitive }] as const;
    }),
  );
  return {
    id,
    data,
    purposes: new Map(allPurposes.map((entry) => [entry.id, term(entry)])),
    purposeSynonyms: new Map(allPurposes.map((entry) => [entry.id, entry.synonyms])),
    permissions: new Map(
      [...permissions, ...(more?.permissions ?? [])].map((entry) => [entry.id, term(entry)]),
    ),
    profiles,
    ratedAs: Object.fromEntries(ratings.map(([profile, { as }]) => [profile, as])),
    regimes: regimesIn(profiles, floors),
  };
}

export const editionIds: readonly string[] = Object.keys(editions);

/** An edition by its name, always the same object. */
export const editionOf: (id: string) => Edition | undefined = eachOnDemand((id) => {
  const tables = Object.hasOwn(editions, id) ? editions[id] : undefined;
  return tables && build(id, tables);
});

/**
 * The rating of a category of a policy under a profile that the policy need not name; of its own categories, as the profile
 * rates that it is likened to.
 */
export function ratingOf(
  { edition, vocabulary }: Pick<Policy, 'edition' | 'vocabulary'>,
  data: string,
  profile: string,
): Sensitivity | undefined {
  const own = vocabulary.data[data]?.sensitive;
  const shipped = editionOf(edition);
  return (
    own?.[profile] ?? shipped?.data.get(data)?.sensitive[profile] ?? own?.[shipped?.ratedAs[profile] ?? '']
  );
}

/** The terms from one up to its topmost parent, itself first; a circle ends after as many as there may be. */
export function ancestry(terms: { readonly get: (id: string) => Term | undefined }, id: string): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = terms.get(at)?.parent)
    if (chain.push(at) > limits.termDepth) break;
  return chain;
}

function regimesIn(
  profiles: readonly string[],
  floors: readonly { readonly profile?: string }[],
): readonly string[] {
  const others = floors.flatMap(({ profile }) => (profile === undefined ? [] : [profile]));
  return [...new Set([...profiles, ...others])].sort();
}

/** A term without the rest of its entry. */
export function term({ label, parent }: Omit<Entry, 'id'>): Term {
  return parent === undefined ? { label } : { label, parent };
}
