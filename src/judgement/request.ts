import { type ArchiveFiles, filesOf } from '../archive/files.ts';
import type { ArchivedVersion, ArchiveState } from '../archive/read.ts';
import { type Diagnostic, firstOf, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { CannotWork, cannot } from '../base/failure.ts';
import { entriesCutShort } from '../check/registers.ts';
import { comparePolicies } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { worstFirst } from '../diff/rank.ts';
import { compareWithNotes } from '../gate/compare.ts';
import type { Gated } from '../gate/cover.ts';
import { readNotes } from '../gate/note.ts';
import { noSettings, type Settings } from '../gate/settings.ts';
import { changesOfSettings, settingsFor } from '../gate/settings-changes.ts';
import type { Policy } from '../model/policy.ts';
import { releaseOf, wholeArchive } from '../revision/archive.ts';
import type { Revision } from '../revision/revision.ts';
import { type Target, type TargetPolicy, targetPolicy } from '../revision/target.ts';
import { workspaceFile } from '../revision/workspace.ts';
import { addedSteps, type Reached, reachedAt, type Step } from './added-versions.ts';
import { apartFromTarget } from './backlog.ts';
import { type Compared, nothingReleased } from './compared.ts';
import { distrust } from './distrust.ts';
import { dateOfRequest, type JudgedOn, misdated, shiftsInForce } from './in-force.ts';
import { roomTaken } from './next-request.ts';
import { spentIn, standingIn } from './pending.ts';
import { recordedNotices } from './recorded-notices.ts';
import type { Requested } from './requested.ts';

/** A policy of the target with the number of its newest version. */
export interface Dropped extends TargetPolicy {
  readonly last: number;
}

/** Released policies of the target that the request no longer has. */
export function droppedPolicies(target: Target, kept: readonly (TargetPolicy | undefined)[]): Dropped[] {
  const gone = target.policies.filter((policy) => !kept.includes(policy));
  return gone.flatMap((policy) => {
    const last = archiveAt(policy, target).versions.at(-1)?.sequence;
    return last === undefined ? [] : [{ ...policy, last }];
  });
}

/**
 * What a policy was where the request branched off: the policy with its id, wherever that lay. If that one had released
 * nothing there, an earlier state in the history may have; then a first version is not the first.
 */
export function originOf({ head, prefix, archive }: Requested, target: Target): TargetPolicy | undefined {
  const { id } = head.policy;
  const named = target.policies.filter((one) => one.id === id);
  const there = named.find(({ path }) => path === prefix) ?? named[0] ?? target.beyondWorkspace(id);
  if (isEmpty(archive) || (there && !isEmpty(there.files.archive))) return there;
  const once = target.once(id);
  return once && there
    ? { ...once, ...there, files: { ...there.files, archive: once.files.archive } }
    : (once ?? there);
}

function isEmpty(archive: ArchiveFiles): boolean {
  return archive.list('').length === 0;
}

/**
 * Judges a pull request. Nothing in its own tree is trusted as the base: that is the newest version where it branched off
 * its target. The archive there must be a byte-identical beginning of the request's own; versions that the request adds
 * are made again from the source recorded in them, and their dates must fit the day it is judged `on`, if one is given.
 * Changes that were there before are its target's backlog. Undefined when nothing was released on either side.
 */
export function compareRequest(
  request: Requested,
  origin: TargetPolicy | undefined,
  target: Target,
  tool: string,
  on?: JudgedOn,
): Compared | undefined {
  const { head } = request;
  const history = historyOf(request, origin, target, tool);
  const { start, steps, versions } = history;
  const notes = readNotes(request.notes);
  const first = start ?? steps[0];
  if (!first) {
    const inForce = { notes: notes.notes, head: 'none', spent: new Set<string>() };
    const title = `nothing released ${target.place}`;
    return nothingReleased(head, title, inForce, [...history.problems, ...notes.problems]);
  }
  const { release, settings } = steps.at(-1) ?? first;
  const ofTarget = settingsOfTarget(origin, target, first.settings);
  const utcOffset = offsetOf(head, origin, target);
  const day = on && { ...on, date: dateOfRequest(request.committed ?? 0, on.today, utcOffset) };
  const standing = standingIn(history.archive, versions, dayOfReaders(history, day));
  const pending = compareWithNotes(
    release.policy,
    head.policy,
    { notes: notes.notes, head: release.hash, spent: spentIn(versions) },
    loosened([settings, ofTarget], [request.settings, ...(start ? [] : [first.settings])], steps),
    standing,
  );
  const made: Gated = {
    changes: [...steps, pending].flatMap(({ changes }) => changes),
    used: [...steps, pending].flatMap(({ used }) => used),
    problems: [
      ...history.problems,
      ...(day ? problemsOfDates(request, target, history, release.policy, day) : []),
      ...recordedNotices(versions, history.before, history.archive),
      ...notes.problems,
      ...[...steps, pending].flatMap(({ problems }) => problems),
    ],
  };
  const { policy: base, manifest } = first.release;
  const label = `#${manifest.sequence}`;
  const title = `${label}, ${start ? whence(origin, target) : 'the first, which this pull request adds'}`;
  const backlog =
    start && origin && origin.until === undefined
      ? backlogOf(origin, target, start, dayOfReaders(history, day))
      : undefined;
  const gated = backlog
    ? apartFromTarget(made, backlog, comparePolicies(backlog.policy, head.policy).changes)
    : made;
  const compared = comparedWith({ label, title, policy: base, published: manifest.published }, head, gated);
  if (!day) return compared;
  const from = day.byClock ? day.today : day.date;
  return { ...compared, standing, inForce: shiftsInForce(history.released, versions, from) };
}

/** Where the target has neither the policy nor a workspace, no page was anywhere that the first version could lead away from. */
function settingsOfTarget(
  origin: TargetPolicy | undefined,
  { settings }: Target,
  { site }: Settings,
): Settings {
  if (origin) return settingsFor(settings, origin.files.policy);
  return settings === noSettings ? { ...settings, site } : settings;
}

/** Where the days of a request begin: where the target's newest version says so, and not where the request does. */
export function offsetOf(head: Revision, origin: TargetPolicy | undefined, target: Target): string {
  const last = origin && archiveAt(origin, target).versions.at(-1);
  return (origin && last ? releaseOf(origin.files.archive, last) : head).policy.utcOffset;
}

/** The day from which on it matters what readers have. A request of no day is of any, so not before the newest version came. */
function dayOfReaders({ released, versions }: History, day: JudgedOn | undefined): string | undefined {
  return day?.today ?? (released.at(-1) ?? versions[0])?.manifest.published;
}

function whence(origin: TargetPolicy | undefined, { ref }: Target): string {
  if (origin?.until === undefined) return `where it branched off ${ref}`;
  return `which ${ref} had until ${origin.until.slice(0, 12)}`;
}

/** The released versions where the request branched off, and those that it adds. */
interface History {
  /** The archive there, and that of the request; the former again if that cannot be trusted. */
  readonly before: ArchiveFiles;
  readonly archive: ArchiveFiles;
  readonly released: readonly ArchivedVersion[];
  readonly versions: readonly ArchivedVersion[];
  readonly start: Reached | undefined;
  readonly steps: readonly Step[];
  readonly problems: readonly Diagnostic[];
}

function historyOf(
  request: Requested,
  origin: TargetPolicy | undefined,
  target: Target,
  tool: string,
): History {
  const before = origin?.files.archive ?? filesOf(new Map());
  const released = origin ? archiveAt(origin, target).versions : [];
  const untrusted = distrust(request, before);
  const archive = untrusted.length === 0 ? request.archive : before;
  const { versions } = wholeArchive(archive);
  const problems = [...request.unlike, ...untrusted, ...roomTaken(request, origin, target)];
  const last = released.at(-1);
  const start = last && reachedAt(before, last);
  const steps = addedSteps(archive, versions, released.length, start, tool);
  return { before, archive, released, versions, start, steps, problems };
}

/** Problems with the day of a pull request: registers that end too early, versions published on another day. */
function problemsOfDates(
  { head, settings }: Requested,
  target: Target,
  { released, versions }: History,
  before: Policy,
  day: JudgedOn & { readonly date: string },
): Diagnostic[] {
  const tolerances = [target.settings, settings].map(({ archive }) => archive.tolerance);
  return [
    ...entriesCutShort(before, head.policy, { published: day.today, waived: settings.waived }),
    ...misdated(versions.slice(released.length), day.date, day, tolerances),
  ];
}

/**
 * Settings that the request loosened: in the working tree, or in a first version, which nothing else is compared with.
 * Each change counts once, and not if an added version made it.
 */
function loosened(
  before: readonly Settings[],
  now: readonly Settings[],
  steps: readonly Step[],
): JudgedChange[] {
  const made = new Set(steps.flatMap(({ changes }) => changes.map(({ fingerprint }) => fingerprint)));
  const found = before.flatMap((settings) =>
    now.flatMap((one) => changesOfSettings(settings, one, workspaceFile)),
  );
  const byFingerprint = new Map(found.map((change) => [change.fingerprint, change]));
  return [...byFingerprint.values()].filter(({ fingerprint }) => !made.has(fingerprint));
}

function comparedWith(base: Revision, head: Revision, gated: Gated): Compared {
  const changes = [...gated.changes].sort(worstFirst);
  const worst = changes.find(({ inherited }) => inherited === undefined)?.verdict ?? 'none';
  // What cannot be trusted needs a person, however little it changes.
  const verdict = hasErrors(gated.problems) && worst !== 'material' ? 'review' : worst;
  return {
    base,
    head,
    comparison: { ...comparePolicies(base.policy, head.policy), verdict },
    gated: { ...gated, changes, problems: firstOf(sortDiagnostics(gated.problems)) },
  };
}

/** The archive where the request branched off; a broken one cannot be the base. Throws `CannotWork`. */
export function archiveAt({ id, files }: TargetPolicy, target: Target): ArchiveState {
  try {
    return wholeArchive(files.archive);
  } catch (error) {
    if (!(error instanceof CannotWork)) throw error;
    const { place, ref } = target;
    throw cannot('target-archive-broken', { policy: id, place, ref, problem: error.failure });
  }
}

/** The unreleased changes of the target itself, which has its own notes on them, and the policy there. */
function backlogOf(
  origin: TargetPolicy,
  target: Target,
  start: Reached,
  day: string | undefined,
): Gated & { readonly policy: Policy } {
  const { versions } = archiveAt(origin, target);
  const notes = readNotes(origin.files.notes);
  const { policy } = targetPolicy(origin, target);
  const backlog = compareWithNotes(
    start.release.policy,
    policy,
    { notes: notes.notes, head: start.release.hash, spent: spentIn(versions) },
    changesOfSettings(start.settings, settingsFor(target.settings, origin.files.policy), workspaceFile),
    standingIn(origin.files.archive, versions, day),
  );
  return { ...backlog, problems: [...notes.problems, ...backlog.problems], policy };
}
