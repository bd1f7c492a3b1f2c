import { keptWith } from '../base/on-demand.ts';
import type { Direction } from '../knowledge/meaning.ts';
import { knowledge } from '../knowledge/table.ts';
import type { Policy, Scalar } from '../model/policy.ts';
import type { FactRelation } from '../model/relations.ts';
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
  /** A recipient without a name. */
  readonly isUnnamed?: boolean;
}

export type Stating = Scalar | undefined;

/** Something that is stated of a use: by its clause, of the data or the purpose there, or of the consent. */
export interface Stated {
  readonly relation: FactRelation;
  /** Empty for whether there is such a thing at all, and for a list. */
  readonly value: string;
  readonly on: 'added' | 'removed' | 'changed';
  /** Its value is the members of a list, each with what is stated of it, if that is asked. */
  readonly isList?: true;
  /** Which way it goes when it becomes another; undefined if that is nothing. */
  readonly way: (before: Stating, after: Stating) => Direction | undefined;
}

/** Of the kind of consent nothing can be stated where none is asked for. */
const unasked = 'unasked';

function statedOf(relation: FactRelation): readonly Stated[] {
  return Object.entries(knowledge[relation].values).map(([value, { compare }]) => ({
    relation,
    value,
    on: 'changed',
    way: (before, after) => {
      if (before === after || before === unasked || after === unasked) return undefined;
      const { direction, aside } = compare(before, after);
      return aside ? undefined : direction;
    },
  }));
}

const ofConsent: readonly Stated[] = [
  ...statedOf('consent'),
  {
    relation: 'consent',
    value: '',
    on: 'removed',
    way: (before, after) => (before === true && after === unasked ? 'expands' : undefined),
  },
];

/** A list of which each member takes something from readers: whoever has one more has lost by it. */
function takenBy(relation: FactRelation): Stated {
  const way: Stated['way'] = (before, after) =>
    membersOf(after).some((one) => !membersOf(before).includes(one)) ? 'restricts' : undefined;
  return { relation, value: '', on: 'added', isList: true, way };
}

/** A list that limits as long as it has a member. */
function limitedBy(relation: FactRelation): Stated {
  const way: Stated['way'] = (before, after) => (before !== '' && after === '' ? 'expands' : undefined);
  return { relation, value: '', on: 'removed', isList: true, way };
}

/** What is said of members that stay, and is good for readers. */
function saidOfEach(relation: FactRelation, value: string): Stated {
  const way: Stated['way'] = (before, after) =>
    membersOf(after).some((one) => membersOf(before).includes(`${one}\f`)) ? 'expands' : undefined;
  return { relation, value, on: 'changed', isList: true, way };
}

function membersOf(list: Stating): readonly string[] {
  return list === undefined || list === '' ? [] : String(list).split('\t');
}

export const statedBy: Readonly<Record<string, readonly Stated[]>> = {
  function: [
    // How long its data is kept is asked of all rules for that.
    ...statedOf('function').filter(({ value }) => value !== 'keeps'),
    ...statedOf('function.data'),
    ...statedOf('function.purpose'),
    ...ofConsent,
    takenBy('function.requires'),
    saidOfEach('function.permission', 'trigger'),
  ],
  technology: [
    ...statedOf('technology'),
    ...statedOf('technology.listed'),
    limitedBy('technology.listed.product'),
  ],
  recipient: [
    ...statedOf('recipient'),
    ...statedOf('recipient.listed'),
    ...ofConsent,
    limitedBy('recipient.function'),
    limitedBy('recipient.listed.product'),
  ],
  right: [...statedOf('right'), takenBy('right.ground')],
  minors: statedOf('minors'),
  security: statedOf('security'),
};

export function entityIn(policy: Policy, owner: string): string {
  return Object.keys(statedBy).find((entity) => rowsIn(policy).one(entity as FactRelation, owner)) ?? '';
}

/** The values of a use, in the order in which they are stated. */
export function valuesOf(policy: Policy, { owner, entry, data, what }: Use): readonly Stating[] {
  const { one, below } = rowsIn(policy);
  const entity = entityIn(policy, owner);
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
