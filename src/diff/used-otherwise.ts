import { append } from '../base/group.ts';
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
import type { Policy, Row } from '../model/policy.ts';
import { metBy } from '../model/readers-met.ts';
import { type FactRelation, registerOf, registerRelations } from '../model/relations.ts';
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
import { purposesIn } from './uses.ts';

/**
 * The value that says of which sort a clause is, for kinds of which only what is gone is asked: one more beside others takes
 * nothing away from them. Of functions it is each of their purposes.
 */
const sorts: Readonly<Record<string, string>> = {
  ...{ right: 'right', minors: '', security: '', party: '', contact: '', document: '', definition: '' },
  ...{ scope: '', commitment: '', technology: 'type', recipient: 'category', function: '' },
};

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
  const before = eachOnDemand((keys: string): Before => {
    const [entity = ''] = keys.split('\t');
    const uses = keys.split('\v').flatMap((key) => [...(then().get(key)?.values() ?? [])]);
    const all = uses.map(({ use, readers }) => ({ readers, values: valuesOf(base.policy, use) }));
    // Most values are those of uses for the same readers, who are united once.
    const audiences = [...new Set(all.map(({ readers }) => readers))];
    const nthOf = new Map(audiences.map((readers, nth) => [readers, nth]));
    const united = eachOnDemand((nths: string) =>
      union(nths.split(',').map((nth) => audiences[Number(nth)] ?? nobody)),
    );
    const isLost = uses.some((use) => use.staying !== use.readers);
    const staying = isLost ? union([...new Set(uses.map((use) => use.staying))]) : everybody;
    const ways = (statedBy[entity] ?? []).map((one, at) => {
      const byValue = new Map<Stating, Set<number | undefined>>();
      for (const { values, readers } of all) {
        const nths = byValue.get(values[at]) ?? new Set();
        byValue.set(values[at], nths.add(nthOf.get(readers)));
      }
      const stated = [...byValue].map(([value, nths]) => ({ value, readers: united([...nths].join()) }));
      return eachOnDemand((now: Stating) => waysTo(now, one, stated, staying));
    });
    const had = uses.map(({ use }) => ({ readers: base.readers.of(use.owner) }));
    return { met: metBy(had), ways };
  });
  // The row of the data and that of the purpose both ask about the use.
  const replaced = keptWith((use: Use) => {
    const entity = entityIn(head.policy)(use.owner);
    const known = [use.what, ...(entity === 'recipient' ? [recipientOnce] : [])]
      .map((what) => keyOf(head.policy, use, what))
      .filter((key) => then().has(key));
    if (known.length === 0) return undefined;
    const [{ met, ways }, values] = [before(known.join('\v')), valuesOf(head.policy, use)];
    return { differing: ways.flatMap((from, at) => from(values[at])), met };
  });
  return ({ on, name, row, readers }) => {
    if (on !== 'added' || name !== row.relation || !Object.hasOwn(statedBy, entityOf(name))) return [];
    return (usesByRow(head.policy).get([name, ...row.key].join('\t')) ?? []).flatMap((use) => {
      const found = replaced(use);
      if (!found) return [];
      const { differing, met } = found;
      const ways = differing.flatMap(({ had, others, ...way }) => {
        const whom = withoutAny(union([...had].map((one) => common(one, readers))), others);
        return whom.length === 0 ? [] : [{ ...way, readers: whom, row }];
      });
      const first = withoutAny(
        readers,
        met(readers).map((one) => one.readers),
      );
      const wider = { name: 'applies', on: 'added', direction: 'expands', readers: first, row } as const;
      return [...ways, wider];
    });
  };
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
  const signOf = ({ owner, entry, data, what }: Use): string => JSON.stringify([owner, entry, data, what]);
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

