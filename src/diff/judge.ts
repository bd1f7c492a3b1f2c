import { canonicalJson, type Json, sha256 } from '../base/canonical.ts';
import { knowledge } from '../knowledge/table.ts';
import { type Policy, rowsOf, type Scalar } from '../model/policy.ts';
import { isFactRelation } from '../model/relations.ts';
import type { Change } from './change.ts';
import { editorialText, firstTranslation, respelled } from './describe.ts';
import { facetsOf, type RowFacet } from './facets.ts';
import { type Evidence, type Floor, floorsOf } from './floors.ts';
import type { Names } from './names.ts';
import type { Signal } from './signal.ts';
import {
  isExactly,
  isWatched,
  joinWatchings,
  type Terms,
  termsOf,
  type Watching,
  watchingsOf,
} from './watched.ts';

/** Worst last. */
export const verdicts = ['editorial', 'review', 'material'] as const;
export type Verdict = (typeof verdicts)[number];

/** An entry of the policy's own list of material changes that a change falls under. */
export interface Entry {
  readonly clause: string;
  readonly id: string;
  /** The words readers were promised. */
  readonly words: string;
}

export interface Obligation {
  readonly owes: 'notice' | 'prominent-notice' | 'express-consent' | 'lead-time';
  readonly phase: 'before-release' | 'before-processing';
  /** The channels named for a prominent notice, or the lead time as an ISO 8601 period. */
  readonly detail?: string;
  /** The clause and promise, or the article, that it rests on. */
  readonly rests: string;
  /** For an article: how sure we are that it says so. */
  readonly evidence?: Evidence;
}

export interface JudgedChange extends Change {
  readonly verdict: Verdict;
  readonly entries: readonly Entry[];
  readonly obligations: readonly Obligation[];
  /** Why the verdict is what it is, in one sentence. */
  readonly reason: string;
  /** How soon to read a text that needs a review, and what it touches; of no other change. */
  readonly signal?: Signal;
  readonly signals?: readonly string[];
}

/** Everything a verdict depends on besides the change itself. */
export interface Law {
  readonly entries: readonly Watching[];
  readonly promises: readonly Watching[];
  readonly floors: readonly Floor[];
  readonly prominent: string | undefined;
  readonly leadTime: { readonly period: string; readonly clause: string } | undefined;
  readonly terms: Terms;
  readonly names: Names;
}

/** The lists of base and head joined, and the floors of the profiles in force in either. */
export function lawBetween(base: Policy, head: Policy, names: Names): Law {
  const listed = (relation: 'policy.profile' | 'change.channel'): ReadonlySet<string> =>
    new Set([base, head].flatMap(({ facts }) => rowsOf(facts, relation).map((row) => row.key[1] ?? '')));
  const profiles = listed('policy.profile');
  const channels = listed('change.channel');
  return {
    entries: joinWatchings(watchingsOf(base, 'change.entry'), watchingsOf(head, 'change.entry')),
    promises: joinWatchings(watchingsOf(base, 'change.promise'), watchingsOf(head, 'change.promise')),
    floors: floorsOf(head.edition).filter(({ profile }) => profile === undefined || profiles.has(profile)),
    prominent: channels.size === 0 ? undefined : [...channels].sort().join(', '),
    leadTime: leadTimeOf(base) ?? leadTimeOf(head),
    terms: termsOf(base, head),
    names,
  };
}

/**
 * The verdict of one change: material when the policy's own list or a floor watches it, review for any other change
 * of a fact or a text, editorial only for what cannot mean anything. It depends on no other change.
 */
export function judgeChange(change: Change, law: Law): JudgedChange {
  if (change.kind === respelled) {
    return {
      ...change,
      entries: [],
      verdict: 'editorial',
      obligations: [],
      reason: 'only how characters are drawn differs',
    };
  }
  const facets = facetsOf(change);
  const entries = law.entries.filter((entry) => isWatched(facets, entry.watches, law.terms));
  const hit = law.floors.filter((floor) => isExactly(facets, floor.watch, law.terms));
  const judged = { ...change, entries: entries.map((entry) => entryOf(entry, law)) };
  if (entries.length > 0 || hit.length > 0) {
    const reason =
      entries.length > 0
        ? `the policy’s own list calls it material (${entries.map((entry) => entry.id).join(', ')})`
        : (hit[0]?.rests ?? '');
    return { ...judged, verdict: 'material', obligations: obligationsOf(facets, law, hit), reason };
  }
  const [verdict, reason] = unwatched(change);
  return { ...judged, verdict, obligations: promised(facets, law), reason };
}

