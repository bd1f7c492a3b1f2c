import { onDemand } from '../base/on-demand.ts';
import { entityOf } from '../knowledge/facet.ts';
import { type Audience, common, mayMeet, union, without, withoutAny } from '../model/audience.ts';
import type { Policy, Row } from '../model/policy.ts';
import { isFactRelation, relations, relationsWithData } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { basesBetween } from './bases.ts';
import type { RowFacet } from './facets.ts';
import { keptLongerIn } from './kept-longer.ts';
import { listOf } from './lists.ts';
import type { Readers } from './readers.ts';

/** What the law asks about besides the change itself: what it rests on, what readers knew, who is responsible. */
export interface Ground extends Stated, Known, Responsible {}

/** What either version states of the thing that a row is about. */
interface Stated {
  /** Whether something may rest on one of these legal bases: in either version it does, or it states none. */
  readonly mayRestOn: (row: Subject, bases: readonly string[]) => boolean;
  /** Whether data that something is about is sensitive under a profile, in either version. */
  readonly isSensitive: (row: Subject, profile: string) => boolean;
  /** Rows of all that a consent covers, in either version. */
  readonly servedBy: (row: Subject) => readonly Row[];
  /** The countries that a recipient is said to have data in, in either version. */
  readonly countriesOf: (row: Subject) => readonly string[];
  /** Whether a technology, or a building block of one, is said to be provided by nobody who is a party. */
  readonly isOfOthers: (row: Subject) => boolean;
}

/** What readers were told before. */
interface Known {
  /** Those of the readers whom no other clause told before that this data serves these purposes. */
  readonly untold: (facet: RowFacet) => Audience;
  /** Those of the readers whom another clause told before that the data of a row is used. */
  readonly toldOfData: (facet: RowFacet) => Audience;
  /** Those of the readers whom no clause told before of the purpose that a row names. */
  readonly untoldPurpose: (facet: RowFacet) => Audience;
  /** Those of the readers who were not told before of a recipient of this kind. */
  readonly untoldCategory: (facet: RowFacet) => Audience;
  /** Those of the readers who were not told before that data goes to this country. */
  readonly untoldCountry: (facet: RowFacet) => Audience;
  /** Those of the readers whose data a new rule keeps for longer than what governed it before. */
  readonly keptLonger: (facet: RowFacet) => Audience;
  /** Those of the readers whom the version before promises no list of material changes. */
  readonly withoutList: (readers: Audience) => Audience;
}

interface Responsible {
  /** Those of the readers for whom somebody is responsible who sits, or may sit, in a territory. */
  readonly servedFrom: (territory: readonly string[], readers: Audience) => Audience;
}

type Side = { readonly policy: Policy; readonly readers: Readers };
type Subject = Pick<Row, 'relation' | 'key'>;

export function groundBetween(base: Side, head: Side): Ground {
  const policies = [base.policy, head.policy];
  return {
    mayRestOn: basesBetween(base.policy, head.policy),
    ...statedIn(policies),
    ...knownBefore(base, head.policy),
    servedFrom: servedFromIn([base, head]),
  };
}

function statedIn(policies: readonly Policy[]): Omit<Stated, 'mayRestOn'> {
  return {
    isSensitive: (row, profile) => {
      const listed = policies.flatMap((policy) => dataOf(row, policy));
      return policies.some((policy) =>
        listed.some((data) => {
          const level = rowsIn(policy).one('sensitivity', data, profile)?.values.level;
          return (level ?? policy.vocabulary.data[data]?.sensitive[profile]) === 'yes';
        }),
      );
    },
    servedBy: ({ key: [unit = ''] }) => policies.flatMap((policy) => servedIn(unit, policy)),
    countriesOf: ({ relation, key: [owner = '', entry = ''] }) =>
      policies.flatMap((policy) => {
        const { below } = rowsIn(policy);
        const list = listOf(relation);
        const ofList = list
          ? below(`${list}.country`, owner, entry)
          : below('recipient.listed.country', owner);
        const named = [...below('recipient.country', owner), ...ofList];
        return named.map(({ key }) => key.at(-1) ?? '');
      }),
    isOfOthers: ({ relation, key }) => {
      if (entityOf(relation) !== 'technology') return false;
      const [owner = '', second = ''] = key;
      const isListed = relation.startsWith('technology.listed');
      return policies.some((policy) => {
        const { one, all } = rowsIn(policy);
        const said = isListed ? one('technology.listed', owner, second) : one('technology', owner);
        const { provider, role } = said?.values ?? {};
        if (provider === undefined || role === 'component') return false;
        return !all('party').some(({ values }) => values.name === provider);
      });
    },
  };
}

