import { Document, isMap, isScalar, parseDocument, Scalar } from 'yaml';
import type { TermTable } from '../model/policy.ts';
import { languageFor, model } from '../words/languages.ts';
import { type Texts, textAt, textsIn } from '../words/own.ts';
import { type AnyTable, hasForms, pluralCategories } from '../words/table.ts';

/** What a policy needs words for in a language, beside those of every page. */
export interface WordsWanted {
  readonly locale: string;
  /** English names, by ISO 3166-1 code. */
  readonly countries: Texts;
  /** English labels, by table and id. */
  readonly terms: Readonly<Record<TermTable, Texts>>;
}

type Path = readonly string[];

/** A text to be written: its place in the file, what may stand there already, and the English of it. */
interface Wanted {
  readonly path: Path;
  readonly proposed: string;
  readonly english: string;
}

const head = (locale: string): string =>
  ` The words of pages in ${locale}, the English beside each. {names} in braces stand for what is put there.
 policyc check lists what is still empty. Names of countries and months are proposals: read them too.`;

/**
 * A file of words with all that a policy needs in a language: what `raw` has already stays as it is written, comments
 * too; what it lacks is added, empty or with what is known of it, with the English beside. Undefined when `raw` is no YAML
 * that could be added to.
 */
export function wordsFile(raw: string | undefined, wanted: WordsWanted): string | undefined {
  const document = raw === undefined ? new Document({}) : parseDocument(raw);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  if (raw === undefined) document.commentBefore = head(wanted.locale);
  for (const { path, proposed, english } of textsWanted(wanted)) {
    if (document.hasIn(path) || isWithinText(document, path)) continue;
    const scalar = new Scalar(proposed);
    scalar.type = Scalar.QUOTE_DOUBLE;
    scalar.comment = ` ${english}`;
    document.setIn(path, scalar);
  }
  return document.toString({ lineWidth: 0, minContentWidth: 0 });
}

/** Whether a text stands where a table or the forms of a text would be: then it is not ours to replace. */
function isWithinText(document: Document, path: Path): boolean {
  return path.some((_, index) => index > 0 && isScalar(document.getIn(path.slice(0, index), true)));
}

function textsWanted({ locale, countries, terms }: WordsWanted): Wanted[] {
  const words = textsIn(model).flatMap(([path, english]) => wordWanted(locale, path.split('.'), english));
  const regions = namesOf(locale, 'region');
  return [
    ...words,
    ...Object.entries(countries).map(([code, english]) => ({
      path: ['countries', code],
      proposed: regions(code),
      english,
    })),
    ...Object.entries(terms).flatMap(([table, labels]) =>
      Object.entries(labels).map(([id, english]) => ({ path: ['terms', table, id], proposed: '', english })),
    ),
  ];
}

/** A text of every page; where the English has forms, the forms that the language has. */
function wordWanted(locale: string, path: Path, english: string | AnyTable): Wanted[] {
  const shipped = languageFor(locale);
  const known = shipped && textAt(Object.fromEntries(flat(shipped.table)), path.join('.'));
  const at = ['words', ...path];
  if (typeof english === 'string')
    return [{ path: at, proposed: typeof known === 'string' ? known : proposedFor(locale, path), english }];
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return pluralCategories
    .filter((category) => categories.includes(category))
    .map((category) => ({
      path: [...at, category],
      proposed: typeof known === 'object' ? String(known[category] ?? known.other ?? '') : (known ?? ''),
      english: String(english[category] ?? english.other),
    }));
}

function flat(table: AnyTable): [string, string][] {
  return textsIn(table).flatMap(([path, text]): [string, string][] =>
    typeof text === 'string'
      ? [[path, text]]
      : hasForms(text)
        ? Object.entries(text).map(([form, one]) => [`${path}.${form}`, String(one)])
        : [],
  );
}

/** What is known of any language: its own name, its months, what languages are called in it. */
function proposedFor(locale: string, [first = '', second = '']: Path): string {
  if (first === 'ownName') return namesOf(locale, 'language')(locale);
  if (first === 'languages') return namesOf(locale, 'language')(second);
  if (marks.has(first)) return String(model[first]);
  if (first !== 'months') return '';
  const month = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { month: 'long', timeZone: 'UTC' });
  return month.format(Date.UTC(2000, Number(second) - 1, 1));
}

/** What stands between words in most scripts. */
const marks: ReadonlySet<string> = new Set([
  'firstDay',
  'listSeparator',
  'clauseSeparator',
  'colon',
  'fullStop',
  'titleGap',
  'sentenceGap',
  'open',
  'close',
]);

function namesOf(locale: string, type: 'region' | 'language'): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type, fallback: 'none' });
  return (code) => names.of(code) ?? '';
}
