import { wordsWanted } from '../../model/build.ts';
import { loadPolicy } from '../../model/load.ts';
import { wordsFile } from '../../translate/words-file.ts';
import { languageFor } from '../../words/languages.ts';
import { type NewFiles, snapshotOfNew } from '../workspace.ts';

/**
 * The files of a policy with a file of words where policyc has none for its language: the one that the policy has, or one
 * to be filled in.
 */
export function withOwnWords(files: NewFiles, locale: string, own: NewFiles | undefined): NewFiles {
  if (languageFor(locale)) return files;
  const path = `words/${locale}.yaml`;
  const { source } = loadPolicy(snapshotOfNew(files));
  const text = own?.get(path) ?? (source && wordsFile(undefined, { locale, ...wordsWanted(source) }));
  return text === undefined ? files : new Map([...files, [path, text]]);
}
