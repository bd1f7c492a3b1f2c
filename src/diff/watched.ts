import { append } from '../base/group.ts';
import { onDemand } from '../base/on-demand.ts';
import { asksFor, entityOf } from '../knowledge/facet.ts';
import { type Audience, isEverybody, mayMeet } from '../model/audience.ts';
import { ancestry } from '../model/edition.ts';
import { formsOf } from '../model/kinds/recipient.ts';
import type { Policy, Row, Term } from '../model/policy.ts';
import { type FactRelation, partsOfKey } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { type Watch, watchFromKey } from '../model/watch.ts';
import type { RowFacet } from './facets.ts';
import { type Readers, readersOf } from './readers.ts';

/** A watch, with the readers of its clause if those are not everybody. */
export interface WatchFor extends Watch {
  readonly readers?: Audience;
}

/** Whether any of the watches sees a facet. A watch covers everything below what it names. */
export function isWatched(facets: readonly RowFacet[], watches: readonly WatchFor[], terms: Terms): boolean {
  return watches.some((watch) => facets.some((facet) => sees(watch, facet, terms)));
}

/**
 * The entries or promises that see a change. The representative of a company, the supervisory authority and the
 * responsible department are ways to reach it: entries about contact see them, and entries about parties if no other
 * does.
 */
export function watchersOf(
  facets: readonly RowFacet[],
  watchings: readonly Watching[],
  terms: Terms,
): Watching[] {
  const asContact = facets.map((facet) => (isContact(facet, terms) ? contactFacet(facet) : facet));
  const plain = facets.filter((facet) => {
    const contact = isContact(facet, terms);
    return contact && !watchings.some(({ watches }) => isWatched([contactFacet(facet)], watches, terms));
  });
  return watchings.filter(
    ({ watches }) => isWatched(asContact, watches, terms) || isWatched(plain, watches, terms),
  );
}

const reaching: ReadonlySet<string> = new Set(['representative', 'protection-officer', 'dispute-body']);

function isContact({ name, row }: RowFacet, terms: Terms): boolean {
  if (row.relation !== 'party') return false;
  if (name === 'party.officer' || name === 'party.department') return true;
  const roles = terms.valuesOf('party', row.key[0] ?? '').map(({ role }) => String(role));
  return roles.length > 0 && roles.every((role) => reaching.has(role));
}

function contactFacet(facet: RowFacet): RowFacet {
  return { ...facet, name: facet.name.replace(/^party/, 'contact.party') };
}

/** The parts of both policies that filters of watches ask about; what either says counts. */
export interface Terms {
  readonly data: { readonly get: (id: string) => Term | undefined };
  readonly ancestorsOf: (data: string) => readonly string[];
  readonly formsOf: (recipient: string) => readonly string[];
  readonly dataOf: (entity: string) => readonly string[];
  readonly valuesOf: (entity: FactRelation, id: string) => readonly Row['values'][];
}

export function termsOf(base: Policy, head: Policy): Terms {
  const both = [base, head];
  const listed = onDemand(() => dataListedIn(both));
  return {
    data: { get: (id) => head.vocabulary.data[id] ?? base.vocabulary.data[id] },
    ancestorsOf: (id) =>
      both.flatMap(({ vocabulary }) => ancestry({ get: (term) => vocabulary.data[term] }, id)),
    formsOf: (recipient) =>
      both.flatMap((policy) => {
        const row = rowsIn(policy).one('recipient', recipient);
        return row ? formsOf(row.values) : [];
      }),
    dataOf: (entity) => listed().get(entity) ?? [],
    valuesOf: (entity, id) =>
      both.flatMap((policy) => {
        const row = rowsIn(policy).one(entity, id);
        return row ? [row.values] : [];
      }),
  };
}

function dataListedIn(policies: readonly Policy[]): ReadonlyMap<string, readonly string[]> {
  const listed = new Map<string, string[]>();
  for (const { relation, key } of policies.flatMap(({ facts }) => facts)) {
    if (!relation.endsWith('.data')) continue;
    const [entity = '', data = ''] = [key[0], key.at(-1)];
    append(listed, entity, data);
  }
  return listed;
}

/** Whether a watch sees a facet, or anything above it. */
export function sees(watch: WatchFor, facet: RowFacet, terms: Terms): boolean {
  if (!asksFor(watch, facet)) return false;
  if (watch.readers && !mayMeet(watch.readers, facet.readers)) return false;
  const [owner = ''] = facet.row.key;
  if (watch.form !== undefined) {
    if (entityOf(facet.row.relation) !== 'recipient' || !terms.formsOf(owner).includes(watch.form))
      return false;
  }
  const { data } = watch;
  return data === undefined || dataIn(facet, terms).some((id) => overlaps(id, data, terms));
}

/** The category of a row; for a row without one, those of its entity. */
function dataIn({ row }: RowFacet, terms: Terms): readonly string[] {
  const parts = partsOfKey(row.relation);
  const named = row.key.filter((_, index) => parts[index] === 'data');
  return named.length > 0 ? named : terms.dataOf(row.key[0] ?? '');
}

/** A category includes all below it: adding biometric data adds face images. */
function overlaps(one: string, other: string, { ancestorsOf }: Terms): boolean {
  return ancestorsOf(one).includes(other) || ancestorsOf(other).includes(one);
}

/** An entry of the list, or a promise, with all that it watches. */
export interface Watching {
  readonly clause: string;
  readonly id: string;
  readonly watches: readonly WatchFor[];
  readonly values: Row['values'];
}

/** The entries of the list of material changes, or the promises, that a policy makes. */
export function watchingsOf(
  policy: Policy,
  relation: 'change.entry' | 'change.promise',
  { of }: Pick<Readers, 'of'> = readersOf(policy),
): Watching[] {
  const { all, below } = rowsIn(policy);
  return all(relation).map(({ key: [clause = '', id = ''], values }) => ({
    clause,
    id,
    values,
    watches: below(`${relation}.watch`, clause, id).map((row) => ({
      ...watchFromKey(row.key[2] ?? ''),
      ...limitOf(of(clause)),
    })),
  }));
}

function limitOf(readers: Audience): Pick<WatchFor, 'readers'> {
  return isEverybody(readers) ? {} : { readers };
}

/**
 * The base's list joined with the head's: entries meet by id, their watches are united, and what the base promised
 * stays promised.
 */
export function joinWatchings(base: readonly Watching[], head: readonly Watching[]): Watching[] {
  const joined = new Map<string, Watching>();
  for (const one of [...base, ...head]) {
    const before = joined.get(one.id);
    joined.set(one.id, before ? { ...before, watches: [...before.watches, ...one.watches] } : one);
  }
  return [...joined.values()];
}
