import { compareDurations } from '../base/duration.ts';
import type { Scalar } from '../model/policy.ts';

/**
 * Which way a change goes. `expands` and `narrows` speak of what is done with data; `restricts` and `eases` of what
 * the reader can do; `changes` has no order. Direction is not benefit: keeping data for a shorter time may cost the
 * reader something.
 */
export type Direction = 'expands' | 'narrows' | 'restricts' | 'eases' | 'changes';

export const mirrorOf: Readonly<Record<Direction, Direction>> = {
  expands: 'narrows',
  narrows: 'expands',
  restricts: 'eases',
  eases: 'restricts',
  changes: 'changes',
};

/** What a change of a fact means: the kind it is called by, which way it goes, and how it is said in a sentence. */
export interface Meaning {
  readonly kind: string;
  readonly direction: Direction;
  readonly say: Say;
  /** Somebody else stands in the place of who was told: the one is gone, and the other is new. */
  readonly replaces?: true;
  /** It is so because the policy declares it: who was told is still the same. */
  readonly declared?: true;
  /** No watch on the entity means it: only one that names the value. */
  readonly aside?: true;
}

/** Makes the sentence of a change. `key` holds the names of the parts of its key; `before` and `after` the two values in words. */
export type Say = (words: {
  readonly key: readonly string[];
  readonly before: string;
  readonly after: string;
}) => string;

/** What something was before: the end of a sentence. */
export function was(before: string | undefined): string {
  return before === 'not stated' ? 'nothing was said of it' : `it was ${before}`;
}

/** “Orders: the tier is now basic; it was additional.” */
export const became =
  (what: string): Say =>
  ({ key, before, after }) =>
    after === 'not stated'
      ? `${key[0]} no longer says ${what}; it was ${before}.`
      : `${key[0]}: ${what} is now ${after}; ${was(before)}.`;

/** All that a row states. */
export type Values = Readonly<Record<string, Scalar>>;

/** What it means that a value of a row becomes another. `undefined` is a value that is not stated. */
export interface ValueKnowledge {
  /** Every meaning it can have: they mirror each other two by two, and an odd last one itself. */
  readonly meanings: readonly Meaning[];
  /** `rows` are all values of the two rows, for what means one thing beside this and another beside that. */
  readonly compare: (
    before: Scalar | undefined,
    after: Scalar | undefined,
    rows?: readonly [before: Values, after: Values],
  ) => Meaning;
}

/** What changes in a relation mean: its rows' coming and going, and each of their values becoming another. */
export interface RelationKnowledge {
  readonly added: Meaning;
  readonly removed: Meaning;
  readonly values: Readonly<Record<string, ValueKnowledge>>;
  /**
   * For a list without which there is no limit: what its first member's coming and its last one's going mean, in
   * place of `added` and `removed`.
   */
  readonly limits?: { readonly first: Meaning; readonly last: Meaning };
  /**
   * For a list that says who somebody is: what its first entry's coming and its last one's going mean, in place of
   * `added` and `removed`. Nobody is named any more, and who they are is no longer said.
   */
  readonly named?: { readonly first: Meaning; readonly last: Meaning };
  /** What some of its rows coming while others go means, where that is one change. */
  readonly exchanged?: Meaning;
  /** For lists of data: what putting a narrower or a wider category in place of another means. */
  readonly along?: { readonly narrower: Meaning; readonly wider: Meaning };
  /** What its rows' coming and going mean where the entity is one that readers lose by: see `knowledgeOf`. */
  readonly against?: { readonly added: Meaning; readonly removed: Meaning };
  /** The row follows from other rows: by itself its coming or going changes nothing for anybody. */
  readonly derived: boolean;
  /** Why its rows only ever come, so that `added` has no opposite. */
  readonly onlyComes?: string;
}

/** A meaning as the tables write it: kind, direction, words. */
export type Half = readonly [kind: string, direction: Direction, say: Say];

export const meaning = ([kind, direction, say]: Half): Meaning => ({ kind, direction, say });

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

/** A value whose possible values stand in an order, lowest first; those not listed have none. */
export function scale(order: readonly Scalar[], rises: Half, falls: Half, otherwise: Half): ValueKnowledge {
  const [up, down, other] = [meaning(rises), meaning(falls), meaning(otherwise)];
  return {
    meanings: [up, down, other],
    compare: (before, after) => {
      const [from, to] = [order.indexOf(before ?? ''), order.indexOf(after ?? '')];
      if (from === -1 || to === -1) return other;
      return to > from ? up : down;
    },
  };
}

