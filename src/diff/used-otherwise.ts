import { eachOnDemand, keptWith, onDemand } from '../base/on-demand.ts';
import { entityOf } from '../knowledge/facet.ts';
import {
  type Audience,
  common,
  everybody,
  isEverybody,
  nobody,
  union,
  withoutAny,
} from '../model/audience.ts';
import type { Policy } from '../model/policy.ts';
import { metBy } from '../model/readers-met.ts';
import type { FactRelation } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import type { OtherwiseFacet, RowFacet } from './facets.ts';
import type { Side } from './kept-otherwise.ts';
import {
  entityIn,
  type Stated,
  type Stating,
  statedBy,
  type Use,
  valuesOf,
  type Way,
} from './stated-of-uses.ts';
import { keyOf, usesByRow, usesIn } from './uses-by-row.ts';

/** What recipients that no longer get some data have in common, whatever they were called: who gets it now is in their place. */
const recipientOnce = '\fonce';

/** A value, for the readers for whom a use has it. */
interface Valued {
  readonly value: Stating;
  readonly readers: Audience;
}

/** What was stated of uses of one sort, by values; who had one, and who still has one of them. */
interface Before {
  readonly met: (readers: Audience) => readonly { readonly readers: Audience }[];
  /** By the place of what is stated: which ways another value goes. */
  readonly ways: readonly ((now: Stating) => readonly Differing[])[];
}

/**
 * For data that one more clause uses for a purpose, or gives to a company, and for a right, or what protects, in the place of
 * another: what readers lose by it against all clauses of its kind that did so, as if those had changed. Where none of those
 * is left, whatever differs counts as it would in one that stays.
 */
export function usedOtherwiseIn(base: Side, head: Side): (facet: RowFacet) => readonly OtherwiseFacet[] {
  const then = onDemand(() => usesBefore(base, head));
  const signs = new Map<object, number>();
  const signOf = (one: object): number => signs.get(one) ?? signs.set(one, signs.size).size - 1;
  const ofUses = new Map<string, Before>();
  // All data that the same have is one: a list gives each of its categories to each of a thousand companies.
  const before = eachOnDemand((keys: string): Before => {
    const uses = keys.split('\v').flatMap((key) => [...(then().get(key)?.values() ?? [])]);
    const all = uses.map(({ use, readers, staying }): Had => {
      return { readers, staying, values: valuesOf(base.policy, use), all: base.readers.of(use.owner) };
    });
    const sign = all.map((one) => Object.values(one).map(signOf).join()).join(' ');
    const made = ofUses.get(sign) ?? statedBefore(statedBy[keys.split('\t')[0] ?? ''] ?? [], all);
    ofUses.set(sign, made);
    return made;
  });
  const differing = keptWith(({ met, ways }: Before) =>
    keptWith((values: readonly Stating[]) => {
      const found = ways.flatMap((from, at) => from(values[at]));
      return keptWith((readers: Audience) => differingFor(readers, found, met));
    }),
  );
  // The row of the data and that of the purpose both ask about the use.
  const replaced = keptWith((use: Use) => {
    const entity = entityIn(head.policy)(use.owner);
    const known = [use.what, ...(entity === 'recipient' ? [recipientOnce] : [])]
      .map((what) => keyOf(head.policy, use, what))
      .filter((key) => then().has(key));
    return known.length === 0 ? undefined : differing(before(known.join('\v')))(valuesOf(head.policy, use));
  });
  return ({ on, name, row, readers }) => {
    if (on !== 'added' || name !== row.relation || !Object.hasOwn(statedBy, entityOf(name))) return [];
    const uses = usesByRow(head.policy).get([name, ...row.key].join('\t')) ?? [];
    return uses.flatMap((use) => (replaced(use)?.(readers) ?? []).map((way) => ({ ...way, row })));
  };
}

type WayOfUse = Omit<OtherwiseFacet, 'row'>;

/** What another use is to some readers, to whom it may also be new. */
function differingFor(
  readers: Audience,
  differing: readonly Differing[],
  met: Before['met'],
): readonly WayOfUse[] {
  const ways = differing.flatMap(({ had, others, ...way }): WayOfUse[] => {
    const whom = withoutAny(union([...had].map((one) => common(one, readers))), others);
    return whom.length === 0 ? [] : [{ ...way, readers: whom }];
  });
  const first = withoutAny(
    readers,
    met(readers).map((one) => one.readers),
  );
  return [...ways, { name: 'applies', on: 'added', direction: 'expands', readers: first }];
}

/** Readers who had a use and are asked about, those of them who still have it, what was stated of it, and all who had it. */
interface Had extends Omit<UseBefore, 'use'> {
  readonly values: readonly Stating[];
  readonly all: Audience;
}

