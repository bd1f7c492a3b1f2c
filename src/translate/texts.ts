import { originalTables } from '../model/build.ts';
import type { PolicySource } from '../model/load.ts';
import { fieldKey, textMark } from '../model/locale.ts';

/** A text of the policy in its prevailing language, as the source of translations. */
export interface Original {
  /** The id of a clause, chapter or party, or `policy`. */
  readonly owner: string;
  /** Its path below the owner, such as `permissions/camera/trigger`. */
  readonly field: string;
  /** The id of the chapter it appears in; `policy` for texts of the policy and its parties. */
  readonly chapter: string;
  /** The file that `line` refers to, where the text is written. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly mark: string;
}

/** The translation of a text in a locale file. */
export interface Translation {
  /** The path in the policy folder. */
  readonly file: string;
  readonly line: number;
  readonly of: string;
  readonly text: string;
}

/** A text and the state of its translation into a language. */
export interface TextState extends Original {
  readonly state: 'translated' | 'missing' | 'stale';
  readonly translation: Translation | undefined;
}

/** `owner/field`: the name of a text for people and for translators' programs. */
export function textName({ owner, field }: Pick<Original, 'owner' | 'field'>): string {
  return `${owner}/${field}`;
}

/**
 * Every text of a policy in reading order: of the policy, its parties, then chapter by chapter. Names, such as that of
 * a department, come last, and only if somebody translated them: they need no translation.
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

/** The state of every text's translation into a language, in reading order. */
export function textStates(source: PolicySource, locale: string): TextState[] {
  const translations = translationsIn(source, locale);
  return originalsOf(source).map((original): TextState => {
    const translation = translations.get(textName(original));
    if (!translation) return { ...original, state: 'missing', translation };
    return { ...original, state: translation.of === original.mark ? 'translated' : 'stale', translation };
  });
}

/** The first translation of each text; `check` reports duplicates. */
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
