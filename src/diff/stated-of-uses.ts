import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import type { Meaning, RelationKnowledge } from '../knowledge/meaning.ts';
import { knowledge } from '../knowledge/table.ts';
import { kindsOfFacts } from '../model/kinds.ts';
import type { Policy, Scalar } from '../model/policy.ts';
import { type FactRelation, registerRelations, relations } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';

/**
 * A use of data by a clause. Two are of the same if they are for the same purpose, or give it to a company of one name, or to
 * unnamed ones of one category. A right, or what protects, is of no data, and the same as another of its sort.
 */
export interface Use {
  readonly owner: string;
  /** Of its register. */
  readonly entry?: string;
  readonly data: string;
  /** A purpose, a name or a sort. */
  readonly what: string;
}

export type Stating = Scalar | undefined;

/** What it is that something becomes another: its direction, and what a watch sees come or go with it. */
export interface Way extends Pick<Meaning, 'direction' | 'aside'> {
  readonly on?: 'added' | 'removed';
}

/** Something that is stated of a use: by its clause, of the data or the purpose there, or of the consent. */
export interface Stated {
  readonly relation: FactRelation;
  /** Empty for whether there is such a thing at all, and for a list. */
  readonly value: string;
  /** Its value is the members of a list, each with what is stated of it, if that is asked. */
  readonly isList?: true;
  /** Which way it goes when it becomes another; undefined if that is nothing, null if nothing follows from the two. */
  readonly way: (before: Stating, after: Stating) => Way | undefined | null;
}

/** Of the kind of consent nothing can be stated where none is asked for. */
const unasked = 'unasked';

function statedOf(relation: FactRelation): readonly Stated[] {
  return Object.entries(knowledge[relation].values).map(([value, { compare }]) => ({
    relation,
    value,
    way: (before, after) =>
      before === after || before === unasked || after === unasked ? undefined : compare(before, after),
  }));
}

const goes: Way = { on: 'removed', direction: 'expands' };
const ofConsent: readonly Stated[] = [
  ...statedOf('consent'),
  {
    relation: 'consent',
    value: '',
    way: (before, after) => (before === true && after === unasked ? goes : undefined),
  },
];

/**
 * The lists of an entity, as far as another clause with more or fewer members says another thing than that it is new: a list
 * that limits as long as it has a member, one that must not fall silent, and one of which each member takes something, or
 * gives it.
 */
function listsOf(entity: FactRelation): readonly Stated[] {
  return (Object.keys(relations) as FactRelation[]).flatMap((relation) => {
    const ofEntity = relation.startsWith(`${entity}.`) && !relation.slice(entity.length + 1).includes('.');
    if (!ofEntity || registerRelations.some((one) => one === relation)) return [];
    const ways = waysOfList(knowledge[relation]);
    if (!ways.last && !ways.goes) return [];
    return [{ relation, value: '', isList: true, way: wayOfList(ways) }];
  });
}

function waysOfList({ added, removed, limits, named }: RelationKnowledge): ListWays {
  const takes = added.direction === 'restricts';
  const gives = removed.direction === 'restricts' || removed.direction === 'expands';
  return {
    first: limits && { on: 'added', direction: limits.first.direction },
    last: limits ? { on: 'removed', direction: limits.last.direction } : named && { direction: 'restricts' },
    comes: takes ? { on: 'added', direction: 'restricts' } : undefined,
    goes: takes || gives ? { on: 'removed', direction: removed.direction } : undefined,
  };
}

/** What it is that a list has its first member, its last one no more, one that it had not, and one no more that it had. */
type ListWays = Readonly<Record<'first' | 'last' | 'comes' | 'goes', Way | undefined>>;

function wayOfList({ first, last, comes, goes }: ListWays): Stated['way'] {
  return (before, after) => {
    if (before === '' && after !== '' && first) return first;
    if (before !== '' && after === '' && last) return last;
    const [was, is] = [membersOf(before), membersOf(after)];
    if (comes && is.some((one) => !was.includes(one))) return comes;
    return was.some((one) => !is.includes(one)) ? goes : undefined;
  };
}

/** What is said of members that stay, and is good for readers. */
function saidOfEach(relation: FactRelation, value: string): Stated {
  const lost: Way = { direction: 'expands' };
  const way: Stated['way'] = (before, after) =>
    membersOf(after).some((one) => membersOf(before).includes(`${one}\f`)) ? lost : undefined;
  return { relation, value, isList: true, way };
}

