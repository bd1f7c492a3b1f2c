import { type AnyTable, bracedNames, hasForms, type PluralCategory } from './table.ts';

/** The plural category of a whole number in a language. */
export type CategoryOf = (count: number) => PluralCategory;

/**
 * A table ready for use: each text with names in the model becomes a function of their values. Members that the model
 * lacks, such as the name of a further language, stay as they are.
 */
export function speak(model: AnyTable, said: AnyTable, categoryOf: CategoryOf): unknown {
  const members = Object.entries(said).map(([name, phrase]) => {
    const like = Object.hasOwn(model, name) ? model[name] : undefined;
    if (like === undefined) return [name, phrase];
    if (typeof like !== 'string' && !hasForms(like))
      return [name, typeof phrase === 'string' ? phrase : speak(like, phrase, categoryOf)];
    const names = bracedNames(like);
    if (names.length === 0) return [name, phrase];
    return [name, (...values: readonly (string | number)[]) => fill(phrase, names, values, categoryOf)];
  });
  return Object.fromEntries(members);
}

function fill(
  phrase: string | AnyTable,
  names: readonly string[],
  values: readonly (string | number)[],
  categoryOf: CategoryOf,
): string {
  const text =
    typeof phrase === 'string' ? phrase : (phrase[categoryOf(Number(values[0]))] ?? phrase.other ?? '');
  return String(text).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const at = names.indexOf(name);
    return at === -1 ? whole : String(values[at]);
  });
}