/**
 * A change that no row can show, such as a merger by share deal, declared by a person under an entry of the list. It
 * is material and owes what any material change owes. Undefined when the list has no such entry.
 */
export function declaredChange(entryId: string, law: Law): JudgedChange | undefined {
  const entry = law.entries.find((one) => one.id === entryId);
  if (!entry) return undefined;
  const { id, clause, words } = entryOf(entry, law);
  const sealed = { v: 1, kind: 'declared', clause, id } as unknown as Json;
  const change: Change = {
    kind: 'declared',
    table: 'facts',
    relation: 'change.entry',
    key: [clause, id],
    before: null,
    after: { value: 'declared' },
    direction: 'changes',
    words: `Declared, though no fact shows it: ${words}`,
    base: null,
    head: null,
    fingerprint: `v1:${sha256(canonicalJson(sealed)).slice(0, 32)}`,
  };
  const obligations = obligationsOf(facetsOf(change), law, []);
  return {
    ...change,
    verdict: 'material',
    entries: [{ id, clause, words }],
    obligations,
    reason: 'a person declared it',
  };
}

function unwatched(change: Change): readonly ['review' | 'editorial', string] {
  if (change.table === 'structure') return ['editorial', 'structure is never meaning'];
  if (change.table === 'prose') {
    if (change.kind === editorialText)
      return ['editorial', 'only spelling of characters, white space or list markers differs'];
    if (change.kind === firstTranslation) return ['editorial', 'the same text in one more language'];
    return ['review', 'a text reads differently: a person must say what it means'];
  }
  if (change.kind === 'locale-added') return ['editorial', 'the same policy in one more language'];
  const derived = isFactRelation(change.relation) && knowledge[change.relation].derived;
  if (derived && change.name === undefined) return ['editorial', 'it follows from other changes'];
  return ['review', 'no entry of the list watches this fact: a person must say what it means'];
}

function entryOf(entry: Watching, law: Law): Entry {
  return { clause: entry.clause, id: entry.id, words: law.names.entry(entry.clause, entry.id) ?? entry.id };
}

function obligationsOf(facets: readonly RowFacet[], law: Law, hit: readonly Floor[]): Obligation[] {
  const owed: Obligation[] = [...promised(facets, law)];
  for (const { owes, rests, evidence } of hit) owed.push({ owes, phase: phaseOf(owes), rests, evidence });
  if (law.prominent !== undefined && !owed.some((one) => one.owes === 'prominent-notice')) {
    const clause = law.entries[0]?.clause ?? '';
    owed.push({
      owes: 'prominent-notice',
      phase: 'before-release',
      detail: law.prominent,
      rests: `clause ${clause}`,
    });
  }
  if (law.leadTime) {
    const { period, clause } = law.leadTime;
    owed.push({ owes: 'lead-time', phase: 'before-release', detail: period, rests: `clause ${clause}` });
  }
  return owed;
}

function promised(facets: readonly RowFacet[], law: Law): Obligation[] {
  return law.promises
    .filter((promise) => isWatched(facets, promise.watches, law.terms))
    .map((promise): Obligation => {
      const owes = promise.values.owes as Obligation['owes'];
      const detail =
        owes === 'prominent-notice' && law.prominent !== undefined ? { detail: law.prominent } : {};
      return {
        owes,
        phase: phaseOf(owes),
        ...detail,
        rests: `clause ${promise.clause}, promise ${promise.id}`,
      };
    });
}

function phaseOf(owes: Obligation['owes']): Obligation['phase'] {
  return owes === 'express-consent' ? 'before-processing' : 'before-release';
}

function leadTimeOf(policy: Policy): Law['leadTime'] {
  const row = rowsOf(policy.facts, 'change').find((one) => one.values.leadTime !== undefined);
  const period: Scalar | undefined = row?.values.leadTime;
  return row && period !== undefined ? { period: String(period), clause: row.key[0] ?? '' } : undefined;
}
