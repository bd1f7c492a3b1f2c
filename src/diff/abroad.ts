import { liesWithin } from '../model/regions.ts';
import { partsOfKey } from '../model/relations.ts';
import type { RowFacet } from './facets.ts';
import type { Ground } from './ground.ts';

/** Whether a row names a country that is not among these; a row that names none is not outside. */
export function isOutside(row: RowFacet['row'], countries: readonly string[]): boolean {
  const country = namedIn(row, 'country');
  return country !== undefined && !liesWithin(country, countries);
}

/** The same, where a recipient counts by the countries that are stated of it: one of which none is stated may be anywhere. */
export function mayBeOutside(row: RowFacet['row'], countries: readonly string[], ground: Ground): boolean {
  if (row.relation !== 'recipient') return isOutside(row, countries);
  const stated = ground.countriesOf(row);
  return stated.length === 0 || stated.some((country) => !liesWithin(country, countries));
}

/** The country, or the purpose, that the key of a row names; undefined when it names none. */
export function namedIn({ relation, key }: RowFacet['row'], sort: 'country' | 'purpose'): string | undefined {
  return key[partsOfKey(relation).indexOf(sort)];
}
