import type { Place } from '../base/place.ts';
import type { Direction } from '../knowledge/meaning.ts';
import type { Audience } from '../model/audience.ts';
import type { Row, Scalar, Table } from '../model/policy.ts';
import type { RelationName } from '../model/relations.ts';

/** A row without its places: what a change keeps of it, so that it can be written as JSON and hashed. */
export interface PlainRow {
  readonly relation: RelationName;
  readonly key: readonly string[];
  readonly values: Readonly<Record<string, Scalar>>;
}

/**
 * What one policy has of what changed. If a whole row came or went: the row, and in `carries` every row that came or went
 * with it (a clause carries its data, purposes and texts). If a value of a row changed: the value, null for one that is
 * not stated.
 */
export type Side =
  | { readonly row: PlainRow; readonly carries: readonly PlainRow[] }
  | {
      readonly value: Scalar | null;
      /** Other values of the row that belong to the same statement and changed too, such as how its days are counted. */
      readonly beside?: Readonly<Record<string, Scalar | null>>;
      readonly carries?: readonly PlainRow[];
    };

/** The readers whom a change affects. */
export interface Affects {
  /** The same in English: `everybody`, `readers in Singapore`. */
  readonly words: string;
  readonly readers: Audience;
  /** Only where `applies` of a clause changed: the readers for whom the clause is new, and those for whom it is gone. */
  readonly gain?: Audience;
  readonly lose?: Audience;
}

/**
 * One change of meaning between two policies: what it is called (`kind`), where it is (`table`, `relation`, `key`, `name`),
 * what was there before and after, which way it goes, whom it affects, and a sentence for people. It is plain data and can
 * be read back from JSON. `before` is null for an addition, `after` for a removal. It has no verdict yet: `JudgedChange` has.
 */
export interface Change {
  readonly kind: string;
  readonly table: Table;
  readonly relation: RelationName;
  readonly key: readonly string[];
  /** The value of the row that differs; absent when the row itself came or went. */
  readonly name?: string;
  /** For a period of which both sides count working days. */
  readonly days?: 'working';
  readonly before: Side | null;
  readonly after: Side | null;
  readonly direction: Direction;
  readonly affects: Affects;
  readonly words: string;
  /** Where it stands in either policy; null in the one that lacks it. */
  readonly base: Place | null;
  readonly head: Place | null;
  /** What change notes name it by: `v1:` and 128 bits in hexadecimal, over kind, coordinate and both sides alone. */
  readonly fingerprint: string;
}

export function plainRow({ relation, key, values }: Row): PlainRow {
  return { relation, key, values };
}
