import { isFactRelation, relations } from '../model/relations.ts';
import type { RowFacet } from './facets.ts';
import type { Ground } from './ground.ts';

/** Whether a row names a country, and none of these. */
export function isOutside(row: RowFacet['row'], countries: readonly string[]): boolean {
  const country = namedIn(row, 'country');
  return country !== undefined && !countries.includes(country);
}

/** The same of a row that is about somebody abroad and names no country: those stated of them, which may be none. */
export function mayBeOutside(row: RowFacet['row'], countries: readonly string[], ground?: Ground): boolean {
  if (row.relation !== 'recipient') return isOutside(row, countries);
  const stated = ground?.countriesOf(row) ?? [];
  return stated.length === 0 || stated.some((country) => !countries.includes(country));
}

/** What a row names of a sort. */
export function namedIn({ relation, key }: RowFacet['row'], sort: 'country' | 'purpose'): string | undefined {
  const shape: readonly string[] = isFactRelation(relation) ? relations[relation].key : [];
  return key[shape.indexOf(sort)];
}
