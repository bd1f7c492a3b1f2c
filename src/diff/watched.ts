import { append } from '../base/group.ts';
import { eachOnDemand, keptWith, onDemand } from '../base/on-demand.ts';
import { asksFor, entityOf } from '../knowledge/facet.ts';
import { type Audience, isEverybody, mayMeet } from '../model/audience.ts';
import { ancestry } from '../model/edition.ts';
import { formsOf } from '../model/kinds/recipient.ts';
import type { Policy, Row, Term } from '../model/policy.ts';
import { type FactRelation, partsOfKey, registerOf } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { type Watch, watchesOfList, watchFromKey } from '../model/watch.ts';
import type { RowFacet } from './facets.ts';
import { type Readers, readersOf } from './readers.ts';

/** A watch, with the readers of its clause if those are not everybody. */
export interface WatchFor extends Watch {
  readonly readers?: Audience;
}

/**
 * The entries or promises of which a watch sees a facet. A watch covers everything below what it names. Facets of many rows
 * differ in nothing that a watch asks for, so each sort of facet is asked for once.
 */
export function seersOf(
  facet: RowFacet,
  watchings: readonly Watching[],
  terms: Terms,
): ReadonlySet<Watching> {
  const { asking, seeing, sets } = keptOf(watchings);
  const { name, on, direction, aside, row, readers } = facet;
  const sort = `${name} ${on} ${direction} ${aside}`;
  const seen = seeing(readers);
  const key = `${sort}\f${terms.signOf(row)}`;
  const known = seen.get(key);
  if (known) return known;
  const askers =
    asking.get(sort) ??
    watchings.flatMap((watching): Asker[] => {
      const watches = watching.watches.filter((watch) => asksFor(watch, facet));
      return watches.length === 0 ? [] : [{ watching, watches }];
    });
  asking.set(sort, askers);
  const roles = entityOf(name) === 'recipient' ? terms.rolesOf(row) : [];
  const forms = roles.flatMap((role) => formsOfRole[role] ?? []);
  const found = askers.filter(({ watches }) => watches.some((watch) => fits(watch, facet, terms, forms)));
  const seers = found.map(({ watching }) => watching);
  const same = seers.map((one) => watchings.indexOf(one)).join();
  const set = sets.get(same) ?? new Set(seers);
  sets.set(same, set);
  seen.set(key, set);
  return set;
}

/** How data gets to whoever has a role: an entry may decide by itself though its list says otherwise. */
const formsOfRole: Readonly<Record<string, readonly string[]>> = {
  controller: ['share'],
  'joint-controller': ['share'],
  processor: ['entrust'],
};

/** An entry or a promise with those of its watches that ask for a sort of facet. */
interface Asker {
  readonly watching: Watching;
  readonly watches: readonly WatchFor[];
}

const keptOf = keptWith((_: readonly Watching[]) => ({
  asking: new Map<string, readonly Asker[]>(),
  seeing: keptWith((_: Audience) => new Map<string, ReadonlySet<Watching>>()),
  /** Those that see the same are one set, by which it is known what else they have in common. */
  sets: new Map<string, ReadonlySet<Watching>>(),
}));

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
  const found = new Set<Watching>();
  for (const facet of facets) for (const one of ownSeersOf(facet, watchings, terms)) found.add(one);
  return watchings.filter((one) => found.has(one));
}

/** Those that see a facet, or the contact that it is. */
export function ownSeersOf(
  facet: RowFacet,
  watchings: readonly Watching[],
  terms: Terms,
): ReadonlySet<Watching> {
  if (!isContact(facet, terms)) return seersOf(facet, watchings, terms);
  const seers = seersOf(contactFacet(facet), watchings, terms);
  return seers.size === 0 ? seersOf(facet, watchings, terms) : seers;
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
  readonly ancestorsOf: (data: string) => ReadonlySet<string>;
  readonly formsOf: (recipient: string) => readonly string[];
  /** What an entry of a register is said to be, on either side. */
  readonly rolesOf: (row: RowFacet['row']) => readonly string[];
  /** The same for rows of which a watch cannot tell one from the other. */
  readonly signOf: (row: RowFacet['row']) => string;
  readonly dataOf: (entity: string) => readonly string[];
  readonly valuesOf: (entity: FactRelation, id: string) => readonly Row['values'][];
}

