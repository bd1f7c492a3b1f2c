import type { Scalar } from './policy.ts';
import type { FactRelation, Referent } from './relations.ts';

/**
 * How a field of the YAML becomes rows. Every field of every kind is one of these, so nothing a user writes can be
 * without a place in the three tables; a test walks the schemas and these tables side by side.
 */
export type Field = Structure | Value | Text | Each | Group | Entity | Watches | Register;

export interface Fields {
  readonly [name: string]: Field;
}

/** Order, identity and presentation: never meaning. */
export interface Structure {
  readonly is: 'structure';
}

/** A scalar: a value of the enclosing row. With `of`, it is an id that must exist. */
export interface Value {
  readonly is: 'value';
  readonly of?: Referent;
  readonly kind?: string;
  readonly default?: Scalar;
  /** Free words, such as a name: how quotes and dashes are drawn in them is no change. */
  readonly words?: boolean;
}

/** Markdown: a row of the prose table. With `presence`, that it is there at all is a value of the enclosing row. */
export interface Text {
  readonly is: 'text';
  readonly presence: boolean;
}

/**
 * A list. Each item, either a bare id or a map with the id under `by`, is a row whose key is the enclosing key,
 * then `under`, then the id.
 */
export interface Each {
  readonly is: 'each';
  readonly relation: FactRelation;
  readonly of: Referent;
  /** The clause kind that an id of a clause must have. */
  readonly kind?: string;
  readonly by?: string;
  readonly fields?: Fields;
  readonly under?: string;
  /** The sibling list of the clause whose ids stand in when this one is not written. */
  readonly otherwise?: string;
}

/** A map whose fields belong to the enclosing row, their names prefixed. With `presence`, so does its being there. */
export interface Group {
  readonly is: 'group';
  readonly fields: Fields;
  readonly presence: boolean;
}

/** A map that is a row of its own, keyed by the id under `by` or else by the enclosing clause's id. */
export interface Entity {
  readonly is: 'entity';
  readonly relation: FactRelation;
  readonly by: string;
  readonly covers: FactRelation;
  readonly fields: Fields;
}

/** The watches of an entry of the list of material changes, or of a promise. */
export interface Watches {
  readonly is: 'watches';
  readonly relation: FactRelation;
}

/** The path of a list in a file of its own, whose entries become rows. */
export interface Register {
  readonly is: 'register';
  readonly list: Each;
}

export const structure: Structure = { is: 'structure' };
export const text: Text = { is: 'text', presence: false };
/** A text whose being there at all is a fact: a consequence of refusal, an opt-out. */
export const statedText: Text = { is: 'text', presence: true };

export function value(options: Omit<Value, 'is'> = {}): Value {
  return { is: 'value', ...options };
}

export function each(relation: FactRelation, of: Referent, options: Partial<Omit<Each, 'is'>> = {}): Each {
  return { is: 'each', relation, of, ...options };
}

export function group(fields: Fields, presence = false): Group {
  return { is: 'group', fields, presence };
}

export function entity(relation: FactRelation, covers: FactRelation, by: string, fields: Fields): Entity {
  return { is: 'entity', relation, covers, by, fields };
}

export function register(list: Each): Register {
  return { is: 'register', list };
}

export function watches(relation: FactRelation): Watches {
  return { is: 'watches', relation };
}