/** A promise, with the act that says whether it turns against readers. */
function turned(before: Stating, after: Stating): Way | undefined | null {
  const [was = ['', ''], is = ['', '']] = [before, after].map((one) => String(one).split('\t'));
  const [[then = '', act = ''], [now = '', other = '']] = [was, is];
  if (then === now) return act === other ? undefined : null;
  const rows = [
    { promise: then, act },
    { promise: now, act: other },
  ] as const;
  return knowledge.commitment.values.promise?.compare(then, now, rows);
}

function membersOf(list: Stating): readonly string[] {
  return list === undefined || list === '' ? [] : String(list).split('\t');
}

const allOf = (entity: FactRelation): readonly Stated[] => [...statedOf(entity), ...listsOf(entity)];

const ofAnyKind: readonly FactRelation[] = ['party', ...kindsOfFacts.filter((kind) => kind !== 'retention')];

/** What is stated by each kind; rules for keeping are compared by the data that they govern (`kept-otherwise.ts`). */
export const statedBy: Readonly<Record<string, readonly Stated[]>> = {
  ...Object.fromEntries(ofAnyKind.map((kind) => [kind, allOf(kind)])),
  function: [
    // How long its data is kept is asked of all rules for that, apart from its being said at all.
    ...allOf('function').map((one): Stated => {
      const way: Stated['way'] = (before, after) =>
        before === undefined ? one.way(before, after) : undefined;
      return one.value === 'keeps' ? { ...one, way } : one;
    }),
    ...statedOf('function.data'),
    ...statedOf('function.purpose'),
    ...ofConsent,
    saidOfEach('function.permission', 'trigger'),
  ],
  technology: [...allOf('technology'), ...allOf('technology.listed')],
  recipient: [...allOf('recipient'), ...allOf('recipient.listed'), ...ofConsent],
  commitment: allOf('commitment').map((one) => (one.value === 'promise' ? { ...one, way: turned } : one)),
};

/** What a clause is; asked of each of thousands of entries of one list. */
export const entityIn = keptWith((policy: Policy) =>
  eachOnDemand(
    (owner: string): string =>
      Object.keys(statedBy).find((entity) => rowsIn(policy).one(entity as FactRelation, owner)) ?? '',
  ),
);

const known = keptWith((_: Policy) => new Map<string, readonly Stating[]>());

/** The values of a use, in the order in which they are stated; of functions alone some are of the data and the purpose. */
export function valuesOf(policy: Policy, use: Use): readonly Stating[] {
  const { owner, entry, data, what } = use;
  const entity = entityIn(policy)(owner);
  const at = entity === 'function' ? `${owner}\t${data}\t${what}` : `${owner}\t${entry}`;
  const values = known(policy).get(at) ?? statedOfUse(policy, entity, use);
  known(policy).set(at, values);
  return values;
}

function statedOfUse(policy: Policy, entity: string, { owner, entry, data, what }: Use): readonly Stating[] {
  const { one, below } = rowsIn(policy);
  const { basis } = one('function.purpose', owner, what)?.values ?? {};
  // A consent is for the purposes that are said to rest on consent; where none is, for all.
  const isFor =
    basis === 'consent' || !below('function.purpose', owner).some(({ values }) => values.basis === 'consent');
  const consent = isFor ? one('consent', unitsIn(policy).get(owner) ?? owner)?.values : undefined;
  const listed = `${entity}.listed` as FactRelation;
  const ofEntry = entry === undefined ? undefined : one(listed, owner, entry)?.values;
  // What an entry does not say is that of its clause.
  const own = { ...one(entity as FactRelation, owner)?.values, ...ofEntry };
  const rows: Partial<Record<FactRelation, Readonly<Record<string, Scalar>>>> = {
    [entity]: own,
    [listed]: own,
    ...(entity === 'commitment' ? { commitment: { ...own, promise: `${own.promise}\t${own.act}` } } : {}),
    'function.data': one('function.data', owner, data)?.values ?? {},
    // What is asked for rests on consent, where nothing else is said.
    'function.purpose': {
      ...one('function.purpose', owner, what)?.values,
      ...(consent && basis === undefined ? { basis: 'consent' } : {}),
    },
  };
  return (statedBy[entity] ?? []).map(({ relation, value, isList }) => {
    if (isList) {
      const start = relation.includes('.listed.') ? [owner, entry ?? ''] : [owner];
      const members = below(relation, ...start);
      return members
        .map(({ key, values }) => `${key.at(-1)}${values[value] === true ? '\f' : ''}`)
        .join('\t');
    }
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
