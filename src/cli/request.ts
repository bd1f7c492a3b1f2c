import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ArchiveFiles, filesOf, walkFiles } from '../archive/files.ts';
import { manifestFile } from '../archive/layout.ts';
import { messageOfProblem, whereIs } from '../archive/problem.ts';
import type { ArchiveState } from '../archive/read.ts';
import { verifyArchive } from '../archive/verify.ts';
import { type Diagnostic, diagnostic, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { CannotWork } from '../base/failure.ts';
import { startOfFile } from '../base/place.ts';
import { comparePolicies } from '../diff/compare.ts';
import { worstFirst } from '../diff/rank.ts';
import { compareWithNotes } from '../gate/compare.ts';
import type { Gated } from '../gate/cover.ts';
import { readNotes } from '../gate/note.ts';
import { weakenedGate } from '../gate/weakened.ts';
import { wholeArchive } from '../revision/archive.ts';
import { notesAndArchive } from '../revision/policy-files.ts';
import { type Revision, workingRevision } from '../revision/revision.ts';
import { type Target, type TargetPolicy, targetPolicy } from '../revision/target.ts';
import { type PolicyFolder, type Workspace, workspaceFile } from '../revision/workspace.ts';
import { trackedIn } from '../snapshot/git-files.ts';
import { addedSteps, type Reached, reachedAt } from './added-versions.ts';
import { apartFromTarget } from './backlog.ts';
import type { Compared } from './comparison.ts';

/** A policy of a request, compiled from the working tree. */
export interface Requested extends PolicyFolder {
  readonly head: Revision;
}

export function requested(policy: PolicyFolder, workspace: Workspace): Requested {
  requireSameRepository(policy.folder, workspace.root);
  const { policy: compiled } = workingRevision(policy.folder);
  return { ...policy, head: { label: 'request', title: 'this request', policy: compiled } };
}

/** A submodule's history is its own: no commit of the repository around it is a base for what lies in it. */
function requireSameRepository(folder: string, root: string): void {
  for (let path = folder; path !== root && path !== dirname(path); path = dirname(path)) {
    if (existsSync(join(path, '.git')))
      throw new CannotWork(
        'git-failed',
        `the policy in ${folder.slice(root.length + 1)} lies in another repository than ${workspaceFile}.`,
        `Judge the request where the policy is: cd ${path.slice(root.length + 1)}, and run this again.`,
      );
  }
}

/** A policy with the number of its newest version. */
export interface Dropped extends TargetPolicy {
  readonly last: number;
}

/** Policies that were released where a request parted from its target, and that the request has no more. */
export function droppedPolicies(target: Target, policies: readonly Requested[]): Dropped[] {
  const kept = new Set(policies.map(({ head }) => head.policy.id));
  return target.policies.flatMap((policy) => {
    const last = archiveAt(policy, target).versions.at(-1)?.sequence;
    return kept.has(policy.id) || last === undefined ? [] : [{ ...policy, last }];
  });
}

/**
 * Judges a request. Nothing in its own tree is trusted as the base: that is the newest version where it parted from
 * its target; the archive there must be a byte-identical beginning of the request's own; versions that the request
 * adds are made again from the source recorded in them. Changes that were there before it are its target's backlog.
 * Undefined when nothing was released on either side.
 */
export function compareRequest(
  policy: Requested,
  workspace: Workspace,
  target: Target,
  tool: string,
): Compared | undefined {
  const { head, folder } = policy;
  const origin = target.policies.find(({ id }) => id === head.policy.id) ?? target.elsewhere(head.policy.id);
  const before = origin?.files.archive ?? filesOf(new Map());
  const released = origin ? archiveAt(origin, target).versions : [];
  const request = notesAndArchive(folder);
  const untrusted = distrust(request.archive, before, folder, head.policy.id);
  const trusted = untrusted.length === 0 ? request.archive : before;
  const { versions } = wholeArchive(trusted);
  const [last] = released.slice(-1);
  const start = last && reachedAt(before, last);
  const steps = addedSteps(trusted, versions, released.length, start, tool);
  const reached: Reached | undefined = steps.at(-1) ?? start;
  const notes = readNotes(request.notes);
  const first = start ?? steps[0];
  if (!reached || !first) {
    if (untrusted.length === 0) return undefined;
    return comparedFrom('nothing released', `nothing released ${target.place}`, head, head, {
      changes: [],
      used: [],
      problems: untrusted,
    });
  }
  const spent = new Set(versions.flatMap(({ manifest }) => Object.values(manifest.notes)));
  const known = new Set(steps.flatMap(({ changes }) => changes.map(({ fingerprint }) => fingerprint)));
  const weakened = [reached.rules, target.rules]
    .flatMap((rules) => weakenedGate(rules, workspace.rules, workspaceFile))
    .filter(({ fingerprint }) => !known.has(fingerprint) && known.add(fingerprint));
  const pending = compareWithNotes(
    reached.release.policy,
    head.policy,
    { notes: notes.notes, head: reached.release.hash, spent },
    weakened,
  );
  const made: Gated = {
    changes: [...steps, pending].flatMap(({ changes }) => changes),
    used: [...steps, pending].flatMap(({ used }) => used),
    problems: [...untrusted, ...[...steps, pending].flatMap(({ problems }) => problems), ...notes.problems],
  };
  const gated = start && origin ? apartFromTarget(made, backlogOf(origin, target, start)) : made;
  const title = start
    ? `#${last?.sequence}, ${target.place.replace(/ \(.*/, '').replace('this request', 'it')}`
    : '#1, the first, which this request adds';
  const base = { label: `#${first.release.manifest.sequence}`, title, policy: first.release.policy };
  return comparedFrom(base.label, base.title, base, head, gated);
}

function comparedFrom(
  label: string,
  title: string,
  base: Pick<Revision, 'policy'>,
  head: Revision,
  gated: Gated,
): Compared {
  const changes = [...gated.changes].sort(worstFirst);
  const worst = changes[0]?.verdict ?? 'none';
  // What cannot be trusted is for a person to look at, however little it changes.
  const verdict = hasErrors(gated.problems) && worst !== 'material' ? 'review' : worst;
  return {
    base: { label, title },
    head,
    comparison: { ...comparePolicies(base.policy, head.policy), verdict },
    gated: { ...gated, changes, problems: sortDiagnostics(gated.problems) },
  };
}

/** The archive where a request parted from its target. One that is broken there is no base. */
function archiveAt({ id, files }: TargetPolicy, target: Target): ArchiveState {
  try {
    return wholeArchive(files.archive);
  } catch (error) {
    if (!(error instanceof CannotWork)) throw error;
    throw new CannotWork(
      error.code,
      `the archive of ${id} is broken ${target.place}: ${error.message}`,
      `Restore it on ${target.ref}, then bring this request up to date: git merge ${target.ref}`,
      error.explained,
    );
  }
}

/** What the target itself changes against its newest version, with its own notes. */
function backlogOf(origin: TargetPolicy, target: Target, start: Reached): Gated {
  const { versions } = archiveAt(origin, target);
  const notes = readNotes(origin.files.notes);
  const spent = new Set(versions.flatMap(({ manifest }) => Object.values(manifest.notes)));
  const backlog = compareWithNotes(
    start.release.policy,
    targetPolicy(origin, target),
    { notes: notes.notes, head: start.release.hash, spent },
    weakenedGate(start.rules, target.rules, workspaceFile),
  );
  return { ...backlog, problems: [...notes.problems, ...backlog.problems] };
}

/** Whatever is wrong with the request's archive, and whatever it does not share with the target's. */
function distrust(request: ArchiveFiles, before: ArchiveFiles, folder: string, id: string): Diagnostic[] {
  const { problems, versions } = verifyArchive(request, { prefix: before });
  const untrusted = problems.map((problem) => {
    const { reason, fix } = messageOfProblem(problem);
    return distrusted(whereIs(problem), reason, fix);
  });
  const foreign = versions.flatMap(({ sequence, manifest }) => {
    if (manifest.policy === id) return [];
    const where = whereIs({ version: sequence, file: manifestFile });
    const reason = `${where} belongs to the policy ${manifest.policy}, and this one is ${id}.`;
    return [distrusted(where, reason, 'An archive stays with its policy: give the policy its id back.')];
  });
  return [...untrusted, ...foreign, ...untracked(request, before, folder)];
}

function distrusted(where: string, detail: string, remedy: string): Diagnostic {
  return diagnostic('archive-not-trusted', { detail, remedy }, startOfFile(`archive/${where}`));
}

/** Released files that are on disk and no longer in git: whoever gets the request does not get them. */
function untracked(request: ArchiveFiles, before: ArchiveFiles, folder: string): Diagnostic[] {
  const released = walkFiles(before, '').filter(({ path }) => request.read(path) !== undefined);
  if (released.length === 0) return [];
  const tracked = new Set(trackedIn(folder, 'archive').map(({ path }) => path));
  const [first] = released.filter(({ path }) => !tracked.has(`archive/${path}`));
  if (!first) return [];
  const reason = `${first.path} is on disk and not in git, so whoever gets this request does not get it.`;
  return [distrusted(first.path, reason, 'Put it back: git add --force archive, in the policy folder.')];
}