/** A value of which one choice stands apart from all the others. */
export function choice(one: Scalar, chosen: Half, left: Half, otherwise: Half): ValueKnowledge {
  const [up, down, other] = [meaning(chosen), meaning(left), meaning(otherwise)];
  return {
    meanings: [up, down, other],
    compare: (before, after) => (after === one ? up : before === one ? down : other),
  };
}

/** A value of which some choices are more than all the others; what is not stated is neither. */
export function topmost(most: readonly Scalar[], rises: Half, falls: Half, otherwise: Half): ValueKnowledge {
  const [up, down, other] = [meaning(rises), meaning(falls), meaning(otherwise)];
  const isMost = (value: Scalar): boolean => most.includes(value);
  return {
    meanings: [up, down, other],
    compare: (before, after) => {
      if (before === undefined || after === undefined || isMost(before) === isMost(after)) return other;
      return isMost(after) ? up : down;
    },
  };
}

/** A value without order that can be there or not; `nothing` is a value that says that there is none. */
export function present(comes: Half, goes: Half, otherwise: Half, nothing?: Scalar): ValueKnowledge {
  const [up, down, other] = [meaning(comes), meaning(goes), meaning(otherwise)];
  const isThere = (stated: Scalar | undefined): boolean => stated !== undefined && stated !== nothing;
  return {
    meanings: [up, down, other],
    compare: (before, after) => {
      if (isThere(before) === isThere(after)) return other;
      return isThere(after) ? up : down;
    },
  };
}

/** What it means to state some values where nothing was said, and to say nothing any more. */
interface Stating {
  readonly of: readonly Scalar[];
  readonly comes: Half;
  readonly goes: Half;
}

/** The same value, of which a policy may say nothing. What no entry speaks of is compared as ever. */
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

/** True or false; also whether a text is there at all. Not stated is the least. */
export function flag(on: Half, off: Half): ValueKnowledge {
  const [up, down] = [meaning(on), meaning(off)];
  const order: readonly (Scalar | undefined)[] = [undefined, false, true];
  return {
    meanings: [up, down],
    compare: (before, after) => (order.indexOf(after) > order.indexOf(before) ? up : down),
  };
}

/** No limit is longer than any: what not stating one amounts to. */
export const unlimited = 'P9999Y';

/** Words that a period may be written as. */
interface PeriodWords {
  /** What not stating one amounts to; without it, that only differs. */
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
  const [up, down, other] = [meaning(longer), meaning(shorter), meaning(otherwise)];
  const order = (after: string, before: string): number | undefined => {
    if (after === before || (after !== longest && before !== longest)) return compareDurations(after, before);
    const [lasts, one] = after === longest ? [1, before] : [-1, after];
    return one === '' ? undefined : lasts;
  };
  return {
    meanings: [up, down, other],
    compare: (before, after) => {
      const sign = order(String(after ?? unstated), String(before ?? unstated));
      if (sign === undefined || sign === 0) return other;
      return sign > 0 ? up : down;
    },
  };
}

/** A number: more, less, or stated on one side alone. */
export function number(more: Half, less: Half, otherwise: Half): ValueKnowledge {
  const [up, down, other] = [meaning(more), meaning(less), meaning(otherwise)];
  return {
    meanings: [up, down, other],
    compare: (before, after) => {
      if (typeof before !== 'number' || typeof after !== 'number') return other;
      return after > before ? up : down;
    },
  };
}

/** A value whose order the rest of the row tells: above nought where it is better, and below where it is worse. */
export function byRows(
  better: Half,
  worse: Half,
  otherwise: Half,
  order: (before: Values, after: Values) => number,
): ValueKnowledge {
  const [up, down, other] = [meaning(better), meaning(worse), meaning(otherwise)];
  return {
    meanings: [up, down, other],
    compare: (_before, _after, rows) => {
      const sign = rows === undefined ? 0 : order(...rows);
      return sign === 0 ? other : sign > 0 ? up : down;
    },
  };
}

/** A value without order. */
export function plain(kind: string, say: Say): ValueKnowledge {
  const only = meaning([kind, 'changes', say]);
  return { meanings: [only], compare: () => only };
}

/** Marks a value as one that only says where to find more (an address): just a watch that names the value itself sees it change. */
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
