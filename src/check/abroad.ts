import type { Row } from '../model/policy.ts';
import { areaAround } from '../model/regions.ts';
import type { Facts } from './rule.ts';

const known = new WeakMap<Facts, (row: Row) => boolean>();

/** Whether the country that a row ends with is one that no controller is in; within the EEA no border counts. */
export function isAbroadFor(facts: Facts): (row: Row) => boolean {
  const made = known.get(facts);
  if (made) return made;
  const homes = facts
    .all('party')
    .flatMap(({ values }) =>
      values.role === 'controller' && values.country ? [String(values.country)] : [],
    );
  const areas = new Set(homes.map(areaAround));
  const isAbroad = ({ key }: Row): boolean => homes.length > 0 && !areas.has(areaAround(key.at(-1) ?? ''));
  known.set(facts, isAbroad);
  return isAbroad;
}
