import { sameContent } from '../archive/content.ts';
import type { ArchiveFiles } from '../archive/files.ts';
import { messageOfProblem, whereIs } from '../archive/problem.ts';
import type { ArchivedVersion } from '../archive/read.ts';
import { verifyArchive } from '../archive/verify.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';
import { checkSnapshot } from '../check/check-snapshot.ts';
import { comparePolicies, declaredChanges } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { worstFirst } from '../diff/rank.ts';
import { compareWithNotes, declaredIn } from '../gate/compare.ts';
import { coverChanges, type GatedChange } from '../gate/cover.ts';
import { uncovered } from '../gate/decide.ts';
import { isNoteFile, readNotes } from '../gate/note.ts';
import { weakenedGate } from '../gate/weakened.ts';
import type { Policy } from '../model/policy.ts';
import { releaseOf, wholeArchive } from '../revision/archive.ts';
import { recordedSource } from '../revision/derive.ts';
import { workingRevision } from '../revision/revision.ts';
import { readTarget, requestArchive, type Target } from '../revision/target.ts';
import { rulesIn, type Workspace } from '../revision/workspace.ts';
import { readFolder } from '../snapshot/folder.ts';
import type { Compared } from './comparison.ts';

/** A policy as the chain of versions leaves it, and the head that notes on it are written against. */
interface Step {
  readonly policy: Policy;
  readonly hash: string;
  readonly changes: readonly GatedChange[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Judges a request. Nothing in its own tree is trusted as the base: that is the newest version where it parted from
 * its target; the archive there must be a byte-identical beginning of the request's own; versions that the request
 * adds are derived again from the source recorded in them. Changes that were there before it are its target's
 * backlog. Undefined when nothing was released at the target.
 */
export function compareRequest(folder: string, workspace: Workspace, ref: string): Compared | undefined {
  const head = workingRevision(folder);
  const target = readTarget(folder, workspace.root, head.policy.id, ref);
  const released = wholeArchive(target.archive).versions;
  const last = released.at(-1);
  if (!last) return undefined;
  const base = releaseOf(target.archive, last);
  const request = requestArchive(folder);
  const problems = distrust(request, target);
  const steps = problems.length > 0 ? [] : addedSteps(request, released.length, base.policy, last.hash);
  const reached = steps.at(-1) ?? { policy: base.policy, hash: last.hash };
  const weakened = weakenedGate(rulesIn(target.workspace), workspace.rules, 'policyc.yaml');
  const pending = pendingStep(folder, request, reached, head.policy, weakened);
  const backlog = backlogOf(base.policy, target);
  const changes = [...steps, pending]
    .flatMap((step) => step.changes)
    .map((change): GatedChange => (backlog.has(change.fingerprint) ? { ...change, backlog: true } : change))
    .sort(worstFirst);
  const net = comparePolicies(base.policy, head.policy);
  return {
    base: {
      label: `#${last.sequence}`,
      title: `#${last.sequence}, where it parted from ${ref}`,
      policy: base.policy,
    },
    head: { label: 'request', title: 'this request', policy: head.policy },
    comparison: { ...net, verdict: changes[0]?.verdict ?? 'none' },
    gated: {
      changes,
      problems: [...problems, ...[...steps, pending].flatMap((step) => step.problems)],
      used: [],
    },
  };
}

/** Whatever is wrong with the request's archive, and whatever it does not share with the target's. */
function distrust(request: ArchiveFiles, target: Target): Diagnostic[] {
  return verifyArchive(request, { prefix: target.archive }).problems.map((problem) => {
    const { reason, fix } = messageOfProblem(problem);
    return diagnostic(
      'archive-not-trusted',
      { detail: reason, remedy: fix },
      startOfFile(`archive/${whereIs(problem)}`),
    );
  });
}

/** The versions that the request adds, each made again from its recorded source and judged against the one before. */
function addedSteps(request: ArchiveFiles, known: number, policy: Policy, hash: string): Step[] {
  const steps: Step[] = [];
  let before = { policy, hash };
  for (const version of wholeArchive(request).versions.slice(known)) {
    const step = addedStep(request, version, before);
    steps.push(step);
    before = step;
  }
  return steps;
}

function addedStep(
  request: ArchiveFiles,
  version: ArchivedVersion,
  before: { policy: Policy; hash: string },
): Step {
  const frozen = releaseOf(request, version).policy;
  const source = recordedSource(request, version.sequence);
  const made = checkSnapshot(source.policy, rulesIn(source.workspace)).policy;
  const place = startOfFile(`archive/${String(version.sequence).padStart(4, '0')}/public/policy.json`);
  const problems: Diagnostic[] = [];
  if (!made || !sameContent(made, frozen))
    problems.push(diagnostic('archive-not-derived', { version: version.sequence }, place));
  const inForce = { notes: readNotes(source.policy).notes, head: before.hash, spent: new Set<string>() };
  const { changes } = compareWithNotes(before.policy, frozen, inForce);
  const open = uncovered(changes).length;
  if (open > 0)
    problems.push(diagnostic('archive-not-decided', { version: version.sequence, count: open }, place));
  return { policy: frozen, hash: version.hash, changes, problems };
}

/** What the working tree changes after the last version of the request. */
function pendingStep(
  folder: string,
  request: ArchiveFiles,
  before: { readonly policy: Policy; readonly hash: string },
  policy: Policy,
  weakened: readonly JudgedChange[],
): Step {
  const notes = readNotes(readFolder(folder, (path) => isNoteFile(path) || path === 'changes/'));
  const { versions } = wholeArchive(request);
  const spent = new Set(versions.flatMap(({ manifest }) => Object.values(manifest.notes)));
  const declared = declaredChanges(
    before.policy,
    policy,
    declaredIn({ notes: notes.notes, head: before.hash, spent }),
  );
  const changes = [...comparePolicies(before.policy, policy).changes, ...declared, ...weakened];
  const gated = coverChanges(changes, notes.notes, before.hash, spent);
  return {
    policy,
    hash: before.hash,
    changes: gated.changes,
    problems: [...notes.problems, ...gated.problems],
  };
}

/** Fingerprints of what the target's own working tree changes against its archive. */
function backlogOf(base: Policy, target: Target): ReadonlySet<string> {
  const { policy } = checkSnapshot(target.policy);
  return new Set(policy ? comparePolicies(base, policy).changes.map((change) => change.fingerprint) : []);
}