function knownBefore(base: Side, head: Policy): Known {
  const uses = onDemand(() => usesIn(base));
  const usersOf = onDemand(() => usersIn(uses()));
  const needs = onDemand(() => purposesIn(head));
  const listed = onDemand(() => union([...listsIn(base)]));
  return {
    untold: ({ on, name, row, readers }) => {
      if (on !== 'added' || name !== row.relation) return readers;
      const purposes = needs().get(`${row.relation}\t${row.key.join('\t')}`) ?? [];
      const [owner = ''] = row.key;
      const untold = purposes.map(({ data, purpose }) => {
        const known = (uses().get(`${data}\t${purpose}`) ?? []).filter((use) => use.owner !== owner);
        return withoutAny(
          readers,
          known.map((use) => use.readers),
        );
      });
      return purposes.length === 0 ? readers : union(untold);
    },
    toldOfData: ({ row, readers }) => {
      const [owner = ''] = row.key;
      const told = dataOf(row, head).flatMap((data) => usersOf().get(data) ?? []);
      return union(told.filter((use) => use.owner !== owner).map((use) => common(readers, use.readers)));
    },
    untoldPurpose: untoldOf('purpose', base),
    untoldCategory: ({ on, row, readers }) => {
      if (on !== 'added' || entityOf(row.relation) !== 'recipient') return readers;
      const [owner = ''] = row.key;
      const category = rowsIn(head).one('recipient', owner)?.values.category;
      if (category === undefined) return readers;
      const known = rowsIn(base.policy)
        .all('recipient')
        .filter((one) => one.values.category === category)
        .map((one) => base.readers.of(one.key[0] ?? ''));
      return withoutAny(readers, known);
    },
    untoldCountry: untoldOf('country', base),
    keptLonger: keptLongerIn(base, head),
    withoutList: (readers) => without(readers, listed()),
  };
}

/** Those of the readers of a row whom no clause told before of the country, or the purpose, that it names. */
function untoldOf(sort: Named, base: Side): (facet: RowFacet) => Audience {
  const told = onDemand(() => toldIn(base, sort));
  return ({ on, row, readers }) => {
    const at = placeOf(row.relation, sort);
    if (on !== 'added' || at < 0) return readers;
    return withoutAny(readers, told().get(row.key[at] ?? '') ?? []);
  };
}

function servedFromIn(sides: readonly Side[]): Responsible['servedFrom'] {
  const controllers = onDemand(() => controllersIn(sides));
  return (territory, readers) => {
    const there = controllers().filter(
      ({ country }) =>
        country === undefined || mayMeet([{ region: { in: territory } }], [{ region: { in: [country] } }]),
    );
    return union(there.map(({ responsibleFor }) => common(readers, responsibleFor)));
  };
}

type Named = 'country' | 'data' | 'purpose';

/** Which part of the keys of a relation names data, the country that it goes to, or what it is for; -1 where none does. */
function placeOf(relation: string, sort: Named): number {
  if (!isFactRelation(relation)) return -1;
  const shape: readonly string[] = relations[relation].key;
  return shape.indexOf(sort);
}

/** Whom a version promises a list of material changes. */
function listsIn({ policy, readers }: Side): ReadonlySet<Audience> {
  const entries = rowsIn(policy).all('change.entry');
  return new Set(entries.map(({ key }) => readers.of(key[0] ?? '')));
}

/** By country, or by purpose, who was told that data goes there, or is for that. */
function toldIn({ policy, readers }: Side, sort: Named): ReadonlyMap<string, ReadonlySet<Audience>> {
  const told = new Map<string, Set<Audience>>();
  for (const { relation, key } of policy.facts) {
    const named = key[placeOf(relation, sort)];
    if (named === undefined || entityOf(relation) === 'commitment') continue;
    told.set(named, (told.get(named) ?? new Set()).add(readers.of(key[0] ?? '')));
  }
  return told;
}

