import { type AnyTable, hasForms, pluralCategories } from './table.ts';

/** Texts by their path in a table: `labels.address`, `units.day.one`. */
export type Texts = Readonly<Record<string, string>>;

/** Every text of a table with its path; a text with plural forms is one entry. */
export function textsIn(
  table: AnyTable,
  path = '',
): readonly (readonly [path: string, text: string | AnyTable])[] {
  return Object.entries(table).flatMap(([name, value]) =>
    typeof value === 'string' || hasForms(value)
      ? [[path + name, value] as const]
      : textsIn(value, `${path}${name}.`),
  );
}

/** The same with each form by its own path. */
export function formsIn(table: AnyTable): Texts {
  const forms = textsIn(table).flatMap(([path, text]): (readonly [string, string])[] =>
    typeof text === 'string'
      ? [[path, text]]
      : Object.entries(text).map(([form, one]) => [`${path}.${form}`, String(one)]),
  );
  return Object.fromEntries(forms);
}

/** The text at a path, or its plural forms; undefined if there is neither. */
export function textAt(texts: Texts, path: string): string | AnyTable | undefined {
  if (Object.hasOwn(texts, path)) return texts[path];
  const forms = pluralCategories.flatMap((category) => {
    const form = `${path}.${category}`;
    return Object.hasOwn(texts, form) ? [[category, texts[form] ?? ''] as const] : [];
  });
  return forms.length === 0 ? undefined : Object.fromEntries(forms);
}

/**
 * A table with the given texts, or else those of `base`. Only members of the model are looked up, whatever other paths
 * `texts` has, except that further languages may be named.
 */
export function tableOf(model: AnyTable, base: AnyTable, texts: Texts, path = ''): AnyTable {
  const members = Object.entries(model).map(([name, like]): [string, string | AnyTable] => {
    const here = path + name;
    const below = Object.hasOwn(base, name) ? base[name] : undefined;
    if (typeof like === 'string' || hasForms(like)) return [name, textAt(texts, here) ?? below ?? like];
    const inside = typeof below === 'object' ? below : like;
    return [name, tableOf(like, inside, texts, `${here}.`)];
  });
  const more = path === openPath ? namedIn(texts) : [];
  return Object.fromEntries([...Object.entries(base), ...members, ...more]);
}

/** The path of the one table with members that the model lacks: names of languages. */
export const openPath = 'languages.';

function namedIn(texts: Texts): [string, string][] {
  return Object.entries(texts).flatMap(([path, text]) =>
    path.startsWith(openPath) ? [[path.slice(openPath.length), text]] : [],
  );
}
