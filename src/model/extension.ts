import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { nearest, nearestForSome } from '../base/nearest.ts';
import type { Place, SourceFile } from '../base/place.ts';
import { excessOf, overLimit } from '../syntax/budget.ts';
import { checkShape } from '../syntax/shape.ts';
import { shape } from '../syntax/shapes/taxonomy.shape.js';
import { parseYaml, type YamlFile } from '../syntax/yaml.ts';
import { ancestry, type Category, type Edition, term } from './edition.ts';
import type { Term, TermTable } from './policy.ts';

interface OwnTerm {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  readonly parent?: string;
  readonly sensitive?: readonly string[];
}

type OwnTaxonomy = Readonly<Partial<Record<TermTable, readonly OwnTerm[]>>>;

/**
 * The edition with a policy's own terms in it. An own term may stand below one of the edition's, and never take its
 * id: two meanings under one id could not be told apart in a diff.
 */
export function extendEdition(edition: Edition, file: YamlFile, problems: Diagnostic[]): Edition {
  const own = file.value as OwnTaxonomy;
  const ownIn = (table: TermTable): OwnTerms => ({
    table,
    terms: own[table] ?? [],
    edition: edition.id,
    placeOf: (index, field) => file.placeAt([table, index, field]),
  });
  const data = extend(edition.data, ownIn('data'), ratingsOf(own.data ?? [], edition), problems);
  own.data?.forEach(({ sensitive = [] }, index) => {
    problems.push(
      ...unknownProfiles(sensitive, edition.profiles, (at) => file.placeAt(['data', index, 'sensitive', at])),
    );
  });
  return {
    ...edition,
    data,
    purposes: extend(edition.purposes, ownIn('purposes'), term, problems),
    permissions: extend(edition.permissions, ownIn('permissions'), term, problems),
  };
}

/** The edition with the terms of a `taxonomy.yaml`, if there is one and it can be read. */
export function withOwnTerms(edition: Edition, source: SourceFile | undefined): Edition {
  const file = source && parseYaml(source, shape.name);
  const isSound = file && file.problems.length === 0 && checkShape(shape, file).length === 0;
  return isSound ? extendEdition(edition, file, []) : edition;
}

/** The terms that a policy adds to a table of an edition. */
interface OwnTerms {
  readonly table: TermTable;
  readonly terms: readonly OwnTerm[];
  readonly edition: string;
  readonly placeOf: (index: number, field: 'id' | 'parent') => Place;
}

function extend<T extends Term>(
  known: ReadonlyMap<string, T>,
  { table, terms: own, edition, placeOf }: OwnTerms,
  make: (term: OwnTerm) => T,
  problems: Diagnostic[],
): ReadonlyMap<string, T> {
  const terms = new Map(known);
  for (const [index, term] of own.entries()) {
    if (!terms.has(term.id)) terms.set(term.id, make(term));
    else problems.push(diagnostic('taxonomy-redefined', { id: term.id, edition }, placeOf(index, 'id')));
  }
  const nearestTerm = nearestForSome();
  for (const [index, { parent }] of own.entries()) {
    if (parent === undefined || terms.has(parent)) continue;
    const args = { what: table, id: parent, nearest: nearestTerm(parent, () => terms.keys()) };
    problems.push(diagnostic('unknown-reference', args, placeOf(index, 'parent')));
  }
  for (const [index, { id }] of own.entries()) {
    const excess = excessOf('termDepth', ancestry(terms, id).length);
    if (!excess) continue;
    problems.push(overLimit(excess, placeOf(index, 'parent')));
    break;
  }
  return terms;
}

/**
 * What is sensitive under one profile is so under those that rate as it does, and so is what it is a kind of: in the first
 * edition, which stays as it was, only what is named.
 */
function ratingsOf(
  all: readonly OwnTerm[],
  { profiles, ratedAs, data }: Edition,
): (own: OwnTerm) => Category {
  const terms = new Map(all.map((one) => [one.id, one]));
  const isLater = Object.keys(ratedAs).length > 0;
  const isNamed = ({ sensitive = [] }: OwnTerm, profile: string): boolean =>
    [profile, ratedAs[profile]].some((one) => one !== undefined && sensitive.includes(one));
  return ({ sensitive = [], ...own }) => {
    const kinds = isLater ? ancestry({ get: (id) => terms.get(id) }, own.id) : [own.id];
    const shipped = isLater ? data.get(kinds.at(-1) ?? '') : undefined;
    const owned = [{ ...own, sensitive }, ...kinds.flatMap((id) => terms.get(id) ?? [])];
    const levels = profiles.map((profile) => {
      const isSensitive = owned.some((one) => isNamed(one, profile)) || shipped?.sensitive[profile] === 'yes';
      return [profile, isSensitive ? 'yes' : 'no'] as const;
    });
    return { ...term(own), group: 'other', synonyms: {}, sensitive: Object.fromEntries(levels) };
  };
}

/** A profile that is misspelt would silently hold nothing. */
export function unknownProfiles(
  named: readonly string[],
  known: readonly string[],
  placeOf: (index: number) => Place,
): Diagnostic[] {
  return named.flatMap((profile, index) =>
    known.includes(profile)
      ? []
      : [diagnostic('unknown-profile', { profile, known, nearest: nearest(profile, known) }, placeOf(index))],
  );
}
