import type { Policy } from '../model/policy.ts';
import type { Note } from './note.ts';

export type Languages = Pick<Policy, 'locales' | 'prevailing'>;

/** The words of a note by published locale; empty ones are left out. */
export function noteWords(note: Note, { locales, prevailing }: Languages): Readonly<Record<string, string>> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const text = locale === prevailing ? note.body : (note.translations[locale] ?? '');
      return text === '' ? [] : [[locale, text]];
    }),
  );
}
