import { append } from '../base/group.ts';
import { eachOnDemand, keptWith, onDemand } from '../base/on-demand.ts';
import { knowledge } from '../knowledge/table.ts';
import { type Audience, common, everybody, union, withoutAny } from '../model/audience.ts';
import { ancestry } from '../model/edition.ts';
import type { Policy, Row } from '../model/policy.ts';
import { metBy } from '../model/readers-met.ts';
import { relationsWithData } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import type { OtherwiseFacet, RowFacet } from './facets.ts';
import type { Readers } from './readers.ts';
import { purposesIn } from './uses.ts';

/** A version, and whom its clauses are for. */
export interface Side {
  readonly policy: Policy;
  readonly readers: Readers;
}

/** What governs how long some readers' data is kept. */
interface Rule {
  /** Of its clause. */
  readonly id?: string;
  /** It governs the data no more for these readers, whether it is there or not. */
  readonly isGone?: true;
  readonly values: Row['values'];
  /** Where it says that the data is stored. */
  readonly countries?: readonly string[];
  readonly readers: Audience;
  /** A period that a function states for its own data: nothing else is said of it. */
  readonly isOwn?: true;
  /** Nothing is said: that is no less than what becomes of it, and more than any stated period. */
  readonly isOpen?: true;
}

/** What rules state of keeping, apart from what they are for. */
const stated = Object.entries(knowledge.retention.values).filter(([name]) => name !== 'default');

const unsaid: Rule = { values: {}, readers: everybody, isOpen: true };
const isOfRules = /^(?:retention(?:\.(?:default|data|function|purpose))?|function\.keeps)$/;
/** What data is used for says which rules govern it. */
const isOfUses = /^(?:function|technology)\.(?:listed\.)?(?:data\.)?(?:data|purpose)$/;

/** For a change of what rules cover: what more is done by it with data that comes under another rule. */
export function keptOtherwiseIn(base: Side, head: Side): (facet: RowFacet) => readonly OtherwiseFacet[] {
  const [was, is] = [base, head].map((side) => onDemand(() => rulesIn(side, [base.policy, head.policy])));
  if (!was || !is) return () => [];
  const between = keptWith((before: readonly Rule[]) =>
    keptWith((after: readonly Rule[]) => waysBetween(before, after)),
  );
  const otherwise = eachOnDemand((data: string) => between(was().governing(data))(is().governing(data)));
  const ofAll = (many: readonly string[]): readonly OtherwiseFacet[] => {
    const ways = new Map<Way, Map<Audience, Set<string>>>();
    for (const data of many) {
      const found = otherwise(data);
      if (found.length === 0) continue;
      const users = is().readersUsing(data);
      for (const way of found) {
        const kept = ways.get(way) ?? new Map<Audience, Set<string>>();
        ways.set(way, kept.set(users, (kept.get(users) ?? new Set()).add(is().topOf(data))));
      }
    }
    return [...ways].flatMap(([way, kept]) =>
      [...kept].flatMap(([users, all]) => {
        const readers = common(way.readers, users);
        const named = [...all].map((data) => ({ relation: 'retention.data', key: ['', data] }) as const);
        return readers.length === 0 ? [] : named.map((row) => ({ row, ...way, readers }));
      }),
    );
  };
  const ofDefaults = onDemand(() => ofAll(is().used()));
  return (facet) => {
    const { on, name, row } = facet;
    if (isOfUses.test(name))
      return name === row.relation ? ofAll(usedBy(row, on === 'removed' ? was() : is(), is())) : [];
    if (!isOfRules.test(name)) return [];
    return isOfDefault(facet, was(), is()) ? ofDefaults() : ofAll(touched(facet, is()));
  };
}

type Way = Omit<OtherwiseFacet, 'row'> & Partial<Pick<OtherwiseFacet, 'row'>>;

/**
 * What more is done by rules that came in the place of others; for whom all that held do so no more, whatever differs, as
 * in one that does.
 */
