import { keptWith } from '../base/on-demand.ts';
import type { Row } from '../model/policy.ts';
import { areaAround } from '../model/regions.ts';
import type { Facts } from './rule.ts';

/** Whether the country that a row ends with is one that no controller is in; within the EEA no border counts. */
export const isAbroadFor = keptWith((facts: Facts): ((row: Row) => boolean) => {
  const homes = facts
    .all('party')
    .flatMap(({ values }) =>
      values.role === 'controller' && values.country ? [String(values.country)] : [],
    );
  const areas = new Set(homes.map(areaAround));
  return ({ key }) => homes.length > 0 && !areas.has(areaAround(key.at(-1) ?? ''));
});