export function termsOf(base: Policy, head: Policy): Terms {
  const both = [base, head];
  const listed = onDemand(() => dataListedIn(both));
  const rolesOf: Terms['rolesOf'] = ({ relation, key: [owner = '', entry = ''] }) => {
    const list = registerOf(relation);
    if (!list) return [];
    return both.flatMap((policy) => {
      const role = rowsIn(policy).one(list, owner, entry)?.values.role;
      return role === undefined ? [] : [String(role)];
    });
  };
  return {
    data: { get: (id) => head.vocabulary.data[id] ?? base.vocabulary.data[id] },
    ancestorsOf: eachOnDemand(
      (id: string) =>
        new Set(both.flatMap(({ vocabulary }) => ancestry({ get: (term) => vocabulary.data[term] }, id))),
    ),
    formsOf: (recipient) =>
      both.flatMap((policy) => {
        const row = rowsIn(policy).one('recipient', recipient);
        return row ? formsOf(row.values) : [];
      }),
    rolesOf,
    signOf: keptWith((row) => JSON.stringify([row.relation, row.key[0], rolesOf(row), ...namedIn(row)])),
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
  // A shared consent is about the data of all that it covers.
  const covered = policies
    .flatMap((policy) => rowsIn(policy).all('consent.covers'))
    .flatMap(({ key: [unit = '', clause = ''] }) =>
      unit === clause ? [] : (listed.get(clause) ?? []).map((data) => ({ unit, data })),
    );
  for (const { unit, data } of covered) append(listed, unit, data);
  return listed;
}

/** Whether a watch sees a facet, or anything above it. */
export function sees(watch: WatchFor, facet: RowFacet, terms: Terms): boolean {
  return asksFor(watch, facet) && fits(watch, facet, terms);
}

/** Whether a facet is of the readers, the form and the data that a watch asks for; `forms` are those of an entry. */
function fits(watch: WatchFor, facet: RowFacet, terms: Terms, forms: readonly string[] = []): boolean {
  if (watch.readers && !mayMeet(watch.readers, facet.readers)) return false;
  const [owner = ''] = facet.row.key;
  if (watch.form !== undefined && !forms.includes(watch.form)) {
    if (entityOf(facet.row.relation) !== 'recipient' || !terms.formsOf(owner).includes(watch.form))
      return false;
  }
  const { data } = watch;
  return data === undefined || dataIn(facet, terms).some((id) => overlaps(id, data, terms));
}

/** The category of a row; for a row without one, those of its entity. */
function dataIn({ row }: RowFacet, terms: Terms): readonly string[] {
  const named = namedIn(row);
  return named.length > 0 ? named : terms.dataOf(row.key[0] ?? '');
}

function namedIn({ relation, key }: RowFacet['row']): readonly string[] {
  const parts = partsOfKey(relation);
  return key.filter((_, index) => parts[index] === 'data');
}

/** A category includes all below it: adding biometric data adds face images. */
function overlaps(one: string, other: string, { ancestorsOf }: Terms): boolean {
  return ancestorsOf(one).has(other) || ancestorsOf(other).has(one);
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
    watches: below(`${relation}.watch`, clause, id)
      .flatMap((row) => watchesOfList(watchFromKey(row.key[2] ?? '')))
      .map((watch) => ({ ...watch, ...limitOf(of(clause)) })),
  }));
}

function limitOf(readers: Audience): Pick<WatchFor, 'readers'> {
  return isEverybody(readers) ? {} : { readers };
}

/** Lists joined, the earlier ones first: entries meet by id, their watches are united, and what was promised stays promised. */
export function joinWatchings(lists: readonly Watching[]): Watching[] {
  const joined = new Map<string, Watching>();
  for (const one of lists) {
    const before = joined.get(one.id);
    joined.set(one.id, before ? { ...before, watches: [...before.watches, ...one.watches] } : one);
  }
  return [...joined.values()];
}
