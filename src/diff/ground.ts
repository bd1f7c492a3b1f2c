import { keptWith, onDemand } from '../base/on-demand.ts';
import { entityOf } from '../knowledge/facet.ts';
import { type Audience, common, mayMeet, union, withoutAny } from '../model/audience.ts';
import { isController, lastPart, type Policy, type Row } from '../model/policy.ts';
import { metBy } from '../model/readers-met.ts';
import { partsOfKey, registerOf } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { basesBetween } from './bases.ts';
import type { OtherwiseFacet, RowFacet } from './facets.ts';
import { keptLongerIn } from './kept-longer.ts';
import { keptOtherwiseIn, type Side } from './kept-otherwise.ts';
import { leftOfIn } from './left-of.ts';
import { toldNowhereElse } from './told-nowhere-else.ts';
import { usedOtherwiseIn } from './used-otherwise.ts';
import { clausesUsing, clausesUsingData, purposesIn, type UsingClause } from './uses.ts';

/**
 * What a floor may ask about besides the change itself: what a fact rests on, what readers knew before, who is
 * responsible for them. Each member answers one condition of a `Floor`.
 */
export interface Ground extends Stated, Known, Responsible {}

/** What the versions state of the subject of a row. */
interface Stated {
  /** Whether something rests on one of these legal bases in either version, or may, since it states none. */
  readonly mayRestOn: (row: Subject, bases: readonly string[]) => 'rests' | 'may' | undefined;
  /** Whether it is about data that is sensitive under a profile, in either version, other than some. */
  readonly isSensitive: (row: Subject, profile: string, without?: readonly string[]) => boolean;
  /** Rows of all that a consent covers, in either version. */
  readonly servedBy: (row: Subject) => readonly Row[];
  /** The countries stated for a recipient, in either version. */
  readonly countriesOf: (row: Subject) => readonly string[];
  /** Whether the stated provider of a technology, or of a component, is no party of the policy. */
  readonly isOfOthers: (row: Subject) => boolean;
}

interface Known {
  /** Readers whom no other clause told before that this data serves these purposes. */
  readonly untold: (facet: RowFacet) => Audience;
  /** Readers whom another clause told before that the data of a row is used. */
  readonly toldOfData: (facet: RowFacet) => Audience;
  /** Readers whom no clause told before of the purpose of a row. */
  readonly untoldPurpose: (facet: RowFacet) => Audience;
  /** Readers who were not told before of a recipient of this kind. */
  readonly untoldCategory: (facet: RowFacet) => Audience;
  /** Readers who were not told before that data goes to this country. */
  readonly untoldCountry: (facet: RowFacet) => Audience;
  /** Readers whose data a new rule keeps for longer than what governed it before. */
  readonly keptLonger: (facet: RowFacet) => Audience;
  /** What a change does to data that another rule or another clause had, as if that had changed. */
  readonly otherwise: (facet: RowFacet) => readonly OtherwiseFacet[];
  /** Readers to whom the version before promises no list of material changes. */
  readonly withoutList: (readers: Audience) => Audience;
}

interface Responsible {
  /** Readers with a controller who is, or may be, in a territory. */
  readonly servedFrom: (territory: readonly string[], readers: Audience) => Audience;
}

type Subject = Pick<Row, 'relation' | 'key'>;

/** Answers these questions about a base and a head; nothing is looked up before a floor asks. `standing` are earlier lists in force. */
export function groundBetween(base: Side, head: Side, standing: readonly Side[] = []): Ground {
  const policies = [base.policy, head.policy];
  return {
    mayRestOn: basesBetween(base.policy, head.policy),
    ...statedIn(policies),
    ...knownBefore(base, head),
    withoutList: withoutAnyOf([base, ...standing]),
    servedFrom: servedFromIn([base, head]),
  };
}

