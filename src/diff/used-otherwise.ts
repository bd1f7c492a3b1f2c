import { append } from '../base/group.ts';
import { eachOnDemand, keptWith, onDemand } from '../base/on-demand.ts';
import { entityOf } from '../knowledge/facet.ts';
import type { Direction } from '../knowledge/meaning.ts';
import { knowledge } from '../knowledge/table.ts';
import { type Audience, union } from '../model/audience.ts';
import type { Policy, Row, Scalar } from '../model/policy.ts';
import type { FactRelation } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import type { OtherwiseFacet, RowFacet } from './facets.ts';
import { readersOfMore, type Side } from './kept-otherwise.ts';
import { purposesIn } from './uses.ts';

/**
 * A use of data by a clause. Two are of the same if they are for the same purpose, or give it to a company of one name. A
 * right, or what protects, is of no data, and the same as another of its sort.
 */
interface Use {
  readonly owner: string;
  /** Of its register. */
  readonly entry?: string;
  readonly data: string;
  /** A purpose, a name or a sort. */
  readonly what: string;
}

type Stating = Scalar | undefined;

/** Something that is stated of a use: by its clause, of the data or the purpose there, or of the consent. */
interface Stated {
  readonly relation: FactRelation;
  /** Empty for whether there is such a thing at all. */
  readonly value: string;
  /** What it means when it becomes another; undefined if nobody loses by it. */
  readonly worse: (before: Stating, after: Stating) => Direction | undefined;
}

/** Of the kind of consent nothing can be stated where none is asked for. */
const unasked = 'unasked';

function statedOf(relation: FactRelation): readonly Stated[] {
  return Object.entries(knowledge[relation].values).map(([value, { compare }]) => ({
    relation,
    value,
    worse: (before, after) => {
      if (before === after || before === unasked || after === unasked) return undefined;
      const { direction } = compare(before, after);
      return direction === 'expands' || direction === 'restricts' ? direction : undefined;
    },
  }));
}

const ofConsent: readonly Stated[] = [
  ...statedOf('consent'),
  {
    relation: 'consent',
    value: '',
    worse: (before, after) => (before === true && after === unasked ? 'expands' : undefined),
  },
];

const statedBy: Readonly<Record<string, readonly Stated[]>> = {
  function: [
    // How long its data is kept is asked of all rules for that.
    ...statedOf('function').filter(({ value }) => value !== 'keeps'),
    ...statedOf('function.data'),
    ...statedOf('function.purpose'),
    ...ofConsent,
  ],
  technology: statedOf('technology'),
  recipient: [...statedOf('recipient'), ...ofConsent],
  right: statedOf('right'),
  minors: statedOf('minors'),
  security: statedOf('security'),
};

/** Of these there is one of a sort: the value that says of which. One more beside it takes nothing away. */
const sorts = { right: 'right', minors: '', security: '' } as const;

/** A value, for the readers for whom a use has it. */
interface Valued {
  readonly value: Stating;
  readonly readers: Audience;
}

/**
 * For data that one more clause uses for a purpose, or gives to a company, and for a right, or what protects, in the place of
 * another: what readers lose by it against all clauses of its kind that did so, as if those had changed.
 */
export function usedOtherwiseIn(base: Side, head: Side): (facet: RowFacet) => readonly OtherwiseFacet[] {
  const now = onDemand(() => usesIn(head.policy));
  const then = onDemand(() => {
    const same = new Map<string, Map<string, Use>>();
    for (const use of [...usesIn(base.policy).values()].flat()) {
      if (use.data === '' && stays(use.owner, base.policy, head.policy)) continue;
      const key = keyOf(base.policy, use);
      same.set(key, (same.get(key) ?? new Map()).set(`${use.owner}\t${use.entry}`, use));
    }
    return same;
  });
  const before = eachOnDemand((key: string): readonly (readonly Valued[])[] => {
    const [entity = ''] = key.split('\t');
    const stated = [...(then().get(key)?.values() ?? [])].map((use) => ({
      readers: base.readers.of(use.owner),
      values: valuesOf(base.policy, use),
    }));
    return (statedBy[entity] ?? []).map((_, at) => {
      const byValue = new Map<Stating, Audience[]>();
      for (const { readers, values } of stated) append(byValue, values[at], readers);
      return [...byValue].map(([value, readers]) => ({ value, readers: union(readers) }));
    });
  });
  return ({ on, name, row, readers }) => {
    if (on !== 'added' || name !== row.relation || !Object.hasOwn(statedBy, entityOf(name))) return [];
    return (now().get([name, ...row.key].join('\t')) ?? []).flatMap((use) => {
      const key = keyOf(head.policy, use);
      if (!then().has(key)) return [];
      const values = valuesOf(head.policy, use);
      return (statedBy[entityOf(name)] ?? []).flatMap((stated, at) =>
        lost(stated, before(key)[at] ?? [], { value: values[at], readers }).map((one) => ({ ...one, row })),
      );
    });
  };
}

