import { fingerprintOf, type Json } from '../base/canonical.ts';
import { addDays } from '../base/date.ts';
import { mostDays } from '../base/duration.ts';
import { changeOfNoRow } from '../diff/change-of-no-row.ts';
import { comparePolicies } from '../diff/compare.ts';
import type { JudgedChange, Verdict } from '../diff/judge.ts';
import type { Obligation } from '../diff/obligations.ts';
import type { Policy } from '../model/policy.ts';
import { inForceOn } from './as-of.ts';
import { withdrawalsIn } from './chain.ts';
import type { VersionToCome } from './input.ts';
import type { ArchivedVersion } from './read.ts';
import type { Manifest } from './release.ts';
import { type Shift, shiftsBetween } from './timeline.ts';

/** A version about to be added, and the versions it may affect. */
export interface ActsInput extends VersionToCome {
  readonly versions: readonly ArchivedVersion[];
  /** Their policies; without it, every withdrawal is material. */
  readonly policyOf?: (sequence: number) => Policy;
  /** How long after publication a version may take effect without a decision: an ISO 8601 period. */
  readonly horizon?: string;
}

/**
 * The acts of a version: it withdraws others, corrects one, takes effect beyond the horizon, or is adopted. Each is a
 * change of its own, whatever the version says, since it decides what readers have.
 */
export function actsOf(input: ActsInput): JudgedChange[] {
  const { versions, corrects, withdraws = [], published, effective, adopted, horizon = 'P5Y' } = input;
  const gone = withdrawalsIn(versions.map(({ manifest }) => manifest));
  const named = (sequence: number) => versions.find((version) => version.sequence === sequence);
  const shifts = irregularShifts(input);
  return [
    ...[...new Set(withdraws)]
      .sort((a, b) => a - b)
      .flatMap((sequence): JudgedChange[] => {
        const version = named(sequence);
        return version && !gone.has(sequence) ? [withdrawal(version, shifts, input)] : [];
      }),
    ...(corrects === undefined ? [] : correction(named(corrects))),
    ...(effective > horizonFrom(published, horizon)
      ? [
          act('version-far-off', `effective ${effective}`, {
            words: `The version takes effect on ${effective}, which is beyond the horizon (${horizon} after it is published): until then no later version can.`,
            reason: 'a date so far ahead keeps every later version waiting',
          }),
        ]
      : []),
    ...(adopted
      ? [
          act('version-adopted', `adopts ${effective}`, {
            words: `The version is taken over from elsewhere: it says that readers had it from ${effective} on, and nothing here shows that.`,
            reason: 'its dates rest on somebody’s word',
          }),
        ]
      : []),
  ];
}

/** The last date on which a version published on a date may take effect without a decision. */
function horizonFrom(published: string, horizon: string): string {
  return addDays(published, mostDays(horizon) ?? 0);
}

/**
 * Whether readers get another text on the day of a shift than they had the day before; a version that never took effect
 * may be dropped unseen.
 */
function isNoticed({ from, before, after }: Shift, input: ActsInput): boolean {
  const had = from > input.published ? inForceOn(withNext(input), addDays(from, -1)) : before;
  return had?.sequence !== after?.sequence;
}

function withNext({ versions, published, effective, withdraws }: ActsInput): readonly Manifest[] {
  const manifests = versions.map(({ manifest }) => manifest);
  const last = manifests.at(-1);
  if (!last) return [];
  return [
    ...manifests,
    { ...last, sequence: last.sequence + 1, published, effective, withdraws: withdraws ?? [] },
  ];
}

/** Shifts of what is in force, except that the new version follows the last one: its comparison with that one has judged it. */
function irregularShifts(input: ActsInput): Shift[] {
  const manifests = input.versions.map(({ manifest }) => manifest);
  const last = manifests.at(-1);
  const all = withNext(input);
  return shiftsBetween(manifests, all, input.published).filter(
    ({ before, after }) => last && (before !== last || after !== all.at(-1)),
  );
}

function withdrawal(version: ArchivedVersion, shifts: readonly Shift[], input: ActsInput): JudgedChange {
  const { sequence, hash } = version;
  const instead = shifts.map((shift) => ({ shift, changes: changesOf(shift, input) }));
  const found = instead.flatMap(({ changes }) => changes ?? []);
  const none = instead.some(({ changes }) => changes === undefined);
  const first = shifts.find((shift) => isNoticed(shift, input));
  const worst: Verdict = none || found.some(({ verdict }) => verdict === 'material') ? 'material' : 'review';
  const told = instead.map(({ shift: { from, until, before, after }, changes }) => {
    const span = `from ${from}${until === undefined ? '' : ` until ${until}`}`;
    const material = changes?.filter(({ verdict }) => verdict === 'material').length;
    const differs = changes === undefined ? '' : ` (${changes.length} changes, ${material} of them material)`;
    return `${span} readers have ${called(after)} in place of ${called(before)}${differs}`;
  });
  return act('version-withdrawn', `withdraws #${sequence}`, {
    words: `Version #${sequence} is taken back: ${told.length === 0 ? 'what readers have stays the same' : told.join('; ')}.`,
    reason: 'a version that is taken back counts as never having been in force',
    verdict: worst,
    seal: { hash, instead: instead.map(({ shift }) => [called(shift.before), called(shift.after)]) },
    obligations: noticesOf(found, first !== undefined),
    ...(first ? { takesEffect: first.from } : {}),
  });
}

function called(version: Manifest | undefined): string {
  return version ? `#${version.sequence}` : 'no version';
}

/** What a shift changes for readers; undefined when nothing is in force after it. */
function changesOf({ before, after }: Shift, input: ActsInput): readonly JudgedChange[] | undefined {
  const { policyOf: saidBy, versions, policy } = input;
  if (!after || !saidBy) return undefined;
  if (!before) return [];
  const policyOf = ({ sequence }: Manifest): Policy =>
    versions.some((version) => version.sequence === sequence) ? saidBy(sequence) : policy;
  return comparePolicies(policyOf(before), policyOf(after)).changes;
}

/** What such changes owe to everybody alike: a notice, and in time if readers get another text. */
function noticesOf(changes: readonly JudgedChange[], inTime: boolean): Obligation[] {
  const owed = changes.flatMap(({ obligations }) =>
    obligations.filter(({ owes }) => owes.includes('notice') || (inTime && owes === 'lead-time')),
  );
  return [...new Map(owed.map((one) => [JSON.stringify(one), one])).values()];
}

function correction(version: ArchivedVersion | undefined): JudgedChange[] {
  if (!version) return [];
  const { sequence, hash } = version;
  return [
    act('version-corrected', `corrects #${sequence}`, {
      words: `Version #${sequence} is said to hold a mistake that this version mends.`,
      reason: 'readers are told that an earlier version was wrong',
      seal: { hash },
    }),
  ];
}

interface Act
  extends Pick<JudgedChange, 'words' | 'reason'>,
    Partial<Pick<JudgedChange, 'verdict' | 'obligations' | 'takesEffect'>> {
  /** What else the fingerprint stands for. */
  readonly seal?: Json;
}

function act(kind: string, name: string, { seal = null, words, reason, ...more }: Act): JudgedChange {
  const fingerprint = fingerprintOf({ v: 1, kind, act: name, seal });
  const done = { kind, file: 'archive', name, value: 'act', before: 'none', after: name };
  return { ...changeOfNoRow({ ...done, words, reason, fingerprint }), ...more };
}
