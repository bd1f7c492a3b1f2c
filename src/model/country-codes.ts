import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import { countries } from '../words/countries.ts';
import type { Row } from './policy.ts';
import { isKnownRegion } from './regions.ts';

/** Codes that are taken for those of a country: of its language, of its top-level domain, as the EU has it. */
const meant: Readonly<Record<string, string>> = {
  CS: 'CZ',
  DA: 'DK',
  EL: 'GR',
  EN: 'GB',
  HE: 'IL',
  JA: 'JP',
  KO: 'KR',
  SP: 'ES',
  UK: 'GB',
  ZH: 'CN',
};

/**
 * Codes of countries that ISO 3166-1 does not have: readers would be shown the code. A region may have a name of the
 * company's own, so that of regions only those count that are taken for a country: laws of all places hold for them.
 */
export function unknownCountries(facts: readonly Row[]): Diagnostic[] {
  return facts.flatMap((row) => {
    if (row.relation === 'applies') {
      const [, dimension, name = ''] = row.key;
      const isSlip =
        dimension === 'region' && Object.hasOwn(meant, name.slice(0, 2)) && /^..(?:-|$)/.test(name);
      return isSlip ? unknownRegion(name, row.place) : [];
    }
    const code = row.relation === 'party' ? row.values.country : countryNamed(row);
    if (typeof code !== 'string' || Object.hasOwn(countries, code)) return [];
    return [unknownCode(code, (row.relation === 'party' && row.places?.country) || row.place)];
  });
}

/** The same of a country or region that a text names. */
export function unknownRegion(code: string, place: Place): Diagnostic[] {
  return isKnownRegion(code) ? [] : [unknownCode(code, place)];
}

function unknownCode(code: string, place: Place): Diagnostic {
  return diagnostic(
    'unknown-country',
    {
      code,
      meant: Object.hasOwn(meant, code.slice(0, 2))
        ? `${meant[code.slice(0, 2)]}${code.slice(2)}`
        : undefined,
    },
    place,
  );
}

function countryNamed({ relation, key }: Row): string | undefined {
  return relation.endsWith('.country') ? key.at(-1) : undefined;
}
