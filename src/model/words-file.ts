import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { nearestForSome } from '../base/nearest.ts';
import { type Place, startOfFile } from '../base/place.ts';
import type { YamlFile, YamlPath } from '../syntax/yaml.ts';
import { model } from '../words/languages.ts';
import { openPath, type Texts, textsIn } from '../words/own.ts';
import { type AnyTable, bracedNames, hasForms, pluralCategories } from '../words/table.ts';
import type { TermTable } from './policy.ts';

/** A file of words that a policy brings: `words/ar.yaml`. */
export interface WordsSource {
  readonly file: YamlFile;
  readonly locale: string;
}

/** What a file of words says, by path; texts that are left empty are not there. */
export interface OwnWords extends WordsSource {
  readonly texts: Texts;
  readonly countries: Texts;
  /** Labels of terms, by table and id. */
  readonly terms: Readonly<Record<TermTable, Texts>>;
}

interface Content {
  readonly words?: Tree;
  readonly countries?: Texts;
  readonly terms?: Partial<OwnWords['terms']>;
}

interface Tree {
  readonly [name: string]: string | Tree;
}

/** Texts that a language may do without: whoever leaves them empty means it. */
export const mayBeEmpty: ReadonlySet<string> = new Set(['sentenceGap', 'basicMark']);

/** Every text of the English table by its path. */
export const modelTexts: ReadonlyMap<string, string | AnyTable> = new Map(textsIn(model));

/** Reads a file of words, and says which of them no page has a place for, or have other names in braces. */
export function readWords(source: WordsSource, problems: Diagnostic[]): OwnWords {
  const { words = {}, countries = {}, terms = {} } = source.file.value as Content;
  const known = nearestForSome();
  const texts: Record<string, string> = {};
  for (const word of wordsIn(words, model, ['words'])) {
    const key = keyOf(word.path);
    if (!hasPlace(word)) {
      const nearest = known(key, () => modelTexts.keys()) ?? known(word.name, () => Object.keys(word.around));
      problems.push(diagnostic('words-unknown', { key, nearest }, source.file.keyPlaceAt(word.path)));
      continue;
    }
    for (const { path, text } of textsOf(word)) {
      if (text === '' && !mayBeEmpty.has(key)) continue;
      texts[keyOf(path)] = text;
      problems.push(...apartFrom(word, text, source.file.placeAt(path)));
    }
  }
  const filled = (some: Texts = {}): Texts =>
    Object.fromEntries(Object.entries(some).filter(([, text]) => text !== ''));
  return {
    ...source,
    texts,
    countries: filled(countries),
    terms: {
      data: filled(terms.data),
      purposes: filled(terms.purposes),
      permissions: filled(terms.permissions),
    },
  };
}

/** What a file says under a name where it has no table that ours has too, and what ours has there. */
interface Word {
  readonly name: string;
  readonly path: YamlPath;
  readonly value: string | Tree;
  readonly wanted: string | AnyTable | undefined;
  readonly around: AnyTable;
}

function* wordsIn(tree: Tree, like: AnyTable, path: YamlPath): Generator<Word> {
  for (const [name, value] of Object.entries(tree)) {
    const wanted = Object.hasOwn(like, name) ? like[name] : undefined;
    const here = [...path, name];
    if (isTable(wanted) && typeof value !== 'string') yield* wordsIn(value, wanted, here);
    else yield { name, path: here, value, wanted, around: like };
  }
}

/** A text may stand in forms, which are no table. */
function isTable(wanted: string | AnyTable | undefined): wanted is AnyTable {
  return wanted !== undefined && typeof wanted !== 'string' && !hasForms(wanted);
}

/** The path of a text as languages know it, without the key that all of them are under. */
function keyOf(path: YamlPath): string {
  return path.slice(1).join('.');
}

/** Whether a text is wanted where one is written. */
function hasPlace({ path, value, wanted }: Word): boolean {
  if (wanted === undefined) return typeof value === 'string' && keyOf(path).startsWith(openPath);
  return !isTable(wanted) && (typeof value === 'string' || hasForms(value as AnyTable));
}

/** What is written there: one text, or one for each form. */
function textsOf({ path, value }: Word): readonly { readonly path: YamlPath; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return pluralCategories.flatMap((form) => {
    const text = value[form];
    return typeof text === 'string' ? [{ path: [...path, form], text }] : [];
  });
}

/** A text has the names in braces that the English has: with one less something is not said, with one more it is shown. */
function apartFrom({ wanted, path }: Word, text: string, place: Place): Diagnostic[] {
  if (wanted === undefined) return [];
  const [names, found] = [bracedNames(wanted), bracedNames(text)];
  const allowed = new Set([...names, ...(hasForms(wanted) ? ['count'] : [])]);
  const missing = names.filter((name) => !found.includes(name) && !mayLack(wanted, name));
  const added = found.filter((name) => !allowed.has(name));
  if (missing.length + added.length === 0) return [];
  return [diagnostic('words-placeholders', { key: keyOf(path), missing, added }, place)];
}

/** A form for one or two may say the number in words; a count that the English does not show need not be shown. */
function mayLack(wanted: string | AnyTable, name: string): boolean {
  return name === 'count' && typeof wanted !== 'string';
}

/** The place where a file begins. */
export function startOf({ file }: WordsSource): Diagnostic['place'] {
  return startOfFile(file.source.path);
}
