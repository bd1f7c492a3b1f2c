/**
 * The fixed words around a policy's own, in one language: a table of texts. A name in braces is a placeholder. A text
 * that depends on a number may be a table of forms by Unicode plural category. English is the model: every other
 * language has the same members. The languages are side by side in `*.yaml`; `build/words.mjs` splits them.
 */
export interface AnyTable {
  readonly [name: string]: string | AnyTable;
}

export const pluralCategories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralCategory = (typeof pluralCategories)[number];

export type Forms = { readonly one: string; readonly other: string } & {
  readonly [Category in PluralCategory]?: string;
};

/**
 * The table as code uses it: a text with placeholders is a function of their values, in the order of the English text.
 */
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

/** The names in braces in a text of the model, in order; for a text with plural forms, those of the form `other`. */
export function bracedNames(model: string | AnyTable): readonly string[] {
  const text = typeof model === 'string' ? model : String(model.other ?? '');
  const found = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return found.length === 0 && typeof model !== 'string' ? ['count'] : [...new Set(found)];
}

/** Whether a member of a table is one text with plural forms rather than a table. */
export function hasForms(value: string | AnyTable): value is AnyTable {
  return (
    typeof value === 'object' &&
    'other' in value &&
    Object.keys(value).every((name) => (pluralCategories as readonly string[]).includes(name))
  );
}
