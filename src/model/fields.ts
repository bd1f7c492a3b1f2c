import { country, type Form, id, locale, term, words, yesOrNo } from './forms.ts';
import type { Scalar } from './policy.ts';
import type { FactRelation, Referent } from './relations.ts';

/**
 * How a field of the YAML becomes rows, what may be written in it, and what editors say about it. Every field of every
 * kind is one of these, so everything a user writes has a place in the three tables. The JSON Schemas of chapters,
 * policies and registers are made from them.
 */
export type Field = Structure | Value | Text | Each | Group | Entity | Watches | Register;

/** The fields of a clause, or of a part of one, by the name that authors write. */
export interface Fields {
  readonly [name: string]: Field;
}

interface Described {
  /** What it says, as editors show it. */
  readonly about: string;
  readonly needed?: true;
}

/** Order, identity and presentation: never meaning. */
export interface Structure extends Described {
  readonly is: 'structure';
  readonly form: Form;
  /** For a list of entities, each with rows of its own. */
  readonly entries?: { readonly item: string; readonly fields: Fields };
}

/** A scalar: a value of the enclosing row. With `of`, it is an id that must exist. */
export interface Value extends Described {
  readonly is: 'value';
  readonly form: Form;
  readonly of?: Referent;
  readonly kind?: string;
  readonly default?: Scalar;
  /** The default of the first format; in later ones, leaving it out states nothing. */
  readonly once?: Scalar;
  /** Free words, such as a name, in which other quotes and dashes are no change. */
  readonly words?: boolean;
}

/** Markdown: a row of the prose table. With `presence`, whether it is there is also a value of the enclosing row. */
export interface Text extends Described {
  readonly is: 'text';
  readonly presence: boolean;
  /** The field is newer than some released versions: its absence is not a value, or every policy would have changed. */
  readonly later?: true;
}

/**
 * A list. Each item, either a bare id or a map with the id under `by`, is a row whose key is the enclosing key,
 * then `under`, then the id.
 */
export interface Each extends Described {
  readonly is: 'each';
  readonly relation: FactRelation;
  readonly of: Referent;
  readonly form: Form;
  /** What an item is called, in lists whose items are always maps. */
  readonly item?: string;
  /** The clause kind that an id of a clause must have. */
  readonly kind?: string;
  readonly by?: string;
  readonly fields?: Fields;
  readonly under?: string;
  /** The list of the clause whose ids are used when this one is not written. */
  readonly otherwise?: string;
}

/**
 * A map whose fields belong to the enclosing row, with prefixed names. With `presence`, whether it is there is also a
 * value of that row.
 */
export interface Group extends Described {
  readonly is: 'group';
  readonly fields: Fields;
  readonly presence: boolean;
  /** The name under which schemas define it once, if many kinds have it. */
  readonly named?: string;
}

/** A map that is a row of its own, keyed by the id under `by` or else by the enclosing clause's id. */
export interface Entity extends Described {
  readonly is: 'entity';
  readonly relation: FactRelation;
  readonly by: string;
  readonly covers: FactRelation;
  readonly fields: Fields;
  readonly named?: string;
}

/** The watches of an entry of the list of material changes, or of a promise. */
export interface Watches extends Described {
  readonly is: 'watches';
  readonly relation: FactRelation;
}

/** The path of a list in a file of its own, whose entries become rows. */
export interface Register extends Described {
  readonly is: 'register';
  readonly list: Each;
}

type Options<Of extends Field, Given extends string> = Omit<Of, 'is' | 'about' | 'needed' | Given>;

/** The same field, which must be written. */
export function needed<Of extends Field>(field: Of): Of {
  return { ...field, needed: true };
}

/** Order, identity or presentation. */
export function structure(form: Form, about: string): Structure {
  return { is: 'structure', form, about };
}

/** A list of maps with code of its own, such as `waive:`. */
export function entities(about: string, item: string, fields: Fields): Structure {
  return { is: 'structure', about, form: { schema: {} }, entries: { item, fields } };
}

/** A scalar that is a value of the row. */
export function value(form: Form, about: string, options: Options<Value, 'form'> = {}): Value {
  return { is: 'value', form, about, ...options };
}

/** Free words: a name, an address. */
export function freeText(about: string): Value {
  return value(words, about, { words: true });
}

/** A value that is true or false; without options, false when it is not written. */
export function flag(about: string, options: Options<Value, 'form'> = { default: false }): Value {
  return value(yesOrNo, about, options);
}

/** Markdown that only explains. */
export function text(about: string): Text {
  return { is: 'text', about, presence: false };
}

/** A text whose presence is a fact: a consequence of refusal, an opt-out. */
export function statedText(about: string): Text {
  return { is: 'text', about, presence: true };
}

/** The same for a field that is newer than some released versions. */
export function laterText(about: string): Text {
  return { ...statedText(about), later: true };
}

const formOf: { readonly [Of in Referent]?: Form } = {
  clause: id,
  party: id,
  data: term,
  purpose: term,
  permission: term,
  country,
  locale,
};

/** A list whose items are rows of a relation. What its ids name (`of`) decides how they may be written. */
export function each(
  relation: FactRelation,
  of: Referent,
  about: string,
  options: Partial<Options<Each, 'relation' | 'of'>> = {},
): Each {
  return { is: 'each', relation, of, about, form: formOf[of] ?? words, ...options };
}

/** A map whose fields belong to the same row. */
export function group(about: string, fields: Fields, options: Partial<Options<Group, 'fields'>> = {}): Group {
  return { is: 'group', about, fields, presence: false, ...options };
}

/** A map that is a row of its own, such as `consent:`. */
export function entity(about: string, options: Options<Entity, never>): Entity {
  return { is: 'entity', about, ...options };
}

/** The path of a register, whose entries become rows of the clause. */
export function register(about: string, list: Each): Register {
  return { is: 'register', about, list };
}

/** The watches of an entry of the list of material changes, or of a promise. */
export function watches(relation: FactRelation, about: string): Watches {
  return { is: 'watches', about, relation };
}
