import type { Apart } from '../base/apart-words.ts';
import { fingerprintOf, type Json } from '../base/canonical.ts';
import { groupBy } from '../base/group.ts';
import { keptWith } from '../base/on-demand.ts';
import { isGain } from '../knowledge/facet.ts';
import { knowledge } from '../knowledge/table.ts';
import { factOfText } from '../knowledge/texts.ts';
import { everybody } from '../model/audience.ts';
import { isFactRelation } from '../model/relations.ts';
import { respelledAudience } from './affects.ts';
import type { Change } from './change.ts';
import {
  facetsIfAnother,
  facetsOf,
  facetsOfText,
  otherwiseFacets,
  providerFacets,
  type RowFacet,
} from './facets.ts';
import type { Evidence } from './floors.ts';
import { floorsUnder } from './floors-under.ts';
import type { Law } from './law.ts';
import { editorialText } from './meaning-of.ts';
import { citedBy, type Obligation, obligationsOf, owedByMaterial } from './obligations.ts';
import { firstInLanguage } from './original.ts';
import { readingOrder } from './reading-order.ts';
import { respelled, restyled, samePeriod } from './respelled.ts';
import type { Signal } from './signal.ts';
import { summaryOrder } from './summary-order.ts';
import { factInWords } from './watch-names.ts';
import { respelledWatch } from './watch-pairs.ts';
import { ownSeersOf, type Watching, watchersOf } from './watched.ts';

/** Worst last. */
export const verdicts = ['editorial', 'review', 'material'] as const;
/**
 * The verdict on a change. `material`: the policy's own list or the law says so. `review`: a person must say what it
 * means. `editorial`: it cannot mean anything.
 */
export type Verdict = (typeof verdicts)[number];

/** An entry of the policy's own list of material changes that a change falls under. */
export interface Entry {
  readonly clause: string;
  readonly id: string;
  /** The words readers were promised. */
  readonly words: string;
  /** What the entry itself rests on, if it says so: an article, and how sure the authors are of it. */
  readonly rests?: string;
  readonly evidence?: Evidence;
}

/** The list of material changes in force between two policies, and what any change under one of its entries owes. */
export interface MaterialList {
  readonly entries: readonly Entry[];
  readonly owes: readonly Obligation[];
}

/** A change with its verdict, why it has that one, and what is owed to readers for it. */
export interface JudgedChange extends Change {
  readonly verdict: Verdict;
  /** The entries of the policy's list of material changes that it falls under. */
  readonly entries: readonly Entry[];
  readonly obligations: readonly Obligation[];
  readonly reason: string;
  /** What it is judged as, where only that makes it material: what it does to data that another clause speaks of. */
  readonly asIf?: readonly string[];
  /** For a text that states a fact in words (how to refuse, what protects the data): the fact, as a watch names it. */
  readonly speaksOf?: string;
  /** What would also be owed if a person finds that the text changes the fact. */
  readonly suggests?: readonly Obligation[];
  /** For a name that the policy declares to mean the same company: what would also be owed if it were another. */
  readonly ifAnother?: readonly Obligation[];
  /** The day on which it reaches readers, if that is not the day on which the version takes effect. */
  readonly takesEffect?: string;
  /** How soon to read a text to review, and what the change touches; undefined for other changes. */
  readonly signal?: Signal;
  readonly signals?: readonly string[];
  /** For texts in another language than the prevailing one: where they differ from it, as far as a machine can tell. */
  readonly apart?: readonly Apart[];
}

/** Kinds of change that say the same as before, and why. */
const saysTheSame: Readonly<Record<string, string>> = {
  [respelled]: 'only how characters are drawn differs',
  [samePeriod]: 'the period is as long as it was',
  [respelledAudience]: 'it is for the same readers as before',
  [respelledWatch]: 'the same changes are watched as before',
};

/**
 * Judges one change, whatever else changed. It is material when an entry of the policy's own list or a floor of the law
 * watches it; a change of a fact or text that nobody watches is to review; only what cannot mean anything is editorial,
 * such as white space or the order of clauses.
 */
export function judgeChange(change: Change, law: Law): JudgedChange {
  const meaningless = saysTheSame[change.kind];
  if (meaningless !== undefined)
    return { ...change, entries: [], verdict: 'editorial', obligations: [], reason: meaningless };
  if (change.table === 'facts' && change.affects.readers.length === 0) {
    const reason = 'nobody who had it has it: for those who read of it, it is gone, or new';
    return { ...change, entries: [], verdict: 'editorial', obligations: [], reason };
  }
  if (change.kind === restyled) {
    const reason = 'a name is written in another style: a person must say whether it is the same company';
    return { ...change, entries: [], verdict: 'review', obligations: [], reason };
  }
  const seen = facetsOf(change, law.rowsOf).filter(({ readers }) => readers.length > 0);
  const own = [...seen, ...providerFacets(seen, law.ground.isOfOthers)];
  const others = otherwiseFacets(seen, law.ground.otherwise);
  const facets = [...own, ...others];
  const entries = watchersOf(facets, law.entries, law.terms);
  const floors = floorsUnder(change, facets, law);
  const floor = floors.find((one) => one.floor.material)?.floor;
  const material = entries.length > 0 || floor !== undefined;
  const obligations = obligationsOf(facets, law, floors, material);
  const judged = {
    ...change,
    entries: entries.map((entry) => entryOf(entry, law)),
    obligations,
    ...ifAnother(change, law, obligations),
  };
  if (material) {
    const reason =
      entries.length > 0
        ? `the policy’s own list calls it material (${entries.map((entry) => entry.id).join(', ')})`
        : (floor?.rests ?? '');
    const asIf = others.length === 0 ? [] : asIfOnly(change, own, others, law);
    return { ...judged, verdict: 'material', reason, ...(asIf.length === 0 ? {} : { asIf }) };
  }
  const [verdict, reason] = unwatched(change);
  return { ...judged, verdict, reason, ...(verdict === 'review' ? suggestions(change, law) : {}) };
}

