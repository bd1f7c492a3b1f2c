import { dateAt } from '../base/date.ts';
import { sortDiagnostics } from '../base/diagnostic.ts';
import { type Comparison, comparePolicies } from '../diff/compare.ts';
import { compareWithNotes } from '../gate/compare.ts';
import type { Gated } from '../gate/cover.ts';
import type { Settings } from '../gate/settings.ts';
import { settingsFor } from '../gate/settings-changes.ts';
import type { Policy } from '../model/policy.ts';
import { releaseOf } from '../revision/archive.ts';
import { changesIn, noticeStateOf, unrecorded } from '../revision/notices.ts';
import { type Revision, resolveRevision, workingRevision, workingTree } from '../revision/revision.ts';
import {
  type PolicyFolder,
  requireSameRepository,
  stagedSettings,
  type Workspace,
} from '../revision/workspace.ts';
import { type Compared, nothingReleased } from './compared.ts';
import { foreign } from './distrust.ts';
import { changesOfMoved, othersBeside, withMovedChanges } from './moved-changes.ts';
import { inForce, type PendingChanges, pendingIn, standingIn, weakenedSince } from './pending.ts';

/**
 * Compares two revisions; undefined when the base is the archive and nothing was released yet. What is staged is compared
 * using the staged notes, archive and rules: they are about to be committed.
 */
export async function compareRevisions(
  policy: PolicyFolder,
  { cwd: start, now }: { readonly cwd: string; readonly now: () => number },
  baseText: string,
  headText: string | undefined,
  workspace: Pick<Workspace, 'root' | 'settings' | 'memory' | 'policies'>,
): Promise<Compared | undefined> {
  const { folder } = policy;
  const fromArchive = baseText === 'archive:latest';
  if (baseText === 'git:index' || headText === 'git:index') requireSameRepository(folder, workspace.root);
  const staged = headText === 'git:index' ? resolveRevision(headText, folder, start) : undefined;
  const pending = pendingIn(policy, fromArchive ? staged?.files : undefined);
  const notes = inForce(pending);
  if (fromArchive && pending.archive.versions.length === 0)
    return nothingReleased(
      staged ?? workingRevision(policy, workspace.memory),
      'nothing released',
      notes,
      pending.notes.problems,
    );
  const side = (text: string | undefined): Revision =>
    text === undefined
      ? workingRevision(policy, workspace.memory)
      : resolveRevision(text, folder, start, pending.files);
  const [base, head] = [side(baseText), staged ?? side(headText)];
  if (!fromArchive || headText?.startsWith('archive:')) return compareDecided(base, head, pending);
  const settings = settingsAt(headText, staged, folder, workspace);
  const weakened = settings ? weakenedSince(pending, settings) : [];
  const today = dateAt(now(), head.policy.utcOffset);
  const standing = standingIn(pending.files, pending.archive.versions, today);
  const compared = compareWithNotes(base.policy, head.policy, notes, weakened, standing);
  const problems = sortDiagnostics([
    ...pending.archive.versions.flatMap((version) => foreign(version, head.policy.id)),
    ...pending.notes.problems,
    ...compared.problems,
  ]);
  const others = () => othersBeside(policy, workspace, base, staged !== undefined);
  const said = changesOfMoved(base.policy, head.policy, policy.path, others, standing);
  return withMovedChanges(
    { base, head, comparison: compared, gated: { ...compared, problems }, standing },
    said,
  );
}

/** Compares revisions between which no note decides: only what was decided at a release is known of their changes. */
async function compareDecided(base: Revision, head: Revision, pending: PendingChanges): Promise<Compared> {
  if (base.isDocument !== head.isDocument || (base.isDocument && head.sequence !== undefined))
    // It renders pages, which few comparisons need.
    return (await import('./as-documents.ts')).asDocuments(base, head);
  const comparison = comparePolicies(base.policy, head.policy, between(pending, base, head));
  const gated = { changes: decidedAtRelease(comparison, pending), problems: [], used: [] };
  return { base, head, comparison, gated, recorded: true, ...unannounced(pending, head) };
}

/** The settings of the working tree or of what is staged; any other head has no workspace around it. */
function settingsAt(
  headText: string | undefined,
  staged: Revision | undefined,
  folder: string,
  workspace: Pick<Workspace, 'root' | 'settings'>,
): Settings | undefined {
  if (headText === undefined) return settingsFor(workspace.settings, workingTree(folder));
  return staged?.files && settingsFor(stagedSettings(workspace.root), staged.files.policy);
}

/** For a released head, the channels of its notice that have no record. */
function unannounced(
  { files, archive }: PendingChanges,
  { sequence }: Revision,
): Pick<Compared, 'unannounced'> {
  const version = archive.versions.find((one) => one.sequence === sequence);
  return version ? { unannounced: unrecorded(noticeStateOf(files, version)) } : {};
}

/** The versions after the base up to the head; none when the base is no released version. */
function between({ files, archive }: PendingChanges, base: Revision, head: Revision): Policy[] {
  const { sequence: from } = base;
  const to = head.sequence ?? Number.POSITIVE_INFINITY;
  if (from === undefined) return [];
  return archive.versions
    .filter(({ sequence }) => sequence > from && sequence < to)
    .map((version) => releaseOf(files, version).policy);
}

/** Gives changes between released versions the decisions that were recorded at their release. */
function decidedAtRelease(comparison: Comparison, { files, archive }: PendingChanges): Gated['changes'] {
  const decided = new Map<string, NonNullable<Gated['changes'][number]['note']>>();
  for (const version of archive.versions) {
    for (const { fingerprint, note } of changesIn(files, version)) if (note) decided.set(fingerprint, note);
  }
  return comparison.changes.map((change) => {
    const note = decided.get(change.fingerprint);
    return { ...change, decided: change.verdict, ...(note ? { note } : {}) };
  });
}
