import { canonicalJson, type Json } from '../base/canonical.ts';
import { append } from '../base/group.ts';
import { ownerOf, type Policy, type Row } from '../model/policy.ts';
import { type RegisterRelation, registerRelations } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { partName, titleText } from '../render/resolve.ts';
import type { View } from '../render/view.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Version } from './versions.ts';

/** A clause that lists companies or components one by one. */
export interface ListOf {
  readonly clause: string;
  readonly relation: RegisterRelation;
}

/** A change to one entry of a list in a version. */
export interface ListEvent {
  readonly is: 'new' | 'changed' | 'removed';
  readonly entry: string;
  readonly version: Version;
  /** The policy that holds the entry: the version's own, or the previous one for a removed entry. */
  readonly policy: Policy;
}

/** The lists of a policy, in the order of its rows. */
export function listsIn(policy: Policy): ListOf[] {
  return registerRelations.flatMap((relation) => {
    const owners = rowsIn(policy).all(relation).map(ownerOf);
    return [...new Set(owners)].map((clause) => ({ clause, relation }));
  });
}

/** The changes to all entries by version, newest first. Withdrawn versions are left out. */
export function eventsOf({ versions }: SitePolicy, list: ListOf): ListEvent[] {
  const kept = versions.filter(({ stamp }) => stamp.status !== 'withdrawn');
  const events = kept.flatMap((version, at) => {
    const { policy } = version.release;
    const before = kept[at - 1]?.release.policy;
    return before === undefined ? firstEvents(version, list) : eventsBetween(before, policy, version, list);
  });
  return events.reverse();
}

function firstEvents(version: Version, list: ListOf): ListEvent[] {
  const { policy } = version.release;
  return [...entriesIn(policy, list).keys()].map((entry) => ({ is: 'new', entry, version, policy }));
}

function eventsBetween(before: Policy, after: Policy, version: Version, list: ListOf): ListEvent[] {
  const [was, now] = [entriesIn(before, list), entriesIn(after, list)];
  const gone = [...was.keys()].filter((entry) => !now.has(entry));
  const told = [...now].filter(([entry, said]) => was.get(entry) !== said);
  return [
    ...gone.map((entry): ListEvent => ({ is: 'removed', entry, version, policy: before })),
    ...told.map(
      ([entry]): ListEvent => ({ is: was.has(entry) ? 'changed' : 'new', entry, version, policy: after }),
    ),
  ];
}

/** All facts of each entry, as one text. */
function entriesIn(policy: Policy, { clause, relation }: ListOf): ReadonlyMap<string, string> {
  const rows = rowsIn(policy);
  const members = ['data', 'purpose', 'country', 'product'].flatMap((what) =>
    rows.all(`${relation}.${what}` as RegisterRelation),
  );
  const said = new Map<string, unknown[]>();
  for (const { key, values, relation: name } of [...rows.all(relation), ...members] as Row[]) {
    if (key[0] !== clause) continue;
    const entry = key[1] ?? '';
    append(said, entry, [name, key, values]);
  }
  return new Map([...said].map(([entry, facts]) => [entry, canonicalJson(facts as Json)]));
}

/** The title of a list, or of its chapter if it has none. */
export function listTitle(view: View, clause: string): string {
  return titleText(view, clause) || partName(view, clause);
}
