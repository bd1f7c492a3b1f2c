import { type Planned, planRelease, type ReleaseInput } from './archive/plan.ts';
import type { Release } from './archive/release.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from './base/diagnostic.ts';
import { checkPolicy, type RuleSettings } from './check/rules.ts';
import { type Comparison, comparePolicies } from './diff/compare.ts';
import { coverChanges, type Gated, type GatedChange } from './gate/cover.ts';
import { type Missing, missingBeforeRelease } from './gate/due.ts';
import type { Note } from './gate/note.ts';
import { decisionsOf, type Override, readerChanges } from './gate/record.ts';
import { buildPolicy } from './model/build.ts';
import { loadPolicy } from './model/load.ts';
import type { Policy } from './model/policy.ts';
import { standaloneHtml, standaloneMarkdown } from './render/standalone.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/**
 * The whole pipeline: the files of a policy folder become a policy that is checked, compared in meaning with what
 * readers last saw, held against the notes that say what to make of it, and planned as the next version. Values in,
 * values out; reading, writing, the clock and the terminal are elsewhere.
 */

export interface Compiled {
  /** Absent when the files have errors that leave nothing to compile. */
  readonly policy: Policy | undefined;
  readonly problems: readonly Diagnostic[];
}

/** Files → parsed → shaped → built into rows → held against every rule. */
export function checkSnapshot(snapshot: Snapshot, settings: RuleSettings = {}): Compiled {
  const loaded = loadPolicy(snapshot);
  if (!loaded.source || hasErrors(loaded.problems))
    return { policy: undefined, problems: sortDiagnostics(loaded.problems) };
  const built = buildPolicy(loaded.source);
  const checked = built.policy ? checkPolicy(built.policy, settings) : [];
  return {
    policy: built.policy,
    problems: sortDiagnostics([...loaded.problems, ...built.problems, ...checked]),
  };
}

/** The notes of a policy folder, the archive head they must be written against, and the digests of those used up. */
export interface NotesInForce {
  readonly notes: readonly Note[];
  readonly head: string;
  readonly spent: ReadonlySet<string>;
}

/** Two policies → changes → judged → matched with notes. */
export function compareWithNotes(base: Policy, head: Policy, inForce: NotesInForce): Comparison & Gated {
  const comparison = comparePolicies(base, head);
  return { ...comparison, ...coverChanges(comparison.changes, inForce.notes, inForce.head, inForce.spent) };
}

export type VersionInput = Omit<ReleaseInput, 'rendered' | 'changes' | 'decisions' | 'notes'> & {
  readonly head: Release | undefined;
  readonly inForce: NotesInForce;
  /** A reason and a name that stand in for what is owed and missing. */
  readonly override: Pick<Override, 'reason' | 'by'> | undefined;
};

export interface PlannedVersion extends Planned {
  readonly changes: readonly GatedChange[];
  readonly problems: readonly Diagnostic[];
  readonly used: readonly Note[];
  /** What is owed before the release and not there; empty for a plan, unless overridden. */
  readonly missing: readonly Missing[];
}

/** A policy → its changes → what is owed for them → frozen pages and records → every byte of the next version. */
export function planVersion(input: VersionInput): PlannedVersion {
  const { policy, head, inForce, override } = input;
  const compared = head
    ? compareWithNotes(head.policy, policy, inForce)
    : { changes: [], problems: [], used: [] };
  const { changes, problems, used } = compared;
  const texts = new Map(used.map((note) => [note.path, note.body]));
  const missing = missingBeforeRelease(changes, texts, input);
  if (hasErrors(problems) || (missing.length > 0 && !override)) {
    return { plan: undefined, refusals: [], changes, problems, used, missing };
  }
  const planned = planRelease({
    ...input,
    rendered: frozenPages(input),
    changes: readerChanges(changes, used, policy.prevailing),
    decisions: decisionsOf(
      changes,
      used,
      override && missing.length > 0 ? { ...override, missing } : undefined,
    ),
    notes: new Map(used.map((note) => [note.path, note.source.text])),
  });
  return { ...planned, changes, problems, used, missing };
}

/** The standalone copies of a version, in every language. */
function frozenPages({ policy, archive, published, effective }: VersionInput): ReadonlyMap<string, string> {
  const sequence = (archive.versions.at(-1)?.sequence ?? 0) + 1;
  const stamp = { sequence, published, effective };
  return new Map(
    policy.locales.flatMap((locale) => [
      [`public/policy.${locale}.md`, standaloneMarkdown(policy, locale, stamp)],
      [`public/policy.${locale}.html`, standaloneHtml(policy, locale, stamp)],
    ]),
  );
}
