import type { GatedChange } from './cover.ts';
import { uncovered } from './decide.ts';
import { longestLead, type ReleaseDates } from './lead.ts';
import { type Note, translationPath } from './note.ts';
import { isAct } from './note-problems.ts';
import { type Languages, wordsOf } from './words.ts';

/** What a release may lack. Each has a page that `policyc explain` prints. */
export const missingCodes = ['undecided', 'lead-time', 'notice-channel', 'notice-text'] as const;

/** Something owed before a release that is still missing. An override with a reason and a name may stand in for it. */
export interface Missing {
  readonly code: (typeof missingCodes)[number];
  readonly reason: string;
  readonly fix: string;
}

/**
 * What is owed before these changes may be released: a decision on each, words for readers in every language the
 * policy is published in, a named channel for a prominent notice, and the promised time between publication and
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
      fix: howToNote(open),
    });
  }
  missing.push(...missingWords(changes.filter(isTold), notes, languages), ...missingChannel(changes));
  const lead = longestLead(changes, dates);
  if (lead && !lead.kept) {
    missing.push({
      code: 'lead-time',
      reason: `readers were promised ${lead.words} between publication and effect of a material change; ${dates.published} to ${lead.effective} is ${lead.given} (${lead.counted}).`,
      fix:
        lead.effective === dates.effective
          ? `Choose --effective ${lead.earliest} or later.`
          : 'Take nothing back, and release what readers shall have as a version of its own.',
    });
  }
  return missing;
}

/** What a release does beside saying something is in no comparison of texts: a note names it. */
function howToNote(open: readonly GatedChange[]): string {
  const [act] = open.filter(({ kind }) => isAct(kind));
  return act === undefined
    ? 'policyc diff lists them, policyc note writes the notes.'
    : `policyc note --act '${act.key[1]}' --reason … --by … --text … writes the note; policyc diff lists all others.`;
}

/**
 * Whether readers must be told of a change: a material one, and one for which a notice is owed whatever a note calls
 * it. Our own reading of a law asks for attention, not for an override.
 */
function isTold({ decided, obligations }: GatedChange): boolean {
  return (
    decided === 'material' ||
    obligations.some(
      ({ owes, evidence }) => (owes === 'notice' || owes === 'prominent-notice') && evidence !== 'reading',
    )
  );
}

/** Whether a prominent notice is owed for any of the changes, our own reading of a law apart, and where. */
export function channelsOwed(changes: readonly Pick<GatedChange, 'obligations'>[]): {
  readonly owed: boolean;
  readonly channels: readonly string[];
} {
  const notices = changes.flatMap(({ obligations }) =>
    obligations.filter(({ owes, evidence }) => owes === 'prominent-notice' && evidence !== 'reading'),
  );
  const channels = notices.flatMap(({ detail }) => detail?.split(', ') ?? []);
  return { owed: notices.length > 0, channels: [...new Set(channels)].sort() };
}

/** A prominent notice is owed, and the policy names no place where readers would see it. */
function missingChannel(changes: readonly GatedChange[]): Missing[] {
  const owed = changes.flatMap(({ obligations }) =>
    obligations.filter(({ owes, detail, evidence }) => {
      return owes === 'prominent-notice' && detail === undefined && evidence !== 'reading';
    }),
  );
  const [first] = owed;
  if (!first) return [];
  const rests = [...new Set(owed.map((one) => one.rests))].join('; ');
  return [
    {
      code: 'notice-channel',
      reason: `a prominent notice is owed (${rests}), and the policy names no channel for it.`,
      fix: 'Name where readers will see it in the change clause: prominent: [announcement, e-mail].',
    },
  ];
}

/** The notes of such changes that lack words in a language, each once. */
function missingWords(told: readonly GatedChange[], notes: readonly Note[], languages: Languages): Missing[] {
  const noted = new Set(told.map((change) => change.note?.path));
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

/** The functions whose users must be asked again, by clause id. */
export function consentOwed(changes: readonly GatedChange[]): string[] {
  const asked = changes.filter(
    (change) =>
      change.note?.decision === 'consent' ||
      change.obligations.some(({ owes }) => owes === 'express-consent'),
  );
  return [...new Set(asked.map((change) => change.key[0] ?? ''))].sort();
}
