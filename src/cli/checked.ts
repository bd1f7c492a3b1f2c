import { hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { checkSnapshot } from '../check/check-snapshot.ts';
import { readNotes } from '../gate/note.ts';
import type { CheckedPolicy } from '../report/check-report.ts';
import type { Workspace } from '../revision/workspace-place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** What `check` finds in the files of a policy folder, its notes included. */
export function checkFiles(
  snapshot: Snapshot,
  { rules, memory }: Pick<Workspace, 'rules' | 'memory'>,
): Pick<CheckedPolicy, 'policy' | 'problems'> {
  const { policy, problems: found } = checkSnapshot(snapshot, rules, memory);
  const problems = sortDiagnostics([...found, ...readNotes(snapshot).problems]);
  if (!policy || hasErrors(problems)) return { policy: undefined, problems };
  const clauses = policy.structure.filter(({ relation }) => relation === 'clause').length;
  return { policy: { id: policy.id, locales: policy.locales, clauses }, problems };
}
