import { join } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import type { ArchiveState } from '../archive/read.ts';
import { sortDiagnostics } from '../base/diagnostic.ts';
import { type Comparison, comparePolicies, declaredChanges } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { worstFirst } from '../diff/rank.ts';
import { declaredIn } from '../gate/compare.ts';
import { coverChanges, type Gated } from '../gate/cover.ts';
import { isNoteFile, type Notes, readNotes } from '../gate/note.ts';
import { type Rules, weakenedGate } from '../gate/weakened.ts';
import type { Policy } from '../model/policy.ts';
import { releaseOf, wholeArchive } from '../revision/archive.ts';
import { recordedSource } from '../revision/derive.ts';
import { type Revision, resolveRevision, workingRevision } from '../revision/revision.ts';
import { rulesIn } from '../revision/workspace.ts';
import { readFolder } from '../snapshot/folder.ts';

/** What a policy's working tree changes against its archive, with the notes that say what to make of it. */
export interface PendingChanges {
  readonly archive: ArchiveState;
  /** The hash of the newest manifest, or `none`. */
  readonly head: string;
  readonly notes: Notes;
  /** Digests of notes that a release used up. */
  readonly spent: ReadonlySet<string>;
}

export function pendingIn(folder: string): PendingChanges {
  const archive = wholeArchive(folderFiles(join(folder, 'archive')));
  const last = archive.versions.at(-1);
  const notes = readNotes(readFolder(folder, (path) => isNoteFile(path) || path === 'changes/'));
  return {
    archive,
    head: last?.hash ?? 'none',
    notes,
    spent: new Set(archive.versions.flatMap(({ manifest }) => Object.values(manifest.notes))),
  };
}

export interface Compared {
  readonly base: Revision;
  readonly head: Revision;
  readonly comparison: Comparison;
  readonly gated: Gated;
  /** The notes are those recorded at releases: none can be written for these changes. */
  readonly recorded?: boolean;
}

/** Compares two revisions; undefined when the base is the archive and nothing was released yet. */
export function compareRevisions(
  folder: string,
  start: string,
  baseText: string,
  headText: string | undefined,
  rules: Rules,
): Compared | undefined {
  const pending = pendingIn(folder);
  const fromArchive = baseText === 'archive:latest';
  if (fromArchive && pending.archive.versions.length === 0) return undefined;
  const base = resolveRevision(baseText, folder, start);
  const head = headText === undefined ? workingRevision(folder) : resolveRevision(headText, folder, start);
  const compared = comparePolicies(base.policy, head.policy, between(folder, pending.archive, base, head));
  if (!fromArchive || headText?.startsWith('archive:')) {
    const gated = { changes: decidedAtRelease(folder, compared, pending), problems: [], used: [] };
    return { base, head, comparison: compared, gated, recorded: true };
  }
  const inForce = { notes: pending.notes.notes, head: pending.head, spent: pending.spent };
  const declared = declaredChanges(base.policy, head.policy, declaredIn(inForce));
  const weakened = headText === undefined ? weakenedSince(pending.archive, folder, rules) : [];
  const changes = [...compared.changes, ...declared, ...weakened].sort(worstFirst);
  const comparison: Comparison = { ...compared, changes, verdict: changes[0]?.verdict ?? 'none' };
  const gated = coverChanges(changes, inForce.notes, inForce.head, inForce.spent);
  return {
    base,
    head,
    comparison,
    gated: { ...gated, problems: sortDiagnostics([...pending.notes.problems, ...gated.problems]) },
  };
}

/** The versions released after the base and before the head; none when the base is no released version. */
function between(folder: string, archive: ArchiveState, base: Revision, head: Revision): Policy[] {
  const { sequence: from } = base;
  const to = head.sequence ?? Number.POSITIVE_INFINITY;
  if (from === undefined) return [];
  const files = folderFiles(join(folder, 'archive'));
  return archive.versions
    .filter(({ sequence }) => sequence > from && sequence < to)
    .map((version) => releaseOf(files, version).policy);
}

/** What the workspace's rules were when the newest version was released, against what they are. */
function weakenedSince(archive: ArchiveState, folder: string, rules: Rules): JudgedChange[] {
  const last = archive.versions.at(-1);
  if (!last) return [];
  const source = recordedSource(folderFiles(join(folder, 'archive')), last.sequence);
  return weakenedGate(rulesIn(source.workspace), rules, 'policyc.yaml');
}

/** Changes between released versions carry the decisions that were recorded when they were released. */
function decidedAtRelease(
  folder: string,
  comparison: Comparison,
  { archive }: PendingChanges,
): Gated['changes'] {
  const files = folderFiles(join(folder, 'archive'));
  const decided = new Map<string, NonNullable<Gated['changes'][number]['note']>>();
  for (const { sequence } of archive.versions) {
    const bytes = files.read(`${String(sequence).padStart(4, '0')}/internal/decisions.json`);
    if (!bytes) continue;
    const { changes } = JSON.parse(new TextDecoder().decode(bytes)) as { changes: Gated['changes'] };
    for (const { fingerprint, note } of changes) if (note) decided.set(fingerprint, note);
  }
  return comparison.changes.map((change) => {
    const note = decided.get(change.fingerprint);
    return { ...change, decided: change.verdict, ...(note ? { note } : {}) };
  });
}
