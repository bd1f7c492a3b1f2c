import { audienceFrom, common } from '../model/audience.ts';
import type { Facts } from './rule.ts';

/** Whether somebody who is told by one clause is meant by another. */
export function haveReadersInCommon(facts: Facts, one: string, other: string): boolean {
  const [told, meant] = [one, other].map((clause) => audienceFrom(facts.of('applies', clause)));
  return told !== undefined && meant !== undefined && common(told, meant).length > 0;
}