function statedIn(policies: readonly Policy[]): Omit<Stated, 'mayRestOn'> {
  return {
    isSensitive: (row, profile, without = []) => {
      const all = policies.flatMap((policy) => dataOf(row, policy));
      const listed = all.filter((data) => !without.includes(data));
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
        const list = registerOf(relation);
        const ofList = list
          ? below(`${list}.country`, owner, entry)
          : below('recipient.listed.country', owner);
        const named = [...below('recipient.country', owner), ...ofList];
        return named.map(lastPart);
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

function knownBefore(base: Side, headSide: Side): Omit<Known, 'withoutList'> {
  const { policy: head } = headSide;
  const uses = onDemand(() => clausesUsing(base.policy, base.readers));
  const meeting = keptWith((all: readonly UsingClause[]) => metBy(all));
  const usersOf = onDemand(() => clausesUsingData(uses()));
  const needs = onDemand(() => purposesIn(head));
  const recipients = onDemand(() => recipientsIn(base));
  const kept = keptOtherwiseIn(base, headSide);
  const [used, left] = [usedOtherwiseIn(base, headSide), leftOfIn(base, headSide)];
  const first = toldNowhereElse(base, headSide);
  return {
    untold: ({ on, name, row, readers }) => {
      if (on !== 'added' || name !== row.relation) return readers;
      const purposes = needs().get(`${row.relation}\t${row.key.join('\t')}`) ?? [];
      const [owner = ''] = row.key;
      const untold = purposes.map(({ data, purpose }) => {
        const users = uses().get(`${data}\t${purpose}`) ?? [];
        const known = meeting(users)(readers).filter((use) => use.owner !== owner);
        return withoutAny(
          readers,
          known.map((use) => use.readers),
        );
      });
      return purposes.length === 0 ? readers : union(untold);
    },
    toldOfData: ({ row, readers }) => {
      const [owner = ''] = row.key;
      const told = dataOf(row, head).flatMap((data) => meeting(usersOf().get(data) ?? [])(readers));
      return union(told.filter((use) => use.owner !== owner).map((use) => common(readers, use.readers)));
    },
    untoldPurpose: untoldOf('purpose', base),
    untoldCategory: ({ on, row, readers }) => {
      if (on !== 'added' || entityOf(row.relation) !== 'recipient') return readers;
      const [owner = ''] = row.key;
      const category = rowsIn(head).one('recipient', owner)?.values.category;
      if (category === undefined) return readers;
      return withoutAny(readers, recipients().get(category) ?? []);
    },
    untoldCountry: untoldOf('country', base),
    keptLonger: keptLongerIn(base, head),
    otherwise: (facet) => [...kept(facet), ...used(facet), ...left(facet), ...first(facet)],
  };
}

/** Readers of a row whom no clause told before of the country, or purpose, that it names. */
function untoldOf(sort: Named, base: Side): (facet: RowFacet) => Audience {
  const told = onDemand(() => toldIn(base, sort));
  return ({ on, row, readers }) => {
    const at = partsOfKey(row.relation).indexOf(sort);
    if (on !== 'added' || at < 0) return readers;
    return withoutAny(readers, told().get(row.key[at] ?? '') ?? []);
  };
}

/** Readers whom one of the versions promises no list. */
function withoutAnyOf(sides: readonly Side[]): Known['withoutList'] {
  const lists = onDemand(() => sides.map(listsIn));
  return (readers) => union(lists().map((listed) => withoutAny(readers, listed)));
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

function listsIn({ policy, readers }: Side): ReadonlySet<Audience> {
  const entries = rowsIn(policy).all('change.entry');
  return new Set(entries.map(({ key }) => readers.of(key[0] ?? '')));
}

/** Readers who were told of each country, or of each purpose. */
function toldIn({ policy, readers }: Side, sort: Named): ReadonlyMap<string, ReadonlySet<Audience>> {
  const told = new Map<string, Set<Audience>>();
  for (const { relation, key } of policy.facts) {
    const named = key[partsOfKey(relation).indexOf(sort)];
    if (named === undefined || entityOf(relation) === 'commitment') continue;
    told.set(named, (told.get(named) ?? new Set()).add(readers.of(key[0] ?? '')));
  }
  return told;
}

function recipientsIn({ policy, readers }: Side): ReadonlyMap<unknown, ReadonlySet<Audience>> {
  const told = new Map<unknown, Set<Audience>>();
  for (const { key, values } of rowsIn(policy).all('recipient'))
    told.set(values.category, (told.get(values.category) ?? new Set()).add(readers.of(key[0] ?? '')));
  return told;
}

interface Controller {
  readonly country: string | undefined;
  readonly responsibleFor: Audience;
}

/** The controllers of both versions, with where they are and for whom; equal ones are one. */
function controllersIn(sides: readonly Side[]): readonly Controller[] {
  const all = sides.flatMap(({ policy, readers }) =>
    rowsIn(policy)
      .all('party')
      .filter(isController)
      .map(({ key, values }): Controller => {
        const country = values.country === undefined ? undefined : String(values.country);
        return { country, responsibleFor: readers.of(key[0] ?? '') };
      }),
  );
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** The rows that a consent covers; for the consent of a clause, those of the clause. */
function servedIn(unit: string, policy: Policy): readonly Row[] {
  const { below, of } = rowsIn(policy);
  const covered = below('consent.covers', unit).map(({ key }) => key[1] ?? '');
  return (covered.length > 0 ? covered : [unit]).flatMap(of);
}

/** The data that a row names; else all that its entity lists, or its consent covers. */
function dataOf({ relation, key }: Subject, policy: Policy): string[] {
  const [owner = ''] = key;
  const at = partsOfKey(relation).indexOf('data');
  if (at >= 0) return [key[at] ?? ''];
  if (entityOf(relation) === 'consent') return dataIn(servedIn(owner, policy));
  const { below, of } = rowsIn(policy);
  const [list, entry = ''] = [registerOf(relation), key[1]];
  const listed = list ? dataIn(below(`${list}.data`, owner, entry)) : [];
  if (listed.length > 0) return listed;
  // What every entry of a list does is stated of the list.
  return dataIn(of(owner).filter((row) => !list || registerOf(row.relation) === undefined));
}

function dataIn(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => (row.relation.endsWith('.data') ? [row.key.at(-1) ?? ''] : []));
}
