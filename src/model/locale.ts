import { sha256 } from '../base/canonical.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { nearestForSome } from '../base/nearest.ts';
import { formatPlace, type Place } from '../base/place.ts';
import { marksIn } from '../syntax/marks.ts';
import { normalText } from '../syntax/normal.ts';
import { languageFor } from '../words/languages.ts';
import type { LocaleSource, PolicySource } from './load.ts';
import type { Tables, TextSource } from './rows.ts';

/**
 * The mark of a text, by which a translation says what it translates. It changes with every edit except white space and
 * the shapes of quotes and dashes, so that typographic corrections leave translations valid.
 */
export function textMark(text: string): string {
  return `h${sha256(normalText(text).trim()).slice(0, 12)}`;
}

/** The key of a text in a locale file, below its owner. */
export function fieldKey(field: readonly string[]): string {
  return field.join('/');
}

/** Whether two tags name one language in one script, as `en` and `en-GB` do, and `zh-CN` and `zh-TW` do not. */
export function isAlike(one: string, other: string): boolean {
  const [left, right] = [one, other].map((tag) => languageFor(tag)?.tag ?? tag.split('-', 1)[0]);
  return left === right;
}

/** Adds translations as rows of the prose table, and reports missing, superfluous and stale ones. */
export function addTranslations(tables: Tables, source: PolicySource): Diagnostic[] {
  const { head, headFile } = source;
  const byName = (texts: readonly TextSource[]): readonly (readonly [string, TextSource])[] =>
    texts.map((text) => [`${text.owner}\t${fieldKey(text.field)}`, text]);
  const wantedTexts = new Map(byName(tables.texts));
  const originals = new Map([...byName(tables.names), ...wantedTexts]);
  const wanted = head.locales.filter((locale) => locale !== head.prevailing);
  const problems: Diagnostic[] = [];
  const done = new Map<string, Place>();
  for (const file of source.locales) {
    if (wanted.includes(file.locale)) problems.push(...addFile(tables, file, originals, done));
    else
      problems.push(
        diagnostic('locale-unlisted', { locale: file.locale, listed: wanted }, file.file.placeAt(['locale'])),
      );
  }
  for (const locale of wanted) {
    const missing = [...wantedTexts]
      .filter(([key]) => !done.has(`${locale}\t${key}`))
      .map(([key]) => key.replace('\t', '/'));
    if (missing.length === 0) continue;
    const place = headFile.placeAt(['locales', head.locales.indexOf(locale)]);
    const isUnlisted = !head.locales.includes(head.prevailing) && isAlike(locale, head.prevailing);
    const args = {
      locale,
      count: missing.length,
      examples: missing.slice(0, 3),
      ...(isUnlisted ? { prevailing: head.prevailing } : {}),
    };
    problems.push(diagnostic('translation-missing', args, place));
  }
  return problems;
}

function addFile(
  tables: Tables,
  { file, locale, texts }: LocaleSource,
  originals: ReadonlyMap<string, TextSource>,
  done: Map<string, Place>,
): Diagnostic[] {
  const nearest = nearestForSome();
  const fieldsOf = (owner: string): readonly string[] =>
    [...originals.keys()].flatMap((one) =>
      one.startsWith(`${owner}\t`) ? [one.slice(owner.length + 1)] : [],
    );
  return Object.entries(texts).flatMap(([owner, fields]) =>
    Object.entries(fields).flatMap(([field, { of, text }]): readonly Diagnostic[] => {
      const original = originals.get(`${owner}\t${field}`);
      const path = ['texts', owner, field];
      const place = file.keyPlaceAt(path);
      if (!original) {
        const args = { owner, field, nearest: nearest(field, () => fieldsOf(owner)) };
        return [diagnostic('translation-extra', args, place)];
      }
      const key = `${locale}\t${owner}\t${field}`;
      const first = done.get(key);
      if (first) return [diagnostic('translation-twice', { owner, field, first: formatPlace(first) }, place)];
      done.set(key, place);
      const [now, textPlace] = [textMark(original.text), file.placeAt([...path, 'text'])];
      tables.prose.push({
        relation: 'prose',
        key: [owner, ...original.field, locale],
        values: { text: text.trimEnd() },
        place: textPlace,
      });
      tables.texts.push({ owner, field: original.field, file, path: [...path, 'text'], text });
      const stale =
        of === now
          ? []
          : [diagnostic('translation-stale', { locale, owner, field, now }, file.placeAt([...path, 'of']))];
      return [...stale, ...referenceProblems(original.text, text, textPlace)];
    }),
  );
}

/** A translation must have the same directives as its text, each as often. */
function referenceProblems(original: string, translation: string, place: Place): Diagnostic[] {
  const [before, after] = [mentionsOf(original), mentionsOf(translation)];
  const missing = lacking(before, after);
  const added = lacking(after, before);
  return missing.length + added.length === 0
    ? []
    : [diagnostic('translation-references-differ', { missing, added }, place)];
}

function mentionsOf(text: string): string[] {
  return marksIn(text).directives.map(({ name, id }) => `:${name}[${id}]`);
}

function lacking(wanted: readonly string[], found: readonly string[]): string[] {
  const rest = [...found];
  return wanted.filter((one) => {
    const at = rest.indexOf(one);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
}
