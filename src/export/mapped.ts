import { editionOf } from '../model/edition.ts';
import type { Mapping } from '../model/edition-background.ts';
import { excluded, type Vocabulary } from './excluded.ts';
import type { Source } from './export.ts';

/** The foreign name of one of our ids and how close it is, or why there is none. */
export type Called =
  | { readonly name: string; readonly match: string }
  | { readonly name: undefined; readonly because: string };

/**
 * The name of a data category or purpose in a foreign vocabulary. A company's own term takes the name of its nearest
 * known ancestor, which is broader and so never wrong. A term of the edition has a name of its own, or a reason in
 * `excluded`.
 */
export function calledIn(
  vocabulary: Vocabulary,
  table: 'data' | 'purposes',
  id: string,
  source: Source,
): Called {
  const { policy, background } = source;
  const edition = editionOf(policy.edition);
  const known = (one: string): boolean => edition?.[table].has(one) === true;
  let at: string | undefined = id;
  const passed = new Set<string>();
  while (at !== undefined && !known(at) && !passed.has(at)) {
    passed.add(at);
    at = policy.vocabulary[table][at]?.parent;
  }
  if (at === undefined || !known(at))
    return { name: undefined, because: `${id} is a term of your own that stands below none of the taxonomy` };
  const mapping = background.mappings[table][at];
  const found = mapping && nameIn[vocabulary](mapping);
  if (found) return at === id ? found : { ...found, match: 'broader' };
  return { name: undefined, because: excluded[vocabulary][at] ?? `nothing there is what ${at} is` };
}

type Found = { readonly name: string; readonly match: string } | undefined;

const nameIn: { readonly [V in Vocabulary]: (mapping: Mapping) => Found } = {
  play: ({ play }) => graded(play, (one) => one.id),
  apple: ({ apple }) => graded(apple, (one) => one.type),
  dpv: ({ dpv }) => dpv && { name: dpv.iri, match: dpv.match },
};

/** A purpose has a single answer in a store form, and therefore no grade. */
function graded<T extends { readonly match: string }>(
  entry: string | T | undefined,
  nameOf: (entry: T) => string,
): Found {
  if (entry === undefined) return undefined;
  return typeof entry === 'string'
    ? { name: entry, match: 'exact' }
    : { name: nameOf(entry), match: entry.match };
}
