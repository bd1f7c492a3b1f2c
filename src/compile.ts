import { actsOf } from './archive/acts.ts';
import type { ReleaseInput } from './archive/input.ts';
import { type Planned, planRelease } from './archive/plan.ts';
import { adoptedLate, corrected, undated } from './archive/refusals.ts';
import type { Release } from './archive/release.ts';
import { standingOn } from './archive/timeline.ts';
import { type Diagnostic, hasErrors } from './base/diagnostic.ts';
import { pastEntries } from './check/on-day.ts';
import { endingsIn, entriesCutShort } from './check/registers.ts';
import type { JudgedChange } from './diff/judge.ts';
import { namesIn } from './diff/names.ts';
import { behindPrevailing } from './gate/behind.ts';
import { compareWithNotes } from './gate/compare.ts';
import { coverChanges, type GatedChange, noList } from './gate/cover.ts';
import { coverMovedClauses } from './gate/cover-moved-clauses.ts';
import { uncovered } from './gate/decide.ts';
import { consentOwed, type Missing, missingBeforeRelease } from './gate/due.ts';
import { isOfMovedClause } from './gate/moved-clause.ts';
import type { Note, NotesInForce } from './gate/note.ts';
import { decisionsOf, type Override, readerChanges } from './gate/record.ts';
import type { Policy } from './model/policy.ts';
import { standalone } from './render/standalone.ts';

/**
 * The whole pipeline: the files of a policy folder become a policy that is checked, compared in meaning with what
 * readers last saw, held against the notes that say what to make of it, planned as the next version, and published.
 * Values in, values out; reading, writing, the clock and the terminal are elsewhere.
 */

// Files → parsed → of the right shape → rows → held against every rule.
export { checkSnapshot } from './check/check-snapshot.ts';
// Two policies → differences → changes → judged → matched with notes.
export { compareWithNotes } from './gate/compare.ts';
export type { NotesInForce } from './gate/note.ts';
export type { Compiled } from './model/compiled.ts';
// Released versions → every page of the site.
export { planSite } from './publish/site.ts';

/** Everything that a version about to be released is made of. */
export type VersionInput = Omit<ReleaseInput, 'rendered' | 'changes' | 'decisions' | 'notes'> & {
  readonly head: Release | undefined;
  readonly inForce: NotesInForce;
  /** Changes to decide about that are no facts of the policy, such as rules that the workspace loosened. */
  readonly besides: readonly JudgedChange[];
  /** What clauses that moved to another policy say differently there, to be decided here like any other change. */
  readonly movedClauses?: { readonly changes: readonly JudgedChange[]; readonly since?: 'versions' };
  /** The policy of an earlier version. Without it, nothing is known of promises that readers have by one before `head`. */
  readonly policyOf?: (sequence: number) => Policy;
  /** How long after its publication it may take effect without a decision on that; an ISO 8601 period. */
  readonly horizon?: string;
  /** What clauses of the policy waive: `CLAUSE RULE` → the last day, empty for ever. */
  readonly waived?: ReadonlyMap<string, string> | undefined;
  /** What `check` found in the policy. */
  readonly found?: readonly Diagnostic[];
  /** Who answers for releasing although something owed is missing, and why. */
  readonly override: Pick<Override, 'reason' | 'by'> | undefined;
};

/** A version planned to the last byte; when something stands in its way, `plan` is undefined. */
export interface PlannedVersion extends Planned {
  readonly changes: readonly GatedChange[];
  readonly problems: readonly Diagnostic[];
  readonly used: readonly Note[];
  readonly consents?: readonly string[];
  /** What is owed before the release and not there; empty for a plan, unless overridden. */
  readonly missing: readonly Missing[];
  /** A decision is missing that the archive must hold: no `override` stands in for it. */
  readonly decideFirst?: true;
}

/**
 * Plans the next version of a policy: its changes against the newest version (`head`), what is owed for them before a
 * release, and, when nothing is missing and nothing is wrong, every byte of the version. Nothing is written.
 */
export function planVersion(input: VersionInput): PlannedVersion {
  const { policy, head, inForce, override } = input;
  const refusals = [...undated(input), ...corrected(input), ...adoptedLate(input)];
  const found = inForce.problems ?? [];
  if (refusals.length > 0) return { plan: undefined, refusals, ...undecided, problems: found };
  const besides = [...input.besides, ...actsOf({ ...input, versions: input.archive.versions })];
  const compared = head
    ? compareWithNotes(head.policy, policy, inForce, besides, standingBefore(input))
    : { ...coverChanges(besides, inForce, noList, policy.prevailing), list: noList };
  const { changes, used } = compared;
  const { changes: moved = [], since } = input.movedClauses ?? {};
  const held = coverMovedClauses(compared, compared.list, moved, since);
  const isOpen = uncovered(held.changes).some(({ fingerprint }) => isOfMovedClause(fingerprint));
  const problems = [...found, ...held.problems, ...datesOf(input)];
  const missing = [
    ...missingBeforeRelease(isOpen ? held.changes : changes, used, policy, input),
    ...(input.adopted ? [] : behindPrevailing(policy, input.found ?? [])),
  ];
  const decided = { changes, problems, used, missing };
  // An override does not cover what the archive cannot hold.
  if (hasErrors(problems) || isOpen || (missing.length > 0 && !override))
    return { plan: undefined, refusals: [], ...decided, ...(isOpen ? { decideFirst: true } : {}) };
  const overridden = override && missing.length > 0 ? { ...override, missing } : undefined;
  const planned = planRelease({
    ...input,
    declares: changes.some(({ kind }) => kind === 'declared'),
    rendered: frozenPages(input),
    changes: readerChanges(changes, used, policy),
    decisions: decisionsOf(changes, used, overridden),
    notes: new Map(used.flatMap(({ files }) => files.map(({ path, text }) => [path, text] as const))),
  });
  const consents = consentOwed(held.changes, namesIn(policy, head?.policy ?? policy));
  return { ...planned, ...decided, consents };
}

/** The versions before the newest that readers have when the next is published, or are to have after that. */
function standingBefore({ archive, published, policyOf }: VersionInput): readonly Policy[] {
  const manifests = archive.versions.map(({ manifest }) => manifest);
  return policyOf ? standingOn(manifests, published).map(({ sequence }) => policyOf(sequence)) : [];
}

/** Nothing was compared, so that nothing is decided or missing. */
const undecided = { changes: [], used: [], missing: [] } as const;

/** Entries of registers that have ended when the version takes effect, or that it cuts short. */
function datesOf({ head, policy, published, effective, waived }: VersionInput): readonly Diagnostic[] {
  return [
    ...pastEntries(endingsIn(policy), effective),
    ...(head ? entriesCutShort(head.policy, policy, { published, effective, waived }) : []),
  ];
}

/** The standalone copies of a version, in every language. */
function frozenPages({
  policy,
  archive,
  published,
  effective,
  adopted,
}: VersionInput): ReadonlyMap<string, string> {
  const sequence = (archive.versions.at(-1)?.sequence ?? 0) + 1;
  const stamp = { sequence, published, effective, ...(adopted ? { adopted: true as const } : {}) };
  return new Map(
    policy.locales.flatMap((locale) => {
      const { markdown, html } = standalone(policy, locale, stamp);
      return [
        [`public/policy.${locale}.md`, markdown],
        [`public/policy.${locale}.html`, html],
      ];
    }),
  );
}