function waysBetween(were: readonly Rule[], all: readonly Rule[]): readonly Way[] {
  const had = new Set(were.map(signOf));
  const holding = new Map<string | undefined, Rule[]>();
  for (const rule of all) append(holding, rule.id, rule);
  // Where nothing is said, that is held by each of hundreds of clauses.
  const meeting = eachOnDemand((id: string | undefined) => metBy(holding.get(id) ?? []));
  const before = were.flatMap((rule): readonly Rule[] => {
    const held = meeting(rule.id)(rule.readers);
    const still = union(held.map(({ readers }) => common(rule.readers, readers)));
    const gone = withoutAny(rule.readers, [still]);
    return [
      { ...rule, readers: still },
      { ...rule, readers: gone, isGone: true as const },
    ].filter(({ readers }) => readers.length > 0);
  });
  const after = all.filter((now) => !had.has(signOf(now)));
  // Of very many rules it is not asked which of them are for whom: those that say the same are one.
  const isMuch = before.length * after.length > 2500;
  const [olds, nows] = isMuch ? [oneOfEach(before), oneOfEach(after)] : [before, after];
  const readersOf = (isMore: (old: Rule, now: Rule) => boolean): Audience => {
    if (!isMuch) return union(nows.map((now) => readersOfMore(olds, now, isMore)));
    return nows.some((now) => olds.some((old) => isMore(old, now))) ? everybody : [];
  };
  const changed = stated.flatMap(([name, { compare }]) =>
    directions.map((direction): Way => {
      const readers = readersOf(
        (old, now) =>
          !old.isOpen &&
          (direction === 'expands' || !!old.isGone) &&
          old.values[name] !== now.values[name] &&
          (name === 'period' || !(old.isOwn || now.isOwn)) &&
          compare(old.values[name], now.values[name], [old.values, now.values]).direction === direction,
      );
      return { name: `retention.${name}`, on: 'changed', direction, readers };
    }),
  );
  // A function that says itself how long is changed, where that is watched.
  const own = changed
    .filter(({ name }) => name === 'retention.period' && [...before, ...after].some(({ isOwn }) => isOwn))
    .map((way): Way => ({ ...way, name: 'function.keeps' }));
  const countries = new Set(after.flatMap((now) => now.countries ?? []));
  const added = [...countries].map((country): Way => {
    const isThere = ({ countries = [] }: Rule): boolean => countries.includes(country);
    const readers = readersOf(
      (old, now) => isThere(now) && !isThere(old) && (old.countries ?? []).length > 0,
    );
    const row = { relation: 'retention.country', key: ['', country] } as const;
    return { name: row.relation, on: 'added', direction: 'expands', row, readers };
  });
  const unsaid: Way = {
    name: 'retention.country',
    on: 'changed',
    direction: 'restricts',
    readers: readersOf((old, now) => !!old.isGone && !now.countries?.length && !!old.countries?.length),
  };
  return [...changed, ...own, ...added, unsaid].filter(({ readers }) => readers.length > 0);
}

const oneOfEach = (rules: readonly Rule[]): readonly Rule[] => [
  ...new Map(
    rules.map(({ id: _, readers: __, ...said }) => [JSON.stringify(said), { ...said, readers: everybody }]),
  ).values(),
];

const directions = ['expands', 'changes', 'narrows'] as const;

function signOf({ values, countries, readers, isOwn, isOpen }: Rule): string {
  return JSON.stringify([values, countries, readers, isOwn, isOpen]);
}

/** The readers of something for whom it is more than anything that stood in its place. */
function readersOfMore(
  before: readonly Rule[],
  now: Rule,
  isMore: (old: Rule, now: Rule) => boolean,
): Audience {
  const others = before.filter((old) => !isMore(old, now)).map(({ readers }) => readers);
  const had = before.filter((old) => isMore(old, now)).map(({ readers }) => common(readers, now.readers));
  return withoutAny(union(had), others);
}

/** Whether a rule for all other data begins or ends to be one. */
function isOfDefault({ on, name, row: { key } }: RowFacet, was: Rules, is: Rules): boolean {
  if (name === 'retention.default') return true;
  return name === 'retention' && on !== 'changed' && [was, is].some((rules) => rules.isDefault(key[0] ?? ''));
}

/** The data, as it is used in the head, whose rule a facet may change. */
function touched({ on, name, row }: RowFacet, is: Rules): readonly string[] {
  const [owner = '', second = ''] = row.key;
  if (name === 'function.keeps') return is.usedIn(owner);
  if (name !== row.relation || on === 'changed') return [];
  if (name === 'retention.data') return is.usedBelow(second);
  if (name === 'retention.function') return is.usedIn(second);
  return name === 'retention.purpose' ? is.usedFor(second) : [];
}

/** The data that its owner still uses, of a row that says what it uses or what for. */
function usedBy({ relation, key }: RowFacet['row'], side: Rules, is: Rules): readonly string[] {
  const [owner = ''] = key;
  const used = new Set(is.usedIn(owner));
  return [...new Set(side.usedAt([relation, ...key].join('\t')))].filter((data) => used.has(data));
}

type Rules = ReturnType<typeof rulesIn>;

