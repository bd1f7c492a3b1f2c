import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';
import { differencesOfTranslation } from '../diff/translation/apart.ts';
import { type Note, translationPath } from './note.ts';

/** Where the translations of a note differ from it, as far as a machine can count; one finding per language. */
export function translationsApart(
  { body, path, readBy, translations }: Note,
  prevailing: string | undefined,
): Diagnostic[] {
  if (prevailing === undefined || body === '') return [];
  return Object.entries(translations).flatMap(([locale, translation]) => {
    if (translation === '') return [];
    const apart = differencesOfTranslation({
      original: body,
      translation,
      locales: [prevailing, locale],
    }).map(({ what, original, translation: other }) => ({ what, original, translation: other }));
    if (apart.length === 0) return [];
    const args = { locale, prevailing, apart, readBy };
    return [diagnostic('note-translation-differs', args, startOfFile(translationPath(path, locale)))];
  });
}
