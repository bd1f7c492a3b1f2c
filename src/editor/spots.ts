import type { SourceFile } from '../base/place.ts';

/** What kind of thing an id names. Clauses, chapters and parties share one namespace: `id`. */
export type Namespace =
  | 'id'
  | 'data'
  | 'purpose'
  | 'permission'
  | 'register'
  | 'entry'
  | 'unit'
  | 'rule'
  | 'profile'
  | 'watch'
  | 'locale'
  | 'country'
  | 'edition';

/** Start and end as offsets into a file. */
export type Range = readonly [start: number, end: number];

/** An id at a place in a file. */
export interface Spot {
  readonly file: string;
  readonly range: Range;
  readonly of: Namespace;
  readonly id: string;
  /** `declares`: the thing gets its id here. `former`, `retired`: the id belonged to something once. */
  readonly role: 'declares' | 'names' | 'former' | 'retired';
  /** The kind of clause that has this id, or that is expected here; `chapter` and `party` also count as kinds. */
  readonly kind?: string | undefined;
  /** The title that readers see, for a declaration. */
  readonly title?: string | undefined;
  readonly declared?: Declared;
}

/** What surrounds the declaration of an id. */
export interface Declared {
  /** The `formerly:` field, if there is one: its key and its value. */
  readonly formerly?: { readonly key: Range; readonly value: Range; readonly ids: readonly string[] };
  readonly isFlow: boolean;
  readonly indent: number;
  /** The id is not written but made from another field. */
  readonly made?: true;
  readonly hasFormer: boolean;
}

/** The name of a field at its place. */
export interface KeySpot {
  readonly range: Range;
  readonly name: string;
  readonly about: string;
  readonly value: Range | undefined;
}

/** A free text with the ids in it; their offsets are within the text. */
export interface TextSpot {
  readonly text: string;
  readonly range: Range;
  readonly uses: readonly { readonly of: Namespace; readonly id: string; readonly at: Range }[];
}

/** The mark of a text in a translation, which says what it translates. */
export interface MarkSpot {
  readonly mark: string;
  readonly range: Range;
}

/** Everything in a file that an editor can ask about. */
export interface FileSpots {
  readonly source: SourceFile;
  readonly ids: readonly Spot[];
  readonly keys: readonly KeySpot[];
  readonly texts: readonly TextSpot[];
  readonly marks: readonly MarkSpot[];
}

/** The same while it is being collected. */
export interface Collected {
  readonly source: SourceFile;
  readonly ids: Spot[];
  readonly keys: KeySpot[];
  readonly texts: TextSpot[];
  readonly marks: MarkSpot[];
}

/** Whether a position is within a range or at its end, where a cursor still touches it. */
export function touches([start, end]: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
