import type { Diagnostic } from '../base/diagnostic.ts';
import { compareDurations } from '../base/duration.ts';
import type { Span } from '../base/span.ts';
import type { Row } from '../model/policy.ts';
import { found, type Part, quoted, type Readable } from './readable.ts';
import { valuePlace } from './rule.ts';
import { saysAtLeast } from './said-of-periods.ts';

const periodFields = ['period', 'atLeast', 'answerWithin', 'leadTime', 'keeps', 'lifetime'] as const;

export function periodsOf({ values }: Row): readonly string[] {
  // A lifetime may be that of a session.
  return periodFields.flatMap((name) => (/^P/.test(String(values[name])) ? [String(values[name])] : []));
}

function placesOf(row: Row): Diagnostic['related'] {
  const name = periodFields.find((one) => row.values[one] !== undefined) ?? '';
  return [{ place: valuePlace(row, name), role: 'facts' }];
}

/** Enough to see what a text is held against; each finding keeps its own. */
const mostStated = 8;

/** A period in a text that is none of those that a clause states; without the clause, that any states. */
export function otherPeriod(
  readable: Readable,
  { start, end }: Span,
  stated: readonly string[],
  row?: Row,
): Diagnostic {
  const part = { readable, start, end };
  const args = { quote: quoted(part), stated: stated.slice(0, mostStated) };
  return row
    ? found('prose-states-other-period', { ...args, id: row.key[0] ?? '' }, part, placesOf(row))
    : found('prose-states-other-period', args, part);
}

/** Whether a text says that something lasts at least so long, and what is stated does. */
export function isAtLeast(part: Part, period: string, stated: readonly string[]): boolean {
  return saysAtLeast(part) && stated.some((one) => (compareDurations(one, period) ?? -1) >= 0);
}