function rulesIn({ policy, readers }: Side, both: readonly Policy[]) {
  const { all, below, one } = rowsIn(policy);
  const ruled = new Map<string, string[]>();
  for (const relation of ['retention.data', 'retention.function', 'retention.purpose'] as const)
    for (const { key } of all(relation)) append(ruled, `${relation}\t${key[1]}`, key[0] ?? '');
  const users = new Map<string, Set<string>>();
  const uses = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, at: string, what: string): void => {
    to.set(at, (to.get(at) ?? new Set()).add(what));
  };
  for (const relation of relationsWithData('collected'))
    for (const { key } of all(relation)) add(users, key.at(-1) ?? '', key[0] ?? '');
  const needs = purposesIn(policy);
  for (const { owner, data, purpose } of [...needs.values()].flat()) add(uses, `${owner}\t${data}`, purpose);
  const above = (data: string): string[] =>
    ancestry({ get: (id) => both.map(({ vocabulary }) => vocabulary.data[id]).find(Boolean) }, data);
  const backwards = (from: Iterable<readonly [string, Iterable<string>]>): Map<string, string[]> => {
    const found = new Map<string, string[]>();
    for (const [data, many] of from) for (const each of many) append(found, each, data);
    return found;
  };
  /** Of all that are for the same readers the first one. */
  const likeOwner = new Map<Audience, string>();
  const belowEach = onDemand(() => backwards([...users.keys()].map((data) => [data, above(data)])));
  const byUser = onDemand(() => backwards(users));
  const byPurpose = onDemand(() => backwards(uses));

  const ruleOf = eachOnDemand((id: string): Rule => {
    const countries = below('retention.country', id).map(({ key }) => key[1] ?? '');
    return { id, values: one('retention', id)?.values ?? {}, countries, readers: readers.of(id) };
  });
  const rules = (ids: string): readonly Rule[] => (ids === '' ? [] : ids.split('\t').map(ruleOf));
  const defaults = onDemand(() =>
    all('retention').flatMap(({ key: [id = ''], values }) => (values.default === true ? [ruleOf(id)] : [])),
  );
  const ofUser = eachOnDemand((sign: string): readonly Rule[] => {
    const [owner = '', ids = '', like = ''] = sign.split('\f');
    const keeps = one('function', owner)?.values.keeps;
    const own: Rule[] =
      keeps === undefined
        ? []
        : [{ id: owner, values: { period: keeps }, readers: readers.of(owner), isOwn: true }];
    return inTurn([rules(ids), own, defaults(), [unsaid]], readers.of(like));
  });
  const governedBy = eachOnDemand((sign: string): readonly Rule[] => {
    const [named = '', users = ''] = sign.split('\v');
    return inTurn([...named.split('\n').map(rules), users === '' ? [] : users.split('\n').flatMap(ofUser)]);
  });

  /** Most data comes under the same rules as other data, and has the same list. */
  const governing = eachOnDemand((data: string): readonly Rule[] => {
    const idsOf = (relation: string, id: string): readonly string[] => ruled.get(`${relation}\t${id}`) ?? [];
    const named = above(data).map((id) => idsOf('retention.data', id).join('\t'));
    const ofUsers = [...(users.get(data) ?? [])].map((owner) => {
      const own = one('function', owner)?.values.keeps === undefined ? '' : owner;
      const purposes = [...(uses.get(`${owner}\t${data}`) ?? [])];
      const forPurposes = purposes.flatMap((id) => idsOf('retention.purpose', id));
      const ids = [...idsOf('retention.function', owner), ...forPurposes].sort().join('\t');
      const like = likeOwner.get(readers.of(owner)) ?? owner;
      likeOwner.set(readers.of(owner), like);
      return `${own}\f${ids}\f${like}`;
    });
    return governedBy(`${named.join('\n')}\v${[...new Set(ofUsers)].sort().join('\n')}`);
  });

  return {
    governing,
    /** For whom some clause uses it: to what is said of all other data, only these readers have any. */
    readersUsing: eachOnDemand((data: string) =>
      union([...new Set([...(users.get(data) ?? [])].map(readers.of))]),
    ),
    topOf: eachOnDemand((data: string): string => above(data).at(-1) ?? data),
    isDefault: (id: string): boolean => one('retention', id)?.values.default === true,
    used: (): string[] => [...users.keys()],
    usedBelow: (data: string): readonly string[] => belowEach().get(data) ?? [],
    usedAt: (coordinate: string): readonly string[] => (needs.get(coordinate) ?? []).map(({ data }) => data),
    usedIn: (owner: string): readonly string[] => byUser().get(owner) ?? [],
    usedFor: (purpose: string): readonly string[] => [
      ...new Set((byPurpose().get(purpose) ?? []).map((use) => use.split('\t')[1] ?? '')),
    ],
  };
}

/** Rules, each of which holds for those of some readers whom none before it reaches. */
function inTurn(tiers: readonly (readonly Rule[])[], whom: Audience = everybody): readonly Rule[] {
  const found: Rule[] = [];
  let open = whom;
  for (const [at, tier] of tiers.entries()) {
    const held = tier.map((rule) => ({ ...rule, readers: common(rule.readers, open) }));
    found.push(...held.filter(({ readers }) => readers.length > 0));
    // After the last one nobody asks; it may have a rule for each of hundreds of clauses.
    if (at < tiers.length - 1)
      open = withoutAny(
        open,
        tier.map(({ readers }) => readers),
      );
  }
  return found;
}
