import { addDays, addWorkingDays, daysBetween, workingDaysBetween } from '../base/date.ts';
import { mostDays } from '../base/duration.ts';
import { durationInEnglish } from '../base/duration-words.ts';
import type { Obligation } from '../diff/obligations.ts';

/** When a version is published, and when it takes effect, as calendar dates. */
export interface ReleaseDates {
  readonly published: string;
  readonly effective: string;
}

/** A promised time between publication and effect, and whether the dates of a release keep it. */
export interface Lead {
  /** `30 days`, `10 working days`, `1 month`. */
  readonly words: string;
  /** The time between the two dates, counted the same way. */
  readonly given: string;
  /** How it was counted, as a part of a sentence. */
  readonly counted: string;
  readonly effective: string;
  readonly kept: boolean;
  readonly earliest: string;
}

/**
 * Of all promised lead times, the one that takes longest. Dates are days at the policy's UTC offset. A period without a
 * fixed number of days, such as a month, counts as the longest it can be.
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

/** A broken one comes before any that is kept; of two alike, the one that allows the later date. */
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
