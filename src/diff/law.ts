import { type Policy, rowsOf } from '../model/policy.ts';
import { type Floor, floorsOf } from './floors.ts';
import type { Names } from './names.ts';
import { joinWatchings, type Terms, termsOf, type Watching, watchingsOf } from './watched.ts';

/** Everything a verdict depends on besides the change itself. */
export interface Law {
  readonly entries: readonly Watching[];
  readonly promises: readonly Watching[];
  readonly floors: readonly Floor[];
  /** Where a prominent notice is promised to be seen, and the clause that says so. */
  readonly prominent: { readonly channels: string; readonly clause: string } | undefined;
  readonly leadTimes: readonly LeadTime[];
  readonly terms: Terms;
  readonly names: Names;
}

/** The time promised between publication and effect of a material change. */
export interface LeadTime {
  /** ISO 8601. */
  readonly period: string;
  readonly days: 'calendar' | 'working';
  readonly clause: string;
}

/** The lists of base and head joined, and the floors of the profiles in force in either. */
export function lawBetween(base: Policy, head: Policy, names: Names): Law {
  const profiles = new Set([base, head].flatMap(({ facts }) => listed(facts, 'policy.profile')));
  const promisedBefore = leadTimesOf(base);
  return {
    entries: joinWatchings(watchingsOf(base, 'change.entry'), watchingsOf(head, 'change.entry')),
    promises: joinWatchings(watchingsOf(base, 'change.promise'), watchingsOf(head, 'change.promise')),
    // Moving to an edition that asks for less does not ask for less of the change that moves there.
    floors: [...new Set([base.edition, head.edition])]
      .flatMap(floorsOf)
      .filter(({ profile }) => profile === undefined || profiles.has(profile)),
    prominent: prominentIn([base, head]),
    leadTimes: promisedBefore.length > 0 ? promisedBefore : leadTimesOf(head),
    terms: termsOf(base, head),
    names,
  };
}

function listed(facts: Policy['facts'], relation: 'policy.profile' | 'change.channel'): string[] {
  return rowsOf(facts, relation).map((row) => row.key[1] ?? '');
}

function prominentIn(policies: readonly Policy[]): Law['prominent'] {
  const channels = new Set(policies.flatMap(({ facts }) => listed(facts, 'change.channel')));
  const [clause] = policies.flatMap(({ facts }) => rowsOf(facts, 'change.channel').map((row) => row.key[0]));
  return clause === undefined ? undefined : { channels: [...channels].sort().join(', '), clause };
}

function leadTimesOf({ facts }: Policy): LeadTime[] {
  return rowsOf(facts, 'change').flatMap(({ key, values }): LeadTime[] =>
    values.leadTime === undefined
      ? []
      : [
          {
            period: String(values.leadTime),
            days: values.days === 'working' ? 'working' : 'calendar',
            clause: key[0] ?? '',
          },
        ],
  );
}