/** What a change is judged as, where an entry, or without one a law, does not see it in the change itself. */
function asIfOnly(
  change: Change,
  own: readonly RowFacet[],
  others: readonly RowFacet[],
  law: Law,
): readonly string[] {
  // Good news is nothing that it could be material for alone.
  const bad = own.filter((facet) => !isGain(facet));
  const entries = new Set(watchersOf(bad, law.entries, law.terms));
  const isListed = (facet: RowFacet): boolean =>
    [...ownSeersOf(facet, law.entries, law.terms)].some((entry) => !entries.has(entry));
  // Of thousands of data a change may do the same.
  const sorts = groupBy(others, factInWords);
  const listed = [...sorts].filter(([, facets]) => facets.some(isListed));
  const isByLaw = entries.size === 0 && listed.length === 0 && !isFloored(change, bad, law);
  const found = isByLaw ? [...sorts].filter(([, facets]) => isFloored(change, facets, law)) : listed;
  return found.map(([words]) => words);
}

function isFloored(change: Change, facets: readonly RowFacet[], law: Law): boolean {
  return floorsUnder(change, facets, law).some(({ floor }) => floor.material);
}

/** What would also be owed if a name declared to mean the same company meant another. */
function ifAnother(change: Change, law: Law, owed: readonly Obligation[]): Partial<JudgedChange> {
  const facets = facetsIfAnother(change, law.rowsOf);
  if (facets.length === 0) return {};
  const floors = floorsUnder(change, facets, law);
  const inShort = ({ owes, rests }: Obligation): string => `${owes} ${rests.split(':')[0]}`;
  const told = new Set(owed.map(inShort));
  const more = obligationsOf(facets, law, floors, false).filter(
    (one) => one.owes !== 'notice-record' && !told.has(inShort(one)),
  );
  return more.length === 0 ? {} : { ifAnother: more };
}

/** What a text that states a fact falls under, if a person finds that it changes the fact. */
function suggestions(change: Change, law: Law): Partial<JudgedChange> {
  if (firstInLanguage.has(change.kind)) return {};
  const [owner = '', ...path] = change.key;
  const entity = change.table === 'prose' ? law.entityOf(owner) : undefined;
  const text = entity && factOfText(entity, owner, path.slice(0, -1));
  if (!text) return {};
  const facets = facetsOfText(text, change.affects.readers);
  const entries = watchersOf(facets, law.entries, law.terms).map((entry) => entryOf(entry, law));
  const floors = floorsUnder(change, facets, law);
  const suggests = obligationsOf(facets, law, floors, false);
  return { speaksOf: text.name, entries, ...(suggests.length === 0 ? {} : { suggests }) };
}

/** The list of material changes that governs between two policies, with what any change under it owes. */
export function materialList(law: Law): MaterialList {
  return { entries: law.entries.map((entry) => entryOf(entry, law)), owes: owedByMaterial(law) };
}

/**
 * A change that no row can show, such as a merger by share deal, declared by a person under an entry of the list. It
 * is material and owes what any material change owes. Undefined when the list has no such entry.
 */
export function declaredChange(entryId: string, law: Law): JudgedChange | undefined {
  const entry = law.entries.find((one) => one.id === entryId);
  if (!entry) return undefined;
  const listed = entryOf(entry, law);
  const { id, clause, words } = listed;
  const sealed = { v: 1, kind: 'declared', clause, id } as unknown as Json;
  const change: Change = {
    kind: 'declared',
    table: 'facts',
    relation: 'change.entry',
    key: [clause, id],
    before: null,
    after: { value: 'declared' },
    direction: 'changes',
    affects: { words: 'everybody', readers: everybody },
    words: `Declared, though no fact shows it: ${words}`,
    base: null,
    head: null,
    fingerprint: fingerprintOf(sealed),
  };
  return {
    ...change,
    verdict: 'material',
    entries: [listed],
    obligations: obligationsOf(facetsOf(change), law, [], true),
    reason: 'a person declared it',
  };
}

function unwatched(change: Change): readonly ['review' | 'editorial', string] {
  if (firstInLanguage.has(change.kind))
    return ['review', 'whether it says what the original says, only somebody who reads both can say'];
  if (change.kind === readingOrder)
    return ['review', 'what stands above or before a text says something of it, and that is another now'];
  if (change.kind === summaryOrder)
    return ['review', 'what readers meet first in the summary is another thing'];
  if (change.table === 'structure')
    return change.name === 'emphasis'
      ? ['review', 'readers are promised that what limits their rights stands out']
      : ['editorial', 'structure is never meaning'];
  if (change.table === 'prose') {
    if (change.kind === editorialText)
      return ['editorial', 'only spelling of characters, white space or list markers differs'];
    return ['review', 'a text reads differently: a person must say what it means'];
  }
  const derived = isFactRelation(change.relation) && knowledge[change.relation].derived;
  if (derived && change.name === undefined) return ['editorial', 'it follows from other changes'];
  return ['review', 'no entry of the list watches this fact: a person must say what it means'];
}

function entryOf(watching: Watching, law: Law): Entry {
  return entriesIn(law)(watching);
}

/** Kept, since a list may apply to each of thousands of changes. */
const entriesIn = keptWith(({ names }: Law) =>
  keptWith(
    ({ clause, id, values }: Watching): Entry => ({
      clause,
      id,
      words: names.entry(clause, id) ?? id,
      ...citedBy(values),
    }),
  ),
);
