import { type AnyTable, hasForms, pluralCategories } from './table.ts';

/** Texts by their path in a table: `labels.address`, `units.day.one`. */
export type Texts = Readonly<Record<string, string>>;

/** Every text of a table with its path; the forms of one text are one. */
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

/** The text at a path, or its forms; undefined where there is neither. */
export function textAt(texts: Texts, path: string): string | AnyTable | undefined {
  if (Object.hasOwn(texts, path)) return texts[path];
  const forms = pluralCategories.flatMap((category) => {
    const form = `${path}.${category}`;
    return Object.hasOwn(texts, form) ? [[category, texts[form] ?? ''] as const] : [];
  });
  return forms.length === 0 ? undefined : Object.fromEntries(forms);
}

/**
 * A table whose texts are those given, else those of `base`. Only what the model has is looked for, whatever paths the
 * texts go by; languages alone may be named that it does not know.
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

/** The table that may hold more than the model does: names of languages. */
export const openPath = 'languages.';

function namedIn(texts: Texts): [string, string][] {
  return Object.entries(texts).flatMap(([path, text]) =>
    path.startsWith(openPath) ? [[path.slice(openPath.length), text]] : [],
  );
}
