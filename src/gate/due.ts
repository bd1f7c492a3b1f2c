import { addDays, daysBetween } from '../base/date.ts';
import { mostDays } from '../base/duration.ts';
import { durationInEnglish } from '../base/duration-words.ts';
import type { GatedChange } from './cover.ts';
import { uncovered } from './decide.ts';
import { type Note, translationPath } from './note.ts';
import { type Languages, wordsOf } from './words.ts';

/** What a release may lack. Each has a page that `policyc explain` prints. */
export const missingCodes = ['undecided', 'lead-time', 'notice-text'] as const;

/** Something owed before a release that is still missing. An override with a reason and a name may stand in for it. */
export interface Missing {
  readonly code: (typeof missingCodes)[number];
  readonly reason: string;
  readonly fix: string;
}

export interface ReleaseDates {
  readonly published: string;
  readonly effective: string;
}

/**
 * What the promises in force ask for before these changes may be released: a decision on each, words for readers on
 * each material one in every language the policy is published in, and the promised time between publication and
 * effect.
 */
export function missingBeforeRelease(
  changes: readonly GatedChange[],
  notes: readonly Note[],
  languages: Languages,
  dates: ReleaseDates,
): Missing[] {
  const missing: Missing[] = [];
  const open = uncovered(changes);
  if (open.length > 0) {
    missing.push({
      code: 'undecided',
      reason: `${open.length === 1 ? 'one change has' : `${open.length} changes have`} no finished change note: ${open.map((change) => change.words).join(' ')}`,
      fix: 'policyc diff lists them, policyc note writes the notes.',
    });
  }
  const material = changes.filter((change) => change.decided === 'material');
  missing.push(...missingWords(material, notes, languages));
  const promised = longestLead(material);
  if (promised !== undefined) {
    const days = daysBetween(dates.published, dates.effective);
    const least = mostDays(promised) ?? 0;
    if (days < least) {
      missing.push({
        code: 'lead-time',
        reason: `readers were promised ${durationInEnglish(promised)} between publication and effect of a material change; ${dates.published} to ${dates.effective} is ${days} day${days === 1 ? '' : 's'}.`,
        fix: `Choose --effective ${addDays(dates.published, least)} or later.`,
      });
    }
  }
  return missing;
}

/** The notes of material changes that lack words in a language, each once. */
function missingWords(
  material: readonly GatedChange[],
  notes: readonly Note[],
  languages: Languages,
): Missing[] {
  const noted = new Set(material.map((change) => change.note?.path));
  return notes.flatMap((note): Missing[] => {
    if (!noted.has(note.path)) return [];
    const words = wordsOf(note, languages);
    const lacking = languages.locales.filter((locale) => !Object.hasOwn(words, locale));
    return lacking.map((locale) => ({
      code: 'notice-text',
      reason: `${note.path} has no words for readers in ${locale}.`,
      fix:
        locale === languages.prevailing
          ? 'Write them below the second --- of the note.'
          : `Write them in ${translationPath(note.path, locale)}.`,
    }));
  });
}

/** The longest lead time owed by any of the changes, as an ISO 8601 period. */
export function longestLead(changes: readonly GatedChange[]): string | undefined {
  const periods = changes.flatMap((change) =>
    change.obligations.flatMap(({ owes, detail }) => (owes === 'lead-time' && detail ? [detail] : [])),
  );
  return periods.sort((a, b) => (mostDays(b) ?? 0) - (mostDays(a) ?? 0))[0];
}

/** The functions whose users must be asked again, by clause id. */
export function consentOwed(changes: readonly GatedChange[]): string[] {
  const asked = changes.filter(
    (change) =>
      change.note?.decision === 'consent' ||
      change.obligations.some(({ owes }) => owes === 'express-consent'),
  );
  return [...new Set(asked.map((change) => change.key[0] ?? ''))].sort();
}
