import { Document, isMap, isScalar, parseDocument, Scalar } from 'yaml';
import type { TermTable } from '../model/policy.ts';
import { languageFor, model } from '../words/languages.ts';
import { formsIn, type Texts, textAt, textsIn } from '../words/own.ts';
import { type AnyTable, pluralCategories } from '../words/table.ts';

/** The words that a policy needs in a language, beside those of every page. */
export interface WordsWanted {
  readonly locale: string;
  /** English names, by ISO 3166-1 code. */
  readonly countries: Texts;
  /** English labels, by table and id. */
  readonly terms: Readonly<Record<TermTable, Texts>>;
}

type Path = readonly string[];

/** A text to write: its path in the file, a proposed translation, and the English text. */
interface Wanted {
  readonly path: Path;
  readonly proposed: string;
  readonly english: string;
}

const head = (locale: string): string =>
  ` The words of pages in ${locale}, the English beside each. {names} in braces stand for what is put there.
 policyc check lists what is still empty. Names of countries and months are proposals: read them too.`;

/**
 * A file with all the words that a policy needs in a language. What `raw` has stays as written, comments included. What
 * it lacks is added, with a proposal or empty, and the English as a comment. Undefined if `raw` is not YAML that can be
 * added to.
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

/** Whether a text is where a table or plural forms are expected: it is not replaced. */
function isWithinText(document: Document, path: Path): boolean {
  return path.some((_, index) => index > 0 && isScalar(document.getIn(path.slice(0, index), true)));
}

function textsWanted({ locale, countries, terms }: WordsWanted): Wanted[] {
  const shipped = formsIn(languageFor(locale)?.table ?? {});
  const words = textsIn(model).flatMap(([path, english]) =>
    wordWanted(locale, path.split('.'), english, textAt(shipped, path)),
  );
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

/** A text of every page, or its plural forms in the language if the English text has forms. */
function wordWanted(
  locale: string,
  path: Path,
  english: string | AnyTable,
  known: string | AnyTable | undefined,
): Wanted[] {
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

/** What `Intl` knows of any language: its own name, its months, its names of languages. */
function proposedFor(locale: string, [first = '', second = '']: Path): string {
  if (first === 'ownName') return namesOf(locale, 'language')(locale);
  if (first === 'languages') return namesOf(locale, 'language')(second);
  if (marks.has(first)) return String(model[first]);
  if (first !== 'months') return '';
  const month = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { month: 'long', timeZone: 'UTC' });
  return month.format(Date.UTC(2000, Number(second) - 1, 1));
}

/** Texts that are the same in most scripts, such as separators. */
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
