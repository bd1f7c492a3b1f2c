import { marksIn } from '../syntax/marks.ts';
import { ancestry, type Edition } from './edition.ts';
import type { Row, Term, Vocabulary } from './policy.ts';
import type { Tables } from './rows.ts';

/** The profiles in force that rate data. If none does, or none is in force, every table of ratings applies. */
function ratedUnder(named: readonly string[], edition: Edition): readonly string[] {
  const rating = named.filter((id) => edition.profiles.includes(id));
  return rating.length > 0 ? rating : edition.profiles.filter((id) => !edition.ratedAs[id]);
}

/** A row with the sensitivity of each category that facts name, under each of the profiles that a policy names. */
export function sensitivityRows(facts: readonly Row[], edition: Edition, named: readonly string[]): Row[] {
  const profiles = ratedUnder(named, edition);
  const first = new Map<string, Row>();
  for (const row of facts) {
    const data = /\.data$/.test(row.relation) ? row.key.at(-1) : undefined;
    if (data !== undefined && !first.has(data)) first.set(data, row);
  }
  return [...first].flatMap(([data, { place }]) =>
    profiles.map((profile): Row => {
      const level = edition.data.get(data)?.sensitive[profile] ?? 'context';
      return { relation: 'sensitivity', key: [data, profile], values: { level }, place };
    }),
  );
}

/** The terms that clauses, rows and texts name. */
function usedIn(
  tables: Tables,
  facts: readonly Row[],
): Record<'data' | 'purpose' | 'permission', Set<string>> {
  const used = { data: new Set<string>(), purpose: new Set<string>(), permission: new Set<string>() };
  for (const { of, id } of tables.mentions) if (of in used) used[of as keyof typeof used].add(id);
  for (const row of facts) if (/\.data\.purpose$/.test(row.relation)) used.purpose.add(row.key.at(-1) ?? '');
  const texts = tables.texts.filter(({ text }) => /:(?:data|purpose)\[/.test(text));
  for (const { name, id } of texts.flatMap(({ text }) => marksIn(text).directives))
    if (name === 'data' || name === 'purpose') used[name].add(id);
  return used;
}

/**
 * The part of the taxonomy that the policy uses, parents included. A profile that rates as another does is rated where the
 * policy names it: versions that were released before it rated anything stay what they were.
 */
export function sliceOf(
  edition: Edition,
  tables: Tables,
  facts: readonly Row[],
  named: readonly string[],
): Vocabulary {
  const used = usedIn(tables, facts);
  const pick = <T extends Term>(terms: ReadonlyMap<string, T>, ids: Iterable<string>): Record<string, T> => {
    const chosen = new Set([...ids].flatMap((id) => ancestry(terms, id)));
    return Object.fromEntries(
      [...chosen].sort().flatMap((id) => (terms.has(id) ? [[id, terms.get(id) as T]] : [])),
    );
  };
  const rating = edition.profiles.filter((id) => !edition.ratedAs[id] || named.includes(id));
  const data = Object.entries(pick(edition.data, used.data)).map(([id, { label, parent, sensitive }]) => {
    const levels = Object.fromEntries(rating.map((profile) => [profile, sensitive[profile] ?? 'context']));
    return [id, { label, ...(parent === undefined ? {} : { parent }), sensitive: levels }] as const;
  });
  return {
    data: Object.fromEntries(data),
    purposes: pick(edition.purposes, used.purpose),
    permissions: pick(edition.permissions, used.permission),
  };
}