interface Controller {
  readonly country: string | undefined;
  readonly responsibleFor: Audience;
}

/** Whoever is responsible in either version, by where they sit and for whom: those of whom both are the same are one. */
function controllersIn(sides: readonly Side[]): readonly Controller[] {
  const all = sides.flatMap(({ policy, readers }) =>
    rowsIn(policy)
      .all('party')
      .filter(({ values }) => values.role === 'controller' || values.role === 'joint-controller')
      .map(({ key, values }): Controller => {
        const country = values.country === undefined ? undefined : String(values.country);
        return { country, responsibleFor: readers.of(key[0] ?? '') };
      }),
  );
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** Rows of all that a consent covers; of a clause with a consent of its own, those of the clause. */
function servedIn(unit: string, policy: Policy): readonly Row[] {
  const { below, of } = rowsIn(policy);
  const covered = below('consent.covers', unit).map(({ key }) => key[1] ?? '');
  return (covered.length > 0 ? covered : [unit]).flatMap(of);
}

/** The data that a row names, or else all that its entity lists, or its consent is for. */
function dataOf({ relation, key }: Subject, policy: Policy): string[] {
  const [owner = ''] = key;
  const at = placeOf(relation, 'data');
  if (at >= 0) return [key[at] ?? ''];
  if (entityOf(relation) === 'consent') return dataIn(servedIn(owner, policy));
  const { below, of } = rowsIn(policy);
  const [list, entry = ''] = [listOf(relation), key[1]];
  const listed = list ? dataIn(below(`${list}.data`, owner, entry)) : [];
  if (listed.length > 0) return listed;
  // What every entry of a list does is said of the list.
  return dataIn(of(owner).filter((row) => !list || listOf(row.relation) === undefined));
}

function dataIn(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => (row.relation.endsWith('.data') ? [row.key.at(-1) ?? ''] : []));
}

interface Use {
  readonly owner: string;
  readonly readers: Audience;
}

/** Who uses which data for what, by data and purpose. */
function usesIn({ policy, readers }: Side): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const needed of purposesIn(policy).values()) {
    for (const { data, purpose, owner } of needed) {
      const at = `${data}\t${purpose}`;
      const use = { owner, readers: readers.of(owner) };
      const list = uses.get(at);
      if (list) list.push(use);
      else uses.set(at, [use]);
    }
  }
  return uses;
}

/** The same by data alone, whatever it is for. */
function usersIn(uses: ReadonlyMap<string, readonly Use[]>): ReadonlyMap<string, readonly Use[]> {
  const users = new Map<string, Use[]>();
  for (const [at, list] of uses) {
    const [data = ''] = at.split('\t');
    users.set(data, [...(users.get(data) ?? []), ...list]);
  }
  return users;
}

interface Need {
  readonly owner: string;
  readonly data: string;
  readonly purpose: string;
}

/** What each row that says that data is collected, or what for, comes to: by the row's coordinate. */
function purposesIn(policy: Policy): ReadonlyMap<string, readonly Need[]> {
  const needs = new Map<string, Need[]>();
  const add = (coordinate: string, need: Need): void => {
    const list = needs.get(coordinate);
    if (list) list.push(need);
    else needs.set(coordinate, [need]);
  };
  for (const relation of relationsWithData('collected')) {
    const list = relation.slice(0, relation.lastIndexOf('.'));
    for (const row of rowsIn(policy).all(relation)) {
      const [owner = '', data = ''] = [row.key[0], row.key.at(-1)];
      // Purposes of the data itself, where a kind has them; else of the list that it stands in.
      const [own, shared] = [`${relation}.purpose`, `${list}.purpose`];
      const [from, start] = isFactRelation(own) ? [own, row.key] : [shared, row.key.slice(0, -1)];
      for (const { key } of isFactRelation(from) ? rowsIn(policy).below(from, ...start) : []) {
        const purpose = key.at(-1) ?? '';
        const need = { owner, data, purpose };
        add(`${relation}\t${row.key.join('\t')}`, need);
        add(`${shared}\t${[...row.key.slice(0, -1), purpose].join('\t')}`, need);
        if (from === own) add(`${own}\t${key.join('\t')}`, need);
      }
    }
  }
  return needs;
}
