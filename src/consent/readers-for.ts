import type { Audience } from '../model/audience.ts';
import type { Limit } from '../model/limit.ts';
import { partsOf } from '../model/regions.ts';
import type { Readers } from './decide.ts';

/** Readers as in `consent.json`: regions are resolved to countries, so that product code needs no table of regions. */
export function readersFor(audience: Audience): Readers {
  return audience.map(({ region, ...others }) => ({
    ...others,
    ...(region ? { region: placed(region) } : {}),
  }));
}

function placed({ in: names, except }: Limit): Limit {
  return {
    ...(names ? { in: names.flatMap(countriesOf) } : {}),
    ...(except ? { except: except.flatMap(countriesOf) } : {}),
  };
}

function countriesOf(region: string): readonly string[] {
  const parts = partsOf(region);
  return parts.length === 0 ? [region] : parts.flatMap(countriesOf);
}
