import { addDays, addWorkingDays, daysBetween, workingDaysBetween } from '../base/date.ts';
import { mostDays } from '../base/duration.ts';
import { durationInEnglish } from '../base/duration-words.ts';
import type { Obligation } from '../diff/obligations.ts';

/** The calendar dates on which a version is published, and from which it is in force. */
export interface ReleaseDates {
  readonly published: string;
  readonly effective: string;
}

/** A time promised between publication and effect, and how far the dates of a release keep it. */
export interface Lead {
  /** `30 days`, `10 working days`, `1 month`. */
  readonly words: string;
  /** What lies between the two dates, counted the same way. */
  readonly given: string;
  /** How it was counted, in half a sentence. */
  readonly counted: string;
  /** When it would be in force. */
  readonly effective: string;
  readonly kept: boolean;
  /** The first date of effect that keeps it. */
  readonly earliest: string;
}

/**
 * The lead time, of all that the changes owe, that is kept last. Dates are days at the policy's UTC offset. A period
 * without a fixed number of days, such as a month, counts as the longest it can be.
 */
export function longestLead(
  changes: readonly { readonly obligations: readonly Obligation[]; readonly takesEffect?: string }[],
  dates: ReleaseDates,
): Lead | undefined {
  const owed = new Map(
    changes.flatMap(({ obligations, takesEffect: effective = dates.effective }) =>
      obligations.flatMap(({ owes, detail = '', days }) =>
        owes === 'lead-time'
          ? [
              [
                `${detail} ${days ?? ''} ${effective}`,
                leadOf(detail, days === 'working', { ...dates, effective }),
              ],
            ]
          : [],
      ),
    ),
  );
  return [...owed.values()].reduce<Lead | undefined>(
    (last, lead) => (last === undefined || isWorse(lead, last) ? lead : last),
    undefined,
  );
}

/** One that is not kept comes before any that is; of two alike, the one that is kept last. */
function isWorse(lead: Lead, last: Lead): boolean {
  return lead.kept === last.kept ? lead.earliest > last.earliest : !lead.kept;
}

function leadOf(period: string, working: boolean, { published, effective }: ReleaseDates): Lead {
  const least = mostDays(period) ?? 0;
  const given = working ? workingDaysBetween(published, effective) : daysBetween(published, effective);
  const unit = working ? 'working day' : 'day';
  const inDays = (days: number): string => `${days} ${unit}${days === 1 ? '' : 's'}`;
  const plain = period === `P${least}D`;
  const longest = plain ? '' : `, and the period as ${inDays(least)}, the longest it can be`;
  return {
    words: plain ? inDays(least) : durationInEnglish(period),
    given: inDays(given),
    counted: working
      ? `Monday to Friday are counted${longest}; public holidays are not known, so leave room for them`
      : `every day is counted${longest}`,
    effective,
    kept: given >= least,
    earliest: working ? addWorkingDays(published, least) : addDays(published, least),
  };
}
