import { eachOnDemand } from '../base/on-demand.ts';
import type { Policy } from '../model/policy.ts';
import { type FactRelation, isFactRelation } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { isAttached } from './carry.ts';
import { type PlainRow, plainRow } from './change.ts';
import type { EntityRows } from './facets.ts';
import { type Floor, floorsUnderLaw } from './floors.ts';
import { type Ground, groundBetween } from './ground.ts';
import type { Names } from './names.ts';
import { type Readers, readersOf } from './readers.ts';
import { joinWatchings, type Terms, termsOf, type Watching, watchingsOf } from './watched.ts';

/** What judging a change needs beside the change: the policy's lists and promises, the floors in force, and what both sides state. */
export interface Law {
  readonly entries: readonly Watching[];
  readonly promises: readonly Watching[];
  readonly floors: readonly Floor[];
  /** Where a prominent notice will be shown, and the clause that promises it. */
  readonly prominent: { readonly channels: string; readonly clause: string } | undefined;
  readonly leadTimes: readonly LeadTime[];
  readonly terms: Terms;
  readonly ground: Ground;
  /** The rows of an entity, as the base or the head has them. */
  readonly rowsOf: EntityRows;
  /** The relation of the entity with an id, in either version. */
  readonly entityOf: (id: string) => FactRelation | undefined;
  readonly names: Names;
}

/** The time promised between publication and effect of a material change. */
export interface LeadTime {
  /** ISO 8601. */
  readonly period: string;
  readonly days: 'calendar' | 'working';
  readonly clause: string;
}

/**
 * What applies between a base and a head: the lists and promises of both joined, since what the base promised stays
 * promised, and the floors of every legal profile that either names. So does what earlier versions promise that are still
 * `standing`: readers have those until the base takes effect.
 */
export function lawBetween(
  base: Policy,
  head: Policy,
  names: Names,
  readers: { readonly base: Readers; readonly head: Readers } = {
    base: readersOf(base),
    head: readersOf(head),
  },
  standing: readonly Policy[] = [],
): Law {
  const others = standing.map((policy) => ({ policy, readers: readersOf(policy) }));
  const before = [{ policy: base, readers: readers.base }, ...others];
  const all = [...before, { policy: head, readers: readers.head }];
  const policies = all.map(({ policy }) => policy);
  const profiles = new Set(policies.flatMap((policy) => membersOf(policy, 'policy.profile')));
  const joined = (relation: 'change.entry' | 'change.promise'): Watching[] =>
    joinWatchings(all.flatMap((side) => watchingsOf(side.policy, relation, side.readers)));
  const promisedBefore = before.flatMap(({ policy }) => leadTimesOf(policy));
  return {
    entries: joined('change.entry'),
    promises: joined('change.promise'),
    // A move to an edition that asks for less does not lower what is asked for that change itself.
    floors: floorsUnderLaw([...new Set(policies.map(({ edition }) => edition))], profiles),
    prominent: prominentIn(policies),
    leadTimes: promisedBefore.length > 0 ? promisedBefore : leadTimesOf(head),
    terms: termsOf(base, head),
    ground: groundBetween(
      { policy: base, readers: readers.base },
      { policy: head, readers: readers.head },
      others,
    ),
    ...entitiesBetween(base, head),
    names,
  };
}

/** An entity with its links and members; a consent is an entity of its own. */
function entitiesBetween(base: Policy, head: Policy): Pick<Law, 'rowsOf' | 'entityOf'> {
  const ofSide = (policy: Policy): ((id: string) => readonly PlainRow[]) =>
    eachOnDemand((id) =>
      rowsIn(policy)
        .of(id)
        .filter(({ relation }) => !isAttached(relation))
        .map(plainRow),
    );
  const sides = { base: ofSide(base), head: ofSide(head) };
  const rowsOf: EntityRows = (side, id) => sides[side](id);
  return {
    rowsOf,
    entityOf: (id) => {
      const [row] = [...rowsOf('head', id), ...rowsOf('base', id)];
      return row && isFactRelation(row.relation) ? row.relation : undefined;
    },
  };
}

function membersOf(policy: Policy, relation: 'policy.profile' | 'change.channel'): string[] {
  return rowsIn(policy)
    .all(relation)
    .map((row) => row.key[1] ?? '');
}

function prominentIn(policies: readonly Policy[]): Law['prominent'] {
  const channels = new Set(policies.flatMap((policy) => membersOf(policy, 'change.channel')));
  const [clause] = policies.flatMap((policy) =>
    rowsIn(policy)
      .all('change.channel')
      .map((row) => row.key[0]),
  );
  return clause === undefined ? undefined : { channels: [...channels].sort().join(', '), clause };
}

function leadTimesOf(policy: Policy): LeadTime[] {
  return rowsIn(policy)
    .all('change')
    .flatMap(({ key, values }): LeadTime[] =>
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
