import { type Audience, audienceFrom, common } from '../model/audience.ts';
import type { Facts } from './rule.ts';

/** Whom a clause is for. */
export function readersOf(facts: Facts, clause: string): Audience {
  return audienceFrom(facts.of('applies', clause));
}

/** Whether two clauses are for some of the same readers. */
export function haveReadersInCommon(facts: Facts, one: string, other: string): boolean {
  return common(readersOf(facts, one), readersOf(facts, other)).length > 0;
}
