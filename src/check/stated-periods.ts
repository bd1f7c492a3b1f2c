import type { Diagnostic } from '../base/diagnostic.ts';
import { compareDurations } from '../base/duration.ts';
import type { Row } from '../model/policy.ts';
import type { Part } from './readable.ts';
import { valuePlace } from './rule.ts';
import { saysAtLeast } from './said-of-periods.ts';

const periodFields = ['period', 'atLeast', 'answerWithin', 'leadTime', 'keeps'] as const;

export function periodsOf({ values }: Row): readonly string[] {
  return periodFields.flatMap((name) => (values[name] === undefined ? [] : [String(values[name])]));
}

export function placesOf(row: Row): Diagnostic['related'] {
  const name = periodFields.find((one) => row.values[one] !== undefined) ?? '';
  return [{ place: valuePlace(row, name), role: 'facts' }];
}

/** Enough to see what a text is held against; each finding keeps its own. */
export const mostStated = 8;

/** Whether a text says that something lasts at least so long, and what is stated does. */
export function isAtLeast(part: Part, period: string, stated: readonly string[]): boolean {
  return saysAtLeast(part) && stated.some((one) => (compareDurations(one, period) ?? -1) >= 0);
}
