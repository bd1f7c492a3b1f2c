import type { SourceFile } from '../base/place.ts';

/** What an id is the id of. Clauses, chapters and parties share one set of ids: `id`. */
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

/** Offsets into a file: where something begins, and where it ends. */
export type Range = readonly [start: number, end: number];

/** An id, where it stands. */
export interface Spot {
  readonly file: string;
  readonly range: Range;
  readonly of: Namespace;
  readonly id: string;
  /** `declares`: it is given here. `former`, `retired`: it was something's once. */
  readonly role: 'declares' | 'names' | 'former' | 'retired';
  /** The kind of clause that it is, or that belongs here; `chapter` and `party` are such kinds, too. */
  readonly kind?: string | undefined;
  /** What readers see of what is declared. */
  readonly title?: string | undefined;
  readonly declared?: Declared;
}

/** What is around an id that is given to something. */
export interface Declared {
  /** Where `formerly:` is written, the key, and its value. */
  readonly formerly?: { readonly key: Range; readonly value: Range; readonly ids: readonly string[] };
  readonly isFlow: boolean;
  readonly indent: number;
  /** The id is not written: it is made of what is. */
  readonly made?: true;
  readonly hasFormer: boolean;
}

/** The name of a field, where it stands. */
export interface KeySpot {
  readonly range: Range;
  readonly name: string;
  readonly about: string;
  readonly value: Range | undefined;
}

/** A free text, with what it points at: offsets into the text itself. */
export interface TextSpot {
  readonly text: string;
  readonly range: Range;
  readonly uses: readonly { readonly of: Namespace; readonly id: string; readonly at: Range }[];
}

/** The mark of the text that a translation translates. */
export interface MarkSpot {
  readonly mark: string;
  readonly range: Range;
}

/** Everything of a file that an editor may be asked about. */
export interface FileSpots {
  readonly source: SourceFile;
  readonly ids: readonly Spot[];
  readonly keys: readonly KeySpot[];
  readonly texts: readonly TextSpot[];
  readonly marks: readonly MarkSpot[];
}

/** The same, while it is found. */
export interface Collected {
  readonly source: SourceFile;
  readonly ids: Spot[];
  readonly keys: KeySpot[];
  readonly texts: TextSpot[];
  readonly marks: MarkSpot[];
}

/** Whether a position is within a range, its end included: there an editor's cursor still touches it. */
export function touches([start, end]: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
