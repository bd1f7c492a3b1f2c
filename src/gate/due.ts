import type { Problem } from '../base/message.ts';
import type { MissingArguments, MissingCode } from '../base/messages-release.ts';
import type { Names } from '../diff/names.ts';
import { isConsent } from '../diff/owed.ts';
import type { GatedChange } from './cover.ts';
import { uncovered } from './decide.ts';
import { longestLead, type ReleaseDates } from './lead.ts';
import { type Note, translationPath } from './note.ts';
import { isAct } from './note-problems.ts';
import { type Languages, noteWords } from './note-words.ts';

/** Something owed before a release and still missing. An override with a reason and a name may stand in for it. */
export interface Missing<C extends MissingCode = MissingCode> extends Problem {
  readonly code: C;
}

function lacks<C extends MissingCode>(code: C, args: MissingArguments<C>): Missing<C> {
  return { code, args };
}

/**
 * What must be there before these changes are released: a decision on each, words for readers in every published
 * language, a named channel for a prominent notice, and the promised time between publication and effect.
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
    const act = open.find(({ kind }) => isAct(kind))?.key[1];
    missing.push(lacks('undecided', { changes: open.map(({ words }) => words), act }));
  }
  missing.push(...missingWords(changes.filter(isTold), notes, languages), ...missingChannel(changes));
  const lead = longestLead(changes, dates);
  if (lead && !lead.kept) {
    const { words: promised, given, counted, effective } = lead;
    const earliest = effective === dates.effective ? lead.earliest : undefined;
    const { published } = dates;
    missing.push(lacks('lead-time', { promised, published, effective, given, counted, earliest }));
  }
  return missing;
}

/**
 * Whether readers must be told of a change: a material one, or one for which a notice is owed whatever its note says. Our
 * own reading of a law only asks for attention.
 */
function isTold({ decided, obligations }: GatedChange): boolean {
  return (
    decided === 'material' ||
    obligations.some(
      ({ owes, evidence }) => (owes === 'notice' || owes === 'prominent-notice') && evidence !== 'reading',
    )
  );
}

/** Whether a prominent notice is owed for any of the changes, and by which channels; not by our own reading of a law alone. */
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
  if (owed.length === 0) return [];
  return [lacks('notice-channel', { rests: [...new Set(owed.map((one) => one.rests))] })];
}

/** The notes of such changes that lack words in a language, each once. */
function missingWords(told: readonly GatedChange[], notes: readonly Note[], languages: Languages): Missing[] {
  const noted = new Set(told.map((change) => change.note?.path));
  return notes.flatMap((note): Missing[] => {
    if (!noted.has(note.path)) return [];
    const words = noteWords(note, languages);
    const lacking = languages.locales.filter((locale) => !Object.hasOwn(words, locale));
    return lacking.map((locale) => {
      const translation = locale === languages.prevailing ? undefined : translationPath(note.path, locale);
      return lacks('notice-text', { note: note.path, locale, translation });
    });
  });
}

/** The names of what people must be asked again: a title in quotation marks, as in the sentences of changes. */
export function consentOwed(changes: readonly GatedChange[], names: Names): string[] {
  const asked = changes.filter(
    (change) =>
      change.note?.decision === 'consent' ||
      change.obligations.some(({ owes, evidence }) => isConsent(owes) && evidence !== 'reading'),
  );
  return [
    ...new Set(
      asked.map(({ relation, key }) => {
        const [name = ''] = names.keyOf(relation, key);
        if (names.isTitle(relation, key, 0)) return `“${name}”`;
        return name === 'policy' ? 'the policy' : name;
      }),
    ),
  ].sort();
}