function statedBefore(stated: readonly Stated[], all: readonly Had[]): Before {
  // Most values are those of uses for the same readers, who are united once.
  const audiences = [...new Set(all.map(({ readers }) => readers))];
  const nthOf = new Map(audiences.map((readers, nth) => [readers, nth]));
  const united = eachOnDemand((nths: string) =>
    union(nths.split(',').map((nth) => audiences[Number(nth)] ?? nobody)),
  );
  const isLost = all.some((use) => use.staying !== use.readers);
  const staying = isLost ? union([...new Set(all.map((use) => use.staying))]) : everybody;
  const ways = stated.map((one, at) => {
    const byValue = new Map<Stating, Set<number | undefined>>();
    for (const { values, readers } of all) {
      const nths = byValue.get(values[at]) ?? new Set();
      byValue.set(values[at], nths.add(nthOf.get(readers)));
    }
    const valued = [...byValue].map(([value, nths]) => ({ value, readers: united([...nths].join()) }));
    return eachOnDemand((now: Stating) => waysTo(now, one, valued, staying));
  });
  return { met: metBy(all.map((use) => ({ readers: use.all }))), ways };
}

/** A use, the readers who had it and are asked about, and those of them who still have it. */
interface UseBefore {
  readonly use: Use;
  readonly readers: Audience;
  readonly staying: Audience;
}

/** By all that they are compared under, and by their clauses and entries. */
function usesBefore(base: Side, head: Side): ReadonlyMap<string, ReadonlyMap<string, UseBefore>> {
  const same = new Map<string, Map<string, UseBefore>>();
  const add = (use: Use, what: string, readers: Audience, staying: Audience): void => {
    const key = keyOf(base.policy, use, what);
    const known = same.get(key) ?? new Map<string, UseBefore>();
    same.set(key, known.set(`${use.owner}\t${use.entry}`, { use, readers, staying }));
  };
  const still = keptWith((was: Audience) => keptWith((is: Audience) => common(was, is)));
  const lost = keptWith((was: Audience) => keptWith((is: Audience) => withoutAny(was, [is])));
  // A name comes last, since it may hold anything.
  const signOf = ({ owner, entry = '', data, what }: Use): string => [owner, entry, data, what].join('\t');
  const now = new Set([...usesIn(head.policy)].map(signOf));
  for (const use of usesIn(base.policy)) {
    const was = base.readers.of(use.owner);
    const isThere = now.has(signOf(use)) && stays(use, base.policy, head.policy);
    const is = isThere ? head.readers.of(use.owner) : nobody;
    const gone = lost(was)(is);
    const entity = entityIn(base.policy)(use.owner);
    // Of a recipient that no longer gets it at all, that is asked in any case.
    const isAsked = use.data !== '' && !(entity === 'recipient' && gone === was);
    if (isAsked) add(use, use.what, was, gone.length === 0 ? was : still(was)(is));
    if (gone.length === 0) continue;
    for (const what of whatsOfGone(use, entity)) add(use, what, gone, nobody);
  }
  return same;
}

function whatsOfGone({ data, what }: Use, entity: string): readonly string[] {
  const own = data === '' ? [what] : [];
  if (entity === 'recipient') return data === '' ? own : [recipientOnce];
  // Of one without a purpose nothing else is known.
  return entity === 'function' ? [...own, ''] : own;
}

/** Something stated that is now another: for whom it was so before, and for whom it was not, or it stays with what they have. */
interface Differing extends Omit<OtherwiseFacet, 'readers' | 'row'> {
  readonly had: ReadonlySet<Audience>;
  readonly others: readonly Audience[];
}

function waysTo(
  now: Stating,
  { relation, value, way }: Stated,
  before: readonly Valued[],
  staying: Audience,
): readonly Differing[] {
  // Most values are what they were.
  if (before.every((old) => !way(old.value, now)?.direction)) return [];
  const name = value === '' ? relation : `${relation}.${value}`;
  // Hundreds of one sort may have a value each, for few sorts of readers.
  const ways = new Map<unknown, { readonly one: Way | undefined; readonly had: Set<Audience> }>();
  let last: { readonly one?: Way | undefined; readonly readers?: Audience } = {};
  for (const old of before) {
    const one = way(old.value, now);
    if (one === null || (last.one === one && last.readers === old.readers)) continue;
    last = { one, readers: old.readers };
    const known = ways.get(one);
    const sign = one && !known ? `${one.on} ${one.direction} ${one.aside}` : one;
    const same = known ?? ways.get(sign) ?? { one, had: new Set() };
    if (!known) ways.set(sign, same).set(one, same);
    same.had.add(old.readers);
  }
  const all = [...new Set(ways.values())];
  return all.flatMap((same) => {
    const { on = 'changed', direction, aside } = same.one ?? {};
    const isLoss = !aside && (direction === 'expands' || direction === 'restricts');
    if (!direction || (!isLoss && isEverybody(staying))) return [];
    const others = all.flatMap((other) => (other === same ? [] : [...other.had]));
    const whose = { had: same.had, others: isLoss ? others : [...others, staying] };
    return [{ name, on, direction, ...whose, ...(aside ? { aside } : {}) }];
  });
}

function stays({ owner, entry }: Use, base: Policy, head: Policy): boolean {
  const entity = entityIn(base)(owner);
  if (entityIn(head)(owner) !== entity) return false;
  return (
    entry === undefined || rowsIn(head).one(`${entity}.listed` as FactRelation, owner, entry) !== undefined
  );
}
