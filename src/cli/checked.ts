import { type Diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import { findProblems } from '../check/check-snapshot.ts';
import type { Ending } from '../check/on-day.ts';
import { readNotes } from '../gate/note.ts';
import type { Waiver } from '../model/waivers.ts';
import type { PolicySize } from '../report/check-report.ts';
import type { Workspace } from '../revision/workspace-place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** What `check` finds in a policy before anything of it is waived; plain data, which is remembered. */
export interface FoundInPolicy {
  readonly policy?: PolicySize;
  readonly problems: readonly Diagnostic[];
  readonly utcOffset?: string;
  readonly waivers?: readonly Waiver[];
  readonly endings: readonly Ending[];
}

/** What `check` finds in the files of a policy folder, its notes included. */
export function checkFiles(
  snapshot: Snapshot,
  { rules, memory }: Pick<Workspace, 'rules' | 'memory'>,
): FoundInPolicy {
  const { policy, problems: found, waivers, endings } = findProblems(snapshot, rules, memory);
  const problems = sortDiagnostics([...found, ...readNotes(snapshot).problems]);
  if (!policy) return { problems, endings };
  const clauses = policy.structure.filter(({ relation }) => relation === 'clause').length;
  const { id, locales, utcOffset } = policy;
  return { policy: { id, locales, clauses }, problems, endings, utcOffset, ...(waivers ? { waivers } : {}) };
}
