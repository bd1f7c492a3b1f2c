import type { Place } from '../base/place.ts';
import type { Direction } from '../knowledge/meaning.ts';
import type { Audience } from '../model/audience.ts';
import type { Row, Scalar, Table } from '../model/policy.ts';
import type { RelationName } from '../model/relations.ts';

/** A row without its places: what a change holds of it. */
export interface PlainRow {
  readonly relation: RelationName;
  readonly key: readonly string[];
  readonly values: Readonly<Record<string, Scalar>>;
}

/** What one side has: the row itself and every row that came or went with it, or a single value. */
export type Side =
  | { readonly row: PlainRow; readonly carries: readonly PlainRow[] }
  | {
      readonly value: Scalar | null;
      /** The other values of the same statement that changed with it. */
      readonly beside?: Readonly<Record<string, Scalar | null>>;
      readonly carries?: readonly PlainRow[];
    };

/** For whom a change is true. */
export interface Affects {
  /** `everybody`, `readers in Singapore`. */
  readonly words: string;
  readonly readers: Audience;
  /** Of a change of whom something is for: those for whom it is new, and those for whom it is gone. */
  readonly gain?: Audience;
  readonly lose?: Audience;
}

/**
 * One change of meaning, described. It can be rebuilt from JSON: nothing here refers to the policies it came from.
 * `before` is null for an addition, `after` for a removal.
 */
export interface Change {
  readonly kind: string;
  readonly table: Table;
  readonly relation: RelationName;
  readonly key: readonly string[];
  /** The value of the row that differs; absent when the row itself came or went. */
  readonly name?: string;
  /** How the days of a time are counted on both sides, where they are no calendar days. */
  readonly days?: 'working';
  readonly before: Side | null;
  readonly after: Side | null;
  readonly direction: Direction;
  readonly affects: Affects;
  /** One line in plain words. */
  readonly words: string;
  readonly base: Place | null;
  readonly head: Place | null;
  /** `v1:` and 128 bits in hexadecimal, over kind, coordinate and both sides alone. */
  readonly fingerprint: string;
}

export function plainRow({ relation, key, values }: Row): PlainRow {
  return { relation, key, values };
}
