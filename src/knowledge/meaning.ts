import { compareDurations } from '../base/duration.ts';
import type { Scalar } from '../model/policy.ts';
import { type Say, sayingOf, type Words } from './say.ts';

/**
 * The direction of a change. `expands` and `narrows` are about what is done with data, `restricts` and `eases` about what
 * readers can do; `changes` has no order. A direction is no benefit: keeping data for a shorter time may cost readers
 * something.
 */
export type Direction = 'expands' | 'narrows' | 'restricts' | 'eases' | 'changes';

export const mirrorOf: Readonly<Record<Direction, Direction>> = {
  expands: 'narrows',
  narrows: 'expands',
  restricts: 'eases',
  eases: 'restricts',
  changes: 'changes',
};

/** The meaning of a change of a fact: its kind, its direction, and the words for it. */
export interface Meaning {
  readonly kind: string;
  readonly direction: Direction;
  readonly say: Say;
  /** One party or company replaces another: the one is gone, and the other is new. */
  readonly replaces?: true;
  /** It rests on a declaration of the policy: it is still the same party. */
  readonly declared?: true;
  /** Only a watch that names the value sees it, not one on the entity. */
  readonly aside?: true;
}

export type Values = Readonly<Record<string, Scalar>>;

/** The meanings of a change of a value. `undefined` is a value that is not stated. */
export interface ValueKnowledge {
  /** Every meaning it can have, in pairs that mirror each other; an odd last one mirrors itself. */
  readonly meanings: readonly Meaning[];
  /** `rows` has all values of the two rows, for meanings that depend on other values. */
  readonly compare: (
    before: Scalar | undefined,
    after: Scalar | undefined,
    rows?: readonly [before: Values, after: Values],
  ) => Meaning;
}

/** The meanings of changes in a relation: rows that come and go, and values that change. */
export interface RelationKnowledge {
  readonly added: Meaning;
  readonly removed: Meaning;
  readonly values: Readonly<Record<string, ValueKnowledge>>;
  /**
   * For a list that sets a limit: the meaning of its first member's coming and its last one's going, in place of `added`
   * and `removed`.
   */
  readonly limits?: { readonly first: Meaning; readonly last: Meaning };
  /**
   * For a list that says who somebody is: the meaning of its first entry's coming and its last one's going, in place of
   * `added` and `removed`. Without entries, nobody is named any more.
   */
  readonly named?: { readonly first: Meaning; readonly last: Meaning };
  /** The meaning when some rows come while others go, if that is one change. */
  readonly exchanged?: Meaning;
  /** For lists of data: the meanings of a narrower or a wider category in place of another. */
  readonly along?: { readonly narrower: Meaning; readonly wider: Meaning };
  /** The meanings of rows that come and go where readers lose by the entity: see `knowledgeOf`. */
  readonly against?: { readonly added: Meaning; readonly removed: Meaning };
  /** The row follows from others: by itself it changes nothing for anybody. */
  readonly derived: boolean;
  /** Why its rows only ever come, so that `added` has no opposite. */
  readonly onlyComes?: string;
}

/** A meaning as the tables write it. */
export type Half = readonly [kind: string, direction: Direction, words: Words];

export function meaning([kind, direction, words]: Half): Meaning {
  return { kind, direction, say: sayingOf(words) };
}

/** What changes in a relation mean, from halves: see `RelationKnowledge` for each part. */
export function relation(
  added: Half,
  removed: Half,
  values: RelationKnowledge['values'] = {},
  more: {
    readonly limits?: readonly [first: Half, last: Half];
    readonly named?: readonly [first: Half, last: Half];
    readonly along?: readonly [narrower: Half, wider: Half];
    readonly exchanged?: Half;
    readonly against?: readonly [added: Half, removed: Half];
    readonly derived?: boolean;
    readonly onlyComes?: string;
  } = {},
): RelationKnowledge {
  const { limits, named, along, exchanged, against, derived = false, onlyComes } = more;
  return {
    added: meaning(added),
    removed: meaning(removed),
    values,
    derived,
    ...(limits ? { limits: { first: meaning(limits[0]), last: meaning(limits[1]) } } : {}),
    ...(named ? { named: { first: meaning(named[0]), last: meaning(named[1]) } } : {}),
    ...(against ? { against: { added: meaning(against[0]), removed: meaning(against[1]) } } : {}),
    ...(exchanged ? { exchanged: meaning(exchanged) } : {}),
    ...(onlyComes === undefined ? {} : { onlyComes }),
    ...(along ? { along: { narrower: meaning(along[0]), wider: meaning(along[1]) } } : {}),
  };
}

/** Three meanings, and the sign of a change: above 0 is the first, below 0 the second. */
function signed(
  rises: Half,
  falls: Half,
  otherwise: Half,
  signOf: (...change: Parameters<ValueKnowledge['compare']>) => number | undefined,
): ValueKnowledge {
  const [up, down, other] = [meaning(rises), meaning(falls), meaning(otherwise)];
  return {
    meanings: [up, down, other],
    compare: (...change) => {
      const sign = signOf(...change) ?? 0;
      return sign === 0 ? other : sign > 0 ? up : down;
    },
  };
}

/** A value with ordered values, lowest first; those not listed have no order. */
export function scale(order: readonly Scalar[], rises: Half, falls: Half, otherwise: Half): ValueKnowledge {
  return signed(rises, falls, otherwise, (before, after) => {
    const [from, to] = [order.indexOf(before ?? ''), order.indexOf(after ?? '')];
    if (from === -1 || to === -1) return 0;
    return to > from ? 1 : -1;
  });
}

