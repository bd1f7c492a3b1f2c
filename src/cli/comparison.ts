import { basename } from 'node:path';
import type { ArchiveFiles } from '../archive/files.ts';
import { sequenceOf } from '../archive/layout.ts';
import type { ArchiveState } from '../archive/read.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { CannotWork } from '../base/failure.ts';
import { type Comparison, comparePolicies } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { compareWithNotes } from '../gate/compare.ts';
import { coverChanges, type Gated } from '../gate/cover.ts';
import { type Notes, type NotesInForce, readNotes } from '../gate/note.ts';
import { type Rules, weakenedGate } from '../gate/weakened.ts';
import type { Policy } from '../model/policy.ts';
import { releaseOf, wholeArchive } from '../revision/archive.ts';
import { recordedSource } from '../revision/derive.ts';
import { changesIn, noticeStateOf, unrecorded } from '../revision/notices.ts';
import { notesAndArchive, type PolicyFiles } from '../revision/policy-files.ts';
import { type Revision, resolveRevision, workingRevision } from '../revision/revision.ts';
import { requireSameRepository, rulesIn, stagedRules, type Workspace } from '../revision/workspace.ts';
import { committedIn } from '../snapshot/git-files.ts';

/** What a policy changes against its archive, with the notes that say what to make of it. */
export interface PendingChanges {
  readonly files: ArchiveFiles;
  readonly archive: ArchiveState;
  /** The hash of the newest manifest, or `none`. */
  readonly head: string;
  readonly notes: Notes;
  /** Digests of notes that a release used up. */
  readonly spent: ReadonlySet<string>;
}

/** The notes and the archive of a policy folder, on disk or wherever else they were read. */
export function pendingIn(
  folder: string,
  files: Pick<PolicyFiles, 'notes' | 'archive'> = notesAndArchive(folder),
): PendingChanges {
  const archive = wholeArchive(files.archive);
  if (archive.versions.length === 0) requireNeverReleased(folder);
  return {
    files: files.archive,
    archive,
    head: archive.versions.at(-1)?.hash ?? 'none',
    notes: readNotes(files.notes),
    spent: new Set(archive.versions.flatMap(({ manifest }) => Object.values(manifest.notes))),
  };
}

/** An archive that was taken away must not look like one that never was. */
function requireNeverReleased(folder: string): void {
  const versions = committedIn(folder, 'archive').filter((path) => sequenceOf(basename(path)) !== undefined);
  if (versions.length === 0) return;
  throw new CannotWork(
    'archive-broken',
    'the archive of this policy is gone, and the last commit has it.',
    'Put it back, in the policy folder: git restore --staged --worktree archive',
  );
}

export function inForce({ notes, head, spent }: PendingChanges): NotesInForce {
  return { notes: notes.notes, head, spent };
}

export interface Compared {
  readonly base: Pick<Revision, 'label' | 'title'>;
  readonly head: Revision;
  readonly comparison: Comparison;
  readonly gated: Gated;
  /** The notes are those recorded at releases: none can be written for these changes. */
  readonly recorded?: boolean;
  /** Where the head was to be announced and no record says that it was. */
  readonly unannounced?: readonly string[];
}

/** A policy without a released version has no changes; what there is to say is what is wrong. Undefined when nothing is. */
export function nothingReleased(
  head: Revision,
  title: string,
  notes: NotesInForce,
  found: readonly Diagnostic[],
): Compared | undefined {
  const { problems } = coverChanges([], notes);
  const all = sortDiagnostics([...found, ...problems]);
  if (all.length === 0) return undefined;
  const verdict = hasErrors(all) ? 'review' : 'none';
  return {
    base: { label: 'nothing', title },
    head,
    comparison: { ...comparePolicies(head.policy, head.policy), verdict },
    gated: { changes: [], used: [], problems: all },
  };
}

/**
 * Compares two revisions; undefined when the base is the archive and nothing was released yet. What is staged is held
 * against the notes, the archive and the rules that are staged with it: they are what is going to be committed.
 */
export function compareRevisions(
  folder: string,
  start: string,
  baseText: string,
  headText: string | undefined,
  workspace: Pick<Workspace, 'root' | 'rules'>,
): Compared | undefined {
  const fromArchive = baseText === 'archive:latest';
  if (baseText === 'git:index' || headText === 'git:index') requireSameRepository(folder, workspace.root);
  const staged = headText === 'git:index' ? resolveRevision(headText, folder, start) : undefined;
  const pending = pendingIn(folder, fromArchive ? staged?.files : undefined);
  const notes = inForce(pending);
  if (fromArchive && pending.archive.versions.length === 0)
    return nothingReleased(
      staged ?? workingRevision(folder),
      'nothing released',
      notes,
      pending.notes.problems,
    );
  const base = resolveRevision(baseText, folder, start, pending.files);
  const head =
    staged ??
    (headText === undefined
      ? workingRevision(folder)
      : resolveRevision(headText, folder, start, pending.files));
  if (!fromArchive || headText?.startsWith('archive:')) {
    const comparison = comparePolicies(base.policy, head.policy, between(pending, base, head));
    const gated = { changes: decidedAtRelease(comparison, pending), problems: [], used: [] };
    return { base, head, comparison, gated, recorded: true, ...unannounced(pending, head) };
  }
  const rules = headText === undefined ? workspace.rules : staged ? stagedRules(workspace.root) : undefined;
  const weakened = rules ? weakenedSince(pending, rules) : [];
  const compared = compareWithNotes(base.policy, head.policy, notes, weakened);
  const problems = sortDiagnostics([...pending.notes.problems, ...compared.problems]);
  return { base, head, comparison: compared, gated: { ...compared, problems } };
}

/** For a released head: the channels of its notice without a record. */
function unannounced(
  { files, archive }: PendingChanges,
  { sequence }: Revision,
): Pick<Compared, 'unannounced'> {
  const version = archive.versions.find((one) => one.sequence === sequence);
  return version ? { unannounced: unrecorded(noticeStateOf(files, version)) } : {};
}

/** The versions released after the base and before the head; none when the base is no released version. */
function between({ files, archive }: PendingChanges, base: Revision, head: Revision): Policy[] {
  const { sequence: from } = base;
  const to = head.sequence ?? Number.POSITIVE_INFINITY;
  if (from === undefined) return [];
  return archive.versions
    .filter(({ sequence }) => sequence > from && sequence < to)
    .map((version) => releaseOf(files, version).policy);
}

/** What loosens the workspace's rules since the newest version was released. */
export function weakenedSince({ files, archive }: PendingChanges, rules: Rules): JudgedChange[] {
  const last = archive.versions.at(-1);
  if (!last) return [];
  return weakenedGate(rulesIn(recordedSource(files, last.sequence).workspace), rules, 'policyc.yaml');
}

/** Changes between released versions carry the decisions that were recorded when they were released. */
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
