import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { nearestForSome } from '../base/nearest.ts';
import { startOfFile } from '../base/place.ts';
import type { YamlFile, YamlPath } from '../syntax/yaml.ts';
import { model } from '../words/languages.ts';
import { openPath, type Texts, textsIn } from '../words/own.ts';
import { type AnyTable, hasForms, namesIn, pluralCategories } from '../words/table.ts';
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
  const walk = (tree: Tree, like: AnyTable, path: YamlPath): void => {
    for (const [name, value] of Object.entries(tree)) {
      const here = [...path, name];
      const dotted = here.slice(1).join('.');
      const wanted = Object.hasOwn(like, name) ? like[name] : undefined;
      const isOpen = wanted === undefined && dotted.startsWith(openPath) && typeof value === 'string';
      const isTable = wanted !== undefined && typeof wanted !== 'string' && !hasForms(wanted);
      if ((wanted === undefined && !isOpen) || isTable !== isTree(value, isTable)) {
        const close = known(dotted, () => modelTexts.keys()) ?? known(name, () => Object.keys(like));
        problems.push(
          diagnostic('words-unknown', { key: dotted, nearest: close }, source.file.keyPlaceAt(here)),
        );
      } else if (isTable && typeof value !== 'string') walk(value, wanted, here);
      else
        for (const [form, text] of formsOf(value)) {
          const at = form === '' ? here : [...here, form];
          if (text === '' && !mayBeEmpty.has(dotted)) continue;
          texts[form === '' ? dotted : `${dotted}.${form}`] = text;
          if (wanted !== undefined) problems.push(...apartFrom(wanted, text, dotted, source.file, at));
        }
    }
  };
  walk(words, model, ['words']);
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

/** Whether what is written is a table where a table is wanted; a text may stand in forms, which are no table. */
function isTree(value: string | Tree, wanted: boolean): boolean {
  if (typeof value === 'string') return false;
  return wanted || !hasForms(value as AnyTable);
}

function formsOf(value: string | Tree): readonly (readonly [form: string, text: string])[] {
  if (typeof value === 'string') return [['', value]];
  return pluralCategories.flatMap((form) =>
    typeof value[form] === 'string' ? [[form, value[form]] as const] : [],
  );
}

/** A text has the names in braces that the English has: with one less something is not said, with one more it is shown. */
function apartFrom(
  wanted: string | AnyTable,
  text: string,
  key: string,
  file: YamlFile,
  path: YamlPath,
): Diagnostic[] {
  const [names, found] = [namesIn(wanted), namesIn(text)];
  const allowed = new Set([...names, ...(hasForms(wanted) ? ['count'] : [])]);
  const missing = names.filter((name) => !found.includes(name) && !mayLack(wanted, name));
  const added = found.filter((name) => !allowed.has(name));
  if (missing.length + added.length === 0) return [];
  return [diagnostic('words-placeholders', { key, missing, added }, file.placeAt(path))];
}

/** A form for one or two may say the number in words; a count that the English does not show need not be shown. */
function mayLack(wanted: string | AnyTable, name: string): boolean {
  return name === 'count' && typeof wanted !== 'string';
}

/** The place where a file begins. */
export function startOf({ file }: WordsSource): Diagnostic['place'] {
  return startOfFile(file.source.path);
}
