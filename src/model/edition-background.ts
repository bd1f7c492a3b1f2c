/**
 * What an edition says beside the terms themselves: why data is sensitive, where terms stand in other vocabularies.
 * No command but `explain` needs it, so it is read on use.
 */
export interface EditionBackground {
  /** English headings under which generated lists show data, by group. */
  readonly groups: ReadonlyMap<string, string>;
  /** `basic`, `additional` or `either`, by purpose: a default that the author overrules. */
  readonly tiers: ReadonlyMap<string, string>;
  /** Names of a permission on each platform. */
  readonly platforms: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;
  /** Why the value is what it is, by profile and data category. */
  readonly basis: Table<Table<Basis>>;
  readonly mappings: { readonly data: Table<Mapping>; readonly purposes: Table<Mapping> };
}

type Table<Value> = Readonly<Record<string, Value>>;

export interface Basis {
  readonly basis: string;
  /** How sure we are: `verified`, `secondary`, `recalled` or `reasoned`; see docs/taxonomy.md. */
  readonly status: string;
}

/** The same thing in the words of others; purposes have one answer a store form, and so no grade there. */
export interface Mapping {
  readonly dpv?: { readonly iri: string; readonly match: string };
  readonly fides?: { readonly key: string; readonly match: string };
  readonly apple?: string | { readonly type: string; readonly match: string };
  readonly play?: string | { readonly id: string; readonly match: string };
  readonly tcf?: number | readonly (number | string)[];
  readonly ccpa?: string;
}

async function load202611(): Promise<EditionBackground> {
  const [groups, purposes, permissions, basis, mappings] = await Promise.all([
    import('./editions/2026-11/groups.json', { with: { type: 'json' } }),
    import('./editions/2026-11/purposes.json', { with: { type: 'json' } }),
    import('./editions/2026-11/permissions.json', { with: { type: 'json' } }),
    import('./editions/2026-11/sensitivity-basis.json', { with: { type: 'json' } }),
    import('./editions/2026-11/mappings.json', { with: { type: 'json' } }),
  ]);
  return {
    groups: new Map(groups.default.map(({ id, label }) => [id, label.en])),
    tiers: new Map(purposes.default.map(({ id, tierHint }) => [id, tierHint])),
    platforms: new Map(permissions.default.map(({ id, platforms }) => [id, platforms])),
    basis: basis.default,
    mappings: mappings.default,
  };
}

/** The same, with the terms that 2026-12 knows besides. */
async function load202612(): Promise<EditionBackground> {
  const [first, terms, { default: more }] = await Promise.all([
    load202611(),
    import('./editions/2026-12/terms.json', { with: { type: 'json' } }),
    import('./editions/2026-12/mappings.json', { with: { type: 'json' } }),
  ]);
  const { purposes, permissions, ratings } = terms.default;
  const likened = Object.entries(ratings).map(([profile, { as, but, basis, status }]) => {
    const named = Object.keys({ ...first.basis[as], ...but });
    return [profile, Object.fromEntries(named.map((id) => [id, { basis, status }]))] as const;
  });
  return {
    ...first,
    basis: { ...first.basis, ...Object.fromEntries(likened) },
    tiers: new Map([...first.tiers, ...purposes.map(({ id, tierHint }) => [id, tierHint] as const)]),
    platforms: new Map([
      ...first.platforms,
      ...permissions.map(({ id, platforms }) => [id, platforms] as const),
    ]),
    mappings: {
      data: { ...first.mappings.data, ...more.data },
      purposes: { ...first.mappings.purposes, ...more.purposes },
    },
  };
}

const loaders: Readonly<Record<string, () => Promise<EditionBackground>>> = {
  '2026-11': load202611,
  '2026-12': load202612,
};

/** The background of an edition; undefined for one that this policyc does not ship. */
export async function loadEditionBackground(edition: string): Promise<EditionBackground | undefined> {
  return loaders[edition]?.();
}
