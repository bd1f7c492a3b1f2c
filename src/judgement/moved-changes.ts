import { folderFiles } from '../archive/disk.ts';
import type { ArchiveFiles } from '../archive/files.ts';
import type { ArchivedVersion } from '../archive/read.ts';
import { type Diagnostic, diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';
import { type JudgedChange, verdicts } from '../diff/judge.ts';
import { worstFirst } from '../diff/rank.ts';
import type { GatedChange } from '../gate/cover.ts';
import { coverMovedClauses } from '../gate/cover-moved-clauses.ts';
import type { Policy } from '../model/policy.ts';
import { releaseOf, wholeArchive } from '../revision/archive.ts';
import { type Revision, resolveRevision, workingRevision } from '../revision/revision.ts';
import type { PolicyFolder, Workspace } from '../revision/workspace.ts';
import type { Compared } from './compared.ts';
import { hasLost, movedClauses, type OtherPolicy } from './moved-clauses.ts';

/** What clauses that moved to other policies say differently there, and a remark for each of those policies. */
export interface MovedChanges {
  readonly changes: readonly (JudgedChange & Pick<GatedChange, 'inherited'>)[];
  readonly told: readonly Diagnostic[];
  /** Whether another policy was released meanwhile, or may have been: what notes tell of it may have been true before. */
  readonly since?: 'versions';
}

/** Searches other policies for the clauses that a policy lost. `others` is called only when it lost one. */
export function changesOfMoved(
  base: Policy,
  head: Policy,
  path: string,
  others: () => readonly OtherPolicy[],
  standing: readonly Policy[] = [],
): MovedChanges {
  if (!hasLost(base, head)) return { changes: [], told: [] };
  const beside = others();
  const moved = beside.map((other) => ({
    to: other.path,
    ...movedClauses(base, head, path, other, standing),
  }));
  const told = moved.flatMap(({ to, clauses, changes }) =>
    clauses.length === 0
      ? []
      : [
          diagnostic(
            'clause-in-other-policy',
            { clauses, to, differs: changes.length > 0 },
            startOfFile('policy.yaml'),
          ),
        ],
  );
  const changes = new Map(moved.flatMap((one) => one.changes.map((change) => [change.fingerprint, change])));
  const since = beside.some(({ isOfSameDay }) => isOfSameDay) ? { since: 'versions' as const } : {};
  return { changes: [...changes.values()], told, ...since };
}

/** The other policies of a workspace, in the working tree or as they are staged. */
export function othersBeside(
  { folder, path }: PolicyFolder,
  workspace: Pick<Workspace, 'policies' | 'memory' | 'root'>,
  { published }: Pick<Revision, 'published'>,
  staged = false,
): OtherPolicy[] {
  return workspace.policies.flatMap((other): OtherPolicy[] => {
    if (other.folder === folder || other.path === path) return [];
    const { policy, files } = staged
      ? resolveRevision('git:index', other.folder, workspace.root)
      : { ...workingRevision(other, workspace.memory), files: undefined };
    const archive = files?.archive ?? folderFiles(`${other.folder}/archive`);
    return [{ path: other.path, head: policy, ...versionOn(archive, published) }];
  });
}

/** The policy of the newest version that was published no later than a date, and whether one was on that very day. */
export function versionOn(
  files: ArchiveFiles,
  published: string | undefined,
  versions: readonly ArchivedVersion[] = wholeArchive(files).versions,
): Pick<OtherPolicy, 'before' | 'isOfSameDay'> {
  const last = versions.findLast(
    ({ manifest }) => published !== undefined && manifest.published <= published,
  );
  return {
    before: last && releaseOf(files, last).policy,
    isOfSameDay: last !== undefined && last.manifest.published === published,
  };
}

/** Adds the changes of moved clauses to the comparison of the policy that they left: its notes decide about them too. */
export function withMovedChanges(
  compared: Compared,
  { changes: said, told, since: known }: MovedChanges,
  since: 'nothing' | 'versions' = known ?? 'nothing',
): Compared {
  const { comparison } = compared;
  const covered = coverMovedClauses(compared.gated, comparison.list, said, since);
  const changes = [...covered.changes].sort(worstFirst);
  const own = changes.find(({ inherited }) => inherited === undefined)?.verdict ?? 'none';
  const verdict = rank.indexOf(own) > rank.indexOf(comparison.verdict) ? own : comparison.verdict;
  return {
    ...compared,
    comparison: { ...comparison, verdict },
    gated: { ...covered, changes, problems: sortDiagnostics([...covered.problems, ...told]) },
  };
}

const rank = ['none', ...verdicts] as const;
