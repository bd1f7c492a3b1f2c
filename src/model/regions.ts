import { countries, countryIn } from '../words/countries.ts';
import { languageFor } from '../words/languages.ts';

/**
 * How regions contain each other. A region is an ISO 3166 code (`CN`, `US-CA`), `EU`, `EEA`, or a name of the
 * company's own, which contains nothing and lies in nothing that is known.
 */

const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** What a region consists of, where that is known to the last part. */
const parts: Readonly<Record<string, readonly string[]>> = { EU: union, EEA: ['EU', 'IS', 'LI', 'NO'] };

const whole: ReadonlyMap<string, string> = new Map(
  Object.entries(parts).flatMap(([region, members]) => members.map((member) => [member, region] as const)),
);

/** The parts that make up a region completely; none when they are not known. */
export function partsOf(region: string): readonly string[] {
  return Object.hasOwn(parts, region) ? (parts[region] ?? []) : [];
}

/** The smallest region that one lies in. */
export function regionAround(region: string): string | undefined {
  // Asked for each pair of names of two audiences: most are of no subdivision, and a look tells that.
  return region[2] === '-' && subdivision.test(region) ? region.slice(0, 2) : whole.get(region);
}

const subdivision = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** The largest region within which data crosses no border: the EEA, or a country. */
export function areaAround(region: string): string {
  const around = regionAround(region);
  return around === undefined ? region : areaAround(around);
}

/** Whether everybody knows where it is: not a name of the company's own. */
export function isKnownRegion(region: string): boolean {
  return Object.hasOwn(parts, region) || Object.hasOwn(countries, region.replace(/-[A-Z0-9]{1,3}$/, ''));
}

/** Countries with a name in the language of a locale; none for languages that we know no names in. */
export function countryNames(locale: string): readonly (readonly [name: string, code: string])[] {
  const tag = languageFor(locale)?.tag ?? locale;
  return Object.keys(countries).flatMap((code) => {
    const name = countryIn(tag, code);
    return name === undefined ? [] : [[name, code] as const];
  });
}

/** Whether a region is one of these, lies in one, or consists of such. */
export function liesWithin(region: string, areas: readonly string[]): boolean {
  for (let place: string | undefined = region; place !== undefined; place = regionAround(place))
    if (areas.includes(place)) return true;
  const members = partsOf(region);
  return members.length > 0 && members.every((member) => liesWithin(member, areas));
}
