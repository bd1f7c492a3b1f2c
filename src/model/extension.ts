import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { nearest, nearestForSome } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import { excessOf, overLimit } from '../syntax/budget.ts';
import type { YamlFile } from '../syntax/yaml.ts';
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
  const data = extend(edition, edition.data, own.data, 'data', file, problems, (one) =>
    categoryOf(one, edition),
  );
  own.data?.forEach(({ sensitive = [] }, index) => {
    problems.push(
      ...unknownProfiles(sensitive, edition.profiles, (at) => file.placeAt(['data', index, 'sensitive', at])),
    );
  });
  return {
    ...edition,
    data,
    purposes: extend(edition, edition.purposes, own.purposes, 'purposes', file, problems, term),
    permissions: extend(edition, edition.permissions, own.permissions, 'permissions', file, problems, term),
  };
}

function extend<T extends Term>(
  edition: Edition,
  known: ReadonlyMap<string, T>,
  own: readonly OwnTerm[] | undefined,
  name: keyof OwnTaxonomy,
  file: YamlFile,
  problems: Diagnostic[],
  make: (term: OwnTerm) => T,
): ReadonlyMap<string, T> {
  const terms = new Map(known);
  own?.forEach((term, index) => {
    const place = file.placeAt([name, index, 'id']);
    if (terms.has(term.id))
      problems.push(diagnostic('taxonomy-redefined', { id: term.id, edition: edition.id }, place));
    else terms.set(term.id, make(term));
  });
  const nearestTerm = nearestForSome();
  own?.forEach(({ parent }, index) => {
    if (parent === undefined || terms.has(parent)) return;
    const place = file.placeAt([name, index, 'parent']);
    const close = nearestTerm(parent, () => terms.keys());
    problems.push(diagnostic('unknown-reference', { what: name, id: parent, nearest: close }, place));
  });
  for (const [index, { id }] of (own ?? []).entries()) {
    const excess = excessOf('termDepth', ancestry(terms, id).length);
    if (!excess) continue;
    problems.push(overLimit(excess, file.placeAt([name, index, 'parent'])));
    break;
  }
  return terms;
}

function categoryOf({ sensitive = [], ...own }: OwnTerm, edition: Edition): Category {
  const levels = edition.profiles.map(
    (profile) => [profile, sensitive.includes(profile) ? 'yes' : 'no'] as const,
  );
  return {
    ...term(own),
    group: 'other',
    synonyms: {},
    sensitive: Object.fromEntries(levels),
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
