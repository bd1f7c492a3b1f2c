import { messageOf } from '../base/diagnostic.ts';
import { CannotWork } from '../base/failure.ts';
import { formatPlace } from '../base/place.ts';
import { checkSnapshot } from '../check/check-snapshot.ts';
import { isPolicyFolderPath } from '../revision/policy-paths.ts';
import { selectPolicies } from '../revision/workspace.ts';
import { readFolder } from '../snapshot/folder.ts';
import { dateOrToday } from './dates.ts';
import { fileIn, shown } from './paths.ts';
import { workspaceOf } from './policies.ts';
import { memoryOf } from './remember.ts';
import type { SiteOptions } from './site-input.ts';
import type { World } from './world.ts';

export interface PreviewProblem {
  readonly severity: string;
  readonly where: string;
  readonly reason: string;
  readonly fix: string;
}

/** What `check` finds in the policies, and what keeps them from being read at all. */
export function problemsIn(options: SiteOptions, world: World): PreviewProblem[] {
  try {
    const workspace = workspaceOf(options, world, memoryOf(options, world));
    return selectPolicies(workspace, options.policy, world.cwd).flatMap((policy) => {
      const snapshot = readFolder(policy.folder, isPolicyFolderPath);
      const { problems } = checkSnapshot(snapshot, workspace.rules, (utcOffset) =>
        dateOrToday(options.asOf, '--as-of', utcOffset, world),
      );
      return problems
        .filter(({ waived }) => !waived)
        .map((problem) => ({
          severity: problem.severity,
          where: fileIn(shown(policy.folder, world), formatPlace(problem.place)),
          ...messageOf(problem),
        }));
    });
  } catch (error) {
    if (!(error instanceof CannotWork)) throw error;
    return [{ severity: 'error', where: '', ...messageOf(error.failure) }];
  }
}