function lost(
  { relation, value, worse }: Stated,
  before: readonly Valued[],
  now: Valued,
): Omit<OtherwiseFacet, 'row'>[] {
  const directions = new Set(before.flatMap((old) => worse(old.value, now.value) ?? []));
  return [...directions].flatMap((direction) => {
    const readers = readersOfMore(before, now, (old) => worse(old.value, now.value) === direction);
    if (readers.length === 0) return [];
    return [
      value === ''
        ? { name: relation, on: 'removed', direction, readers }
        : { name: `${relation}.${value}`, on: 'changed', direction, readers },
    ];
  });
}

/** The uses that each row says: of functions and technologies by purpose, of recipients by the company, of others by sort. */
function usesIn(policy: Policy): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const [at, needs] of purposesIn(policy))
    uses.set(
      at,
      needs.map(({ owner, data, purpose }) => ({ owner, data, what: purpose })),
    );
  const named = [
    ...rowsIn(policy).all('recipient.data').flatMap(givenBy(policy)),
    ...rowsIn(policy).all('recipient.listed').flatMap(listedIn(policy)),
  ];
  for (const [{ relation, key }, use] of [...named, ...sortsIn(policy)])
    append(uses, [relation, ...key].join('\t'), use);
  return uses;
}

type UseOf = readonly [row: Row, use: Use];

/** What a recipient by itself gets. */
function givenBy(policy: Policy): (row: Row) => readonly UseOf[] {
  return (row) => {
    const [owner = '', data = ''] = row.key;
    const name = rowsIn(policy).one('recipient', owner)?.values.name;
    return name === undefined ? [] : [[row, { owner, data, what: String(name) }]];
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

function sortsIn(policy: Policy): readonly UseOf[] {
  return Object.entries(sorts).flatMap(([entity, sort]) =>
    rowsIn(policy)
      .all(entity as FactRelation)
      .map(
        (row): UseOf => [row, { owner: row.key[0] ?? '', data: '', what: String(row.values[sort] ?? '') }],
      ),
  );
}

function stays(owner: string, base: Policy, head: Policy): boolean {
  return entityIn(head, owner) === entityIn(base, owner);
}

function keyOf(policy: Policy, { owner, data, what }: Use): string {
  return `${entityIn(policy, owner)}\t${data}\t${what}`;
}

function entityIn(policy: Policy, owner: string): string {
  return Object.keys(statedBy).find((entity) => rowsIn(policy).one(entity as FactRelation, owner)) ?? '';
}

/** The values of a use, in the order in which they are stated. */
function valuesOf(policy: Policy, { owner, entry, data, what }: Use): readonly Stating[] {
  const { one, below } = rowsIn(policy);
  const entity = entityIn(policy, owner);
  const { basis } = one('function.purpose', owner, what)?.values ?? {};
  // A consent is for the purposes that are said to rest on consent; where none is, for all.
  const isFor =
    basis === 'consent' || !below('function.purpose', owner).some(({ values }) => values.basis === 'consent');
  const consent = isFor ? one('consent', unitsIn(policy).get(owner) ?? owner)?.values : undefined;
  const ofEntry = entry === undefined ? undefined : one('recipient.listed', owner, entry)?.values;
  const rows: Partial<Record<FactRelation, Readonly<Record<string, Scalar>>>> = {
    [entity]: { ...one(entity as FactRelation, owner)?.values, ...ofEntry },
    'function.data': one('function.data', owner, data)?.values ?? {},
    // What is asked for rests on consent, where nothing else is said.
    'function.purpose': {
      ...one('function.purpose', owner, what)?.values,
      ...(consent && basis === undefined ? { basis: 'consent' } : {}),
    },
  };
  return (statedBy[entity] ?? []).map(({ relation, value }) => {
    if (relation !== 'consent') return rows[relation]?.[value];
    if (value === '') return consent ? true : unasked;
    return consent ? consent[value] : unasked;
  });
}

const unitsIn = keptWith(
  (policy: Policy): ReadonlyMap<string, string> =>
    new Map(
      rowsIn(policy)
        .all('consent.covers')
        .map(({ key: [unit = '', clause = ''] }) => [clause, unit]),
    ),
);
