import { wordsWanted } from '../../model/build.ts';
import { loadPolicy } from '../../model/load.ts';
import { wordsFile } from '../../translate/words-file.ts';
import { languageFor, meantBy } from '../../words/languages.ts';
import { type NewFiles, snapshotOfNew } from '../workspace.ts';

/**
 * The files of a policy with a file of words where policyc has none for its language: the one that the policy has, or one
 * to be filled in. A tag by which another is meant, such as `jp`, gets none.
 */
export function withOwnWords(files: NewFiles, locale: string, own: NewFiles | undefined): NewFiles {
  if (languageFor(locale) || meantBy(locale) !== undefined) return files;
  const path = `words/${locale}.yaml`;
  const { source } = loadPolicy(snapshotOfNew(files));
  const text = own?.get(path) ?? (source && wordsFile(undefined, { locale, ...wordsWanted(source) }));
  return text === undefined ? files : new Map([...files, [path, text]]);
}