/** The uses that each row says: of functions and technologies by purpose, of recipients by the company, of others by sort. */
export const usesByRow = keptWith((policy: Policy): ReadonlyMap<string, readonly Use[]> => {
  const uses = new Map<string, Use[]>();
  const useOf = new Map<unknown, Use>();
  for (const [at, needs] of purposesIn(policy)) {
    const [relation = '', , entry] = at.split('\t');
    const ofEntry = registerOf(relation) && entry !== undefined ? { entry } : {};
    for (const need of needs) {
      const { owner, data, purpose } = need;
      const use = useOf.get(need) ?? { owner, ...ofEntry, data, what: purpose };
      useOf.set(need, use);
      append(uses, at, use);
    }
  }
  const named = [
    ...rowsIn(policy).all('recipient.data').flatMap(givenBy(policy)),
    ...rowsIn(policy).all('recipient.listed').flatMap(listedIn(policy)),
    ...registerRelations.flatMap((list) => rowsIn(policy).all(list).map(calledIn)),
  ];
  for (const [{ relation, key }, use] of [...named, ...sortsIn(policy)])
    append(uses, [relation, ...key].join('\t'), use);
  return uses;
});

const usesIn = (policy: Policy): ReadonlySet<Use> => new Set([...usesByRow(policy).values()].flat());

type UseOf = readonly [row: Row, use: Use];

/** What a recipient by itself gets. */
function givenBy(policy: Policy): (row: Row) => readonly UseOf[] {
  return (row) => {
    const [owner = '', data = ''] = row.key;
    const { name, category } = rowsIn(policy).one('recipient', owner)?.values ?? {};
    return [[row, { owner, data, what: name === undefined ? `\f${category}` : String(name) }]];
  };
}

/** What an entry of a register gets; what every entry gets is stated of the list. */
function listedIn(policy: Policy): (row: Row) => readonly UseOf[] {
  const { below } = rowsIn(policy);
  return (row) => {
    const [owner = '', entry = ''] = row.key;
    const what = String(row.values.provider ?? row.values.name);
    const own = below('recipient.listed.data', owner, entry);
    const all = own.length > 0 ? own : below('recipient.data', owner);
    return all.map((each) => [
      own.length > 0 ? each : row,
      { owner, entry, data: each.key.at(-1) ?? '', what },
    ]);
  };
}

/** A component by its own name: of many nothing else is said. */
function calledIn(row: Row): UseOf {
  const [owner = '', entry = ''] = row.key;
  return [row, { owner, entry, data: '', what: `\f${row.values.name}` }];
}

function sortsIn(policy: Policy): readonly UseOf[] {
  const { all, below } = rowsIn(policy);
  // A right may stand in the clause of another one.
  const also = all('right.also').map((row): UseOf => {
    const [owner = '', what = ''] = row.key;
    return [row, { owner, data: '', what }];
  });
  const own = Object.entries(sorts).flatMap(([entity, sort]) =>
    all(entity as FactRelation).flatMap((row) => {
      const [owner = ''] = row.key;
      const { [sort]: what = '', name } = row.values;
      const whats = entity === 'recipient' && name !== undefined ? [what, name] : [what];
      const purposes = entity === 'function' ? below('function.purpose', owner) : [];
      if (purposes.length === 0)
        return whats.map((one): UseOf => [row, { owner, data: '', what: String(one) }]);
      // Of those without data one more is held against others for the same, as it is by data.
      const data = below('function.data', owner).length > 0 ? [''] : ['', '\f'];
      return purposes.flatMap((purpose) =>
        data.flatMap((one): UseOf[] => {
          const use = { owner, data: one, what: purpose.key[1] ?? '' };
          return [row, purpose].map((said) => [said, use]);
        }),
      );
    }),
  );
  return [...own, ...also];
}

function stays({ owner, entry }: Use, base: Policy, head: Policy): boolean {
  const entity = entityIn(base)(owner);
  if (entityIn(head)(owner) !== entity) return false;
  return (
    entry === undefined || rowsIn(head).one(`${entity}.listed` as FactRelation, owner, entry) !== undefined
  );
}

/** What makes two uses those of the same: what has it, the data, and one of its names. */
export function keyOf(policy: Policy, { owner, data }: Use, what: string): string {
  return `${entityIn(policy)(owner)}\t${data}\t${what}`;
}
