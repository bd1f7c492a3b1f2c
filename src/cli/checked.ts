import { type Diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import { findProblems } from '../check/check-snapshot.ts';
import type { ProfileCoverage } from '../check/law/hold.ts';
import type { Ending } from '../check/on-day.ts';
import { readNotes } from '../gate/note.ts';
import type { Waiver } from '../model/waivers.ts';
import type { PolicySize } from '../report/check-report.ts';
import type { Workspace } from '../revision/workspace-place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** What `check` finds in a policy, before waivers: plain data, so that it can be cached. */
export interface FoundInPolicy {
  readonly policy?: PolicySize;
  readonly problems: readonly Diagnostic[];
  readonly utcOffset?: string;
  readonly waivers?: readonly Waiver[];
  readonly endings: readonly Ending[];
  /** How far it meets the legal profiles that were asked about. */
  readonly coverage?: readonly ProfileCoverage[];
}

/** What `check` finds in the files of a policy folder, its notes included. */
export async function checkFiles(
  snapshot: Snapshot,
  { rules, memory }: Pick<Workspace, 'rules' | 'memory'>,
  profiles: readonly string[] = [],
): Promise<FoundInPolicy> {
  const found = findProblems(snapshot, rules, memory);
  const { policy, waivers, endings } = found;
  const law =
    profiles.length === 0 ? undefined : await (await import('./law.ts')).holdByNames(found, profiles, rules);
  const all = [...found.problems, ...readNotes(snapshot).problems, ...(law?.problems ?? [])];
  const problems = sortDiagnostics(all);
  if (!policy) return { problems, endings };
  const clauses = policy.structure.filter(({ relation }) => relation === 'clause').length;
  const { id, locales, utcOffset } = policy;
  return {
    policy: { id, locales, clauses },
    problems,
    endings,
    utcOffset,
    ...(waivers ? { waivers } : {}),
    ...(law ? { coverage: law.coverage } : {}),
  };
}
