import { type Target, type TargetPolicy, targetPolicy } from '../revision/target.ts';
import type { PolicyFolder } from '../revision/workspace.ts';
import type { Compared } from './compared.ts';
import { changesOfMoved, type MovedChanges, versionOn } from './moved-changes.ts';
import { hasLost, movedClauses, type OtherPolicy } from './moved-clauses.ts';
import { archiveAt } from './request.ts';
import type { Requested } from './requested.ts';

/** A policy of a pull request, and what it was where the request branched off its target. */
export type WithOrigin = readonly [Requested & PolicyFolder, TargetPolicy | undefined];

/** The other policies of a pull request. */
export interface OfRequest {
  readonly target: Target;
  readonly others: () => readonly WithOrigin[];
  /** Policies that the command did not name, read only when a clause may have moved there. */
  readonly unnamed: () => readonly WithOrigin[];
}

/**
 * What clauses that left a policy in a pull request say in their new one. What the target had so already is its backlog.
 */
export function movedInRequest(
  { path, head }: Requested & PolicyFolder,
  { base: { policy: was, published }, standing }: Compared,
  origin: TargetPolicy | undefined,
  { target, others: named, unnamed }: OfRequest,
): MovedChanges {
  if (!was || !hasLost(was, head.policy)) return { changes: [], told: [] };
  const beside = [...named(), ...unnamed()];
  const others = (): OtherPolicy[] =>
    beside.map(([other, from]) => ({
      path: other.path,
      head: other.head.policy,
      ...before(from),
    }));
  const said = changesOfMoved(was, head.policy, path, others, standing);
  if (said.changes.length === 0 || !origin) return said;
  const there = targetPolicy(origin, target).policy;
  const known = new Set(
    beside.flatMap(([{ path: to }, from]) =>
      from
        ? movedClauses(was, there, path, { path: to, ...sides(from) }, standing).changes.map(
            ({ fingerprint }) => fingerprint,
          )
        : [],
    ),
  );
  const changes = said.changes.map((change) =>
    known.has(change.fingerprint) ? { ...change, inherited: 'undecided' as const } : change,
  );
  return { ...said, changes };

  function before(from: TargetPolicy | undefined): Pick<OtherPolicy, 'before' | 'isOfSameDay'> {
    if (!from) return { before: undefined };
    return versionOn(from.files.archive, published, archiveAt(from, target).versions);
  }

  function sides(from: TargetPolicy): Pick<OtherPolicy, 'head' | 'before'> {
    return { head: targetPolicy(from, target).policy, ...before(from) };
  }
}
