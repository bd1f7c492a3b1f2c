/**
 * The fixed words around a policy's own, in one language: a table of texts. A name in braces stands for what is put
 * there; a text that follows a number may be a table of forms, by the categories of Unicode's plural rules. English is
 * the model: every other language has the same members. `*.yaml` holds them side by side, `build/words.mjs` takes them apart.
 */
export interface AnyTable {
  readonly [name: string]: string | AnyTable;
}

export const pluralCategories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralCategory = (typeof pluralCategories)[number];

export type Forms = { readonly one: string; readonly other: string } & {
  readonly [Category in PluralCategory]?: string;
};

/** The table as what says it: a text with names in it takes what stands for them, in the order that English has. */
export type Spoken<Model> = {
  readonly [Name in keyof Model]: Model[Name] extends string
    ? Names<Model[Name]> extends readonly []
      ? string
      : (...values: ValuesOf<Names<Model[Name]>>) => string
    : Model[Name] extends Forms
      ? (count: number) => string
      : Spoken<Model[Name]>;
};

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? readonly [Name, ...Names<Rest>]
  : readonly [];
type ValuesOf<All extends readonly string[]> = { readonly [At in keyof All]: string | number };

/** The names in braces of a text of the model, in order; those of its forms when it has forms. */
export function namesIn(model: string | AnyTable): readonly string[] {
  const text = typeof model === 'string' ? model : String(model.other ?? '');
  const found = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return found.length === 0 && typeof model !== 'string' ? ['count'] : [...new Set(found)];
}

/** Whether a member of a table is a text in the forms that numbers ask for, and no table of its own. */
export function hasForms(value: string | AnyTable): value is AnyTable {
  return (
    typeof value === 'object' &&
    'other' in value &&
    Object.keys(value).every((name) => (pluralCategories as readonly string[]).includes(name))
  );
}