/** A value with one choice apart from all others. */
export function choice(one: Scalar, chosen: Half, left: Half, otherwise: Half): ValueKnowledge {
  return signed(chosen, left, otherwise, (before, after) => (after === one ? 1 : before === one ? -1 : 0));
}

/** A value with some choices that are more than all others; not stated is neither. */
export function topmost(most: readonly Scalar[], rises: Half, falls: Half, otherwise: Half): ValueKnowledge {
  return signed(rises, falls, otherwise, (before, after) =>
    before === undefined || after === undefined ? 0 : +most.includes(after) - +most.includes(before),
  );
}

/** A value without order that may be absent; `nothing` is a value that states there is none. */
export function present(comes: Half, goes: Half, otherwise: Half, nothing?: Scalar): ValueKnowledge {
  const isThere = (stated: Scalar | undefined): boolean => stated !== undefined && stated !== nothing;
  return signed(comes, goes, otherwise, (before, after) => +isThere(after) - +isThere(before));
}

/** The meanings of stating some values where nothing was stated, and of no longer stating them. */
interface Stating {
  readonly of: readonly Scalar[];
  readonly comes: Half;
  readonly goes: Half;
}

/** The same for a value that may be unstated. Values without an entry are compared as before. */
export function orSilent(value: ValueKnowledge, ...entries: readonly Stating[]): ValueKnowledge {
  const known = entries.map(({ of, comes, goes }) => ({ of, comes: meaning(comes), goes: meaning(goes) }));
  const entryOf = (stated: Scalar | undefined) => known.find(({ of }) => of.some((one) => one === stated));
  return {
    ...value,
    meanings: [...known.flatMap(({ comes, goes }) => [comes, goes]), ...value.meanings],
    compare: (before, after) =>
      (before === undefined ? entryOf(after)?.comes : undefined) ??
      (after === undefined ? entryOf(before)?.goes : undefined) ??
      value.compare(before, after),
  };
}

/** True or false, or whether a text is there at all. Not stated is the least. */
export function flag(on: Half, off: Half): ValueKnowledge {
  const [up, down] = [meaning(on), meaning(off)];
  const order: readonly (Scalar | undefined)[] = [undefined, false, true];
  return {
    meanings: [up, down],
    compare: (before, after) => (order.indexOf(after) > order.indexOf(before) ? up : down),
  };
}

/** Whether a text is there that says something; saying it is good for readers, unless told otherwise. */
export function stated(name: string, what: string, direction: Direction = 'eases'): ValueKnowledge {
  return flag(
    [`${name}-stated`, direction, `{0} now says ${what}.`],
    [`${name}-unstated`, mirrorOf[direction], `{0} no longer says ${what}.`],
  );
}

/** What an unstated limit amounts to, where none is longer than any. */
export const unlimited = 'P9999Y';

/** Words that a period may be written as. */
interface PeriodWords {
  /** What an unstated period amounts to; without it, stating one is a change without direction. */
  readonly unstated?: string;
  /** What outlasts every period, such as `never` for how often something is done. */
  readonly longest?: string;
}

/** An ISO 8601 period; two that no calendar can order merely differ. */
export function period(
  longer: Half,
  shorter: Half,
  otherwise: Half,
  { unstated = '', longest }: PeriodWords = {},
): ValueKnowledge {
  return signed(longer, shorter, otherwise, (...sides) => {
    const [before, after] = [String(sides[0] ?? unstated), String(sides[1] ?? unstated)];
    if (after === before || (after !== longest && before !== longest)) return compareDurations(after, before);
    const [lasts, one] = after === longest ? [1, before] : [-1, after];
    return one === '' ? undefined : lasts;
  });
}

/** A number: more, less, or stated on one side alone. */
export function number(more: Half, less: Half, otherwise: Half): ValueKnowledge {
  return signed(more, less, otherwise, (before, after) => {
    if (typeof before !== 'number' || typeof after !== 'number') return 0;
    return after > before ? 1 : -1;
  });
}

/** A value whose order depends on the rest of the row: positive where it is better, negative where it is worse. */
export function byRows(
  better: Half,
  worse: Half,
  otherwise: Half,
  order: (before: Values, after: Values) => number,
): ValueKnowledge {
  return signed(better, worse, otherwise, (_before, _after, rows) => (rows ? order(...rows) : 0));
}

/** A value without order. */
export function plain(kind: string, words: Words): ValueKnowledge {
  const only = meaning([kind, 'changes', words]);
  return { meanings: [only], compare: () => only };
}

/** Marks a value that only says where to find more (an address): only a watch that names the value sees it change. */
export function aside(value: ValueKnowledge): ValueKnowledge {
  const stands = (one: Meaning): Meaning => ({ ...one, aside: true });
  return {
    meanings: value.meanings.map(stands),
    compare: (before, after, rows) => stands(value.compare(before, after, rows)),
  };
}

/** For a list of data: the kinds `NAME-narrowed` and `NAME-widened`. Of what protects, the narrower is less. */
export function alongTaxonomy(
  name: string,
  [narrower, wider]: readonly [narrower: Direction, wider: Direction] = ['narrows', 'expands'],
): { readonly along: readonly [narrower: Half, wider: Half] } {
  const say: Say = ({ key, before, after }) => `${key.slice(0, -1).join(': ')}: ${before} is now ${after}.`;
  return {
    along: [
      [`${name}-narrowed`, narrower, say],
      [`${name}-widened`, wider, say],
    ],
  };
}
