import { keptWith } from '../base/on-demand.ts';
import type { Row } from '../model/policy.ts';
import { areaAround } from '../model/regions.ts';
import type { Facts } from './rule.ts';

/** Whether a row ends with a country that no controller is in; borders within the EEA do not count. */
export const isAbroadFor = keptWith((facts: Facts): ((row: Row) => boolean) => {
  const homes = facts
    .all('party')
    .flatMap(({ values }) =>
      values.role === 'controller' && values.country ? [String(values.country)] : [],
    );
  const areas = new Set(homes.map(areaAround));
  return ({ key }) => homes.length > 0 && !areas.has(areaAround(key.at(-1) ?? ''));
});
