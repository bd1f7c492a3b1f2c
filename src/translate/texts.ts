import { originalTables } from '../model/build.ts';
import type { PolicySource } from '../model/load.ts';
import { fieldKey, textMark } from '../model/locale.ts';

/** A text of the policy in its prevailing language, as translators know it. */
export interface Original {
  /** The id of a clause, chapter or party, or `policy`. */
  readonly owner: string;
  /** Its path below the owner, such as `permissions/camera/trigger`. */
  readonly field: string;
  /** The id of the chapter it is read in; `policy` for the texts of the policy and its parties. */
  readonly chapter: string;
  /** Where its mark and its line stand. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly mark: string;
}

/** The translation that a locale file holds for a text. */
export interface Translation {
  /** In the policy folder. */
  readonly file: string;
  readonly line: number;
  readonly of: string;
  readonly text: string;
}

/** A text, and how far its translation into a language has come. */
export interface TextState extends Original {
  readonly state: 'translated' | 'missing' | 'stale';
  readonly translation: Translation | undefined;
}

/** `owner/field`: what a text is called wherever people or translators' programs see it. */
export function textName({ owner, field }: Pick<Original, 'owner' | 'field'>): string {
  return `${owner}/${field}`;
}

/**
 * Every text of a policy in reading order: of the policy, its parties, then chapter by chapter. Names, such as that of a
 * department, follow where somebody has translated them: they may stay as they are.
 */
export function originalsOf(source: PolicySource): Original[] {
  const chapters = new Map(source.chapters.map(({ file, id }) => [file, id]));
  const { texts, names } = originalTables(source);
  const translated = new Set(
    source.locales.flatMap((one) =>
      Object.entries(one.texts).flatMap(([owner, fields]) =>
        Object.keys(fields).map((field) => textName({ owner, field })),
      ),
    ),
  );
  const named = names.filter(({ owner, field }) =>
    translated.has(textName({ owner, field: fieldKey(field) })),
  );
  return [...texts, ...named].map(({ owner, field, file, path, text }) => ({
    owner,
    field: fieldKey(field),
    chapter: chapters.get(file) ?? 'policy',
    file: file.source.path,
    line: file.placeAt(path).line,
    text,
    mark: textMark(text),
  }));
}

/** How far the translation into a language has come, text by text in reading order. */
export function textStates(source: PolicySource, locale: string): TextState[] {
  const translations = translationsIn(source, locale);
  return originalsOf(source).map((original): TextState => {
    const translation = translations.get(textName(original));
    if (!translation) return { ...original, state: 'missing', translation };
    return { ...original, state: translation.of === original.mark ? 'translated' : 'stale', translation };
  });
}

/** The first translation of each text; `check` reports any second one. */
function translationsIn(source: PolicySource, locale: string): ReadonlyMap<string, Translation> {
  const found = new Map<string, Translation>();
  for (const { file, locale: written, texts } of source.locales) {
    if (written !== locale) continue;
    for (const [owner, fields] of Object.entries(texts)) {
      for (const [field, { of, text }] of Object.entries(fields)) {
        const name = textName({ owner, field });
        const { line } = file.keyPlaceAt(['texts', owner, field]);
        if (!found.has(name)) found.set(name, { file: file.source.path, line, of, text });
      }
    }
  }
  return found;
}
