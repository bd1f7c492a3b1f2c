import type { en } from './en.ts';

/**
 * The fixed words around a policy's own, in one language. English is the model: every other language has the same
 * members, so that the compiler names the ones a new language lacks. Dates and numbers are ours too: what `Intl`
 * prints differs between builds of Node.
 */
export type Words = Widened<typeof en>;

/** The literal types of English strings as plain strings; tables keep their keys. */
export type Widened<T> = {
  readonly [Name in keyof T]: T[Name] extends string
    ? string
    : T[Name] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : Widened<T[Name]>;
};

/** A word from a table that a value of the schema picks; the value itself when the table has none. */
export function wordFor(table: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(table, value) ? (table[value] ?? value) : value;
}
