import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';
import type { JudgedChange } from '../diff/judge.ts';
import type { Gated, GatedChange } from '../gate/cover.ts';
import type { Note } from '../gate/note.ts';
import { placeOf } from '../gate/standing.ts';

/** The note that decides about a change; undefined without one. */
export function noteOn(change: GatedChange, { used }: Pick<Gated, 'used'>): Note | undefined {
  return used.find(
    (note) =>
      note.path === change.note?.path &&
      [note.covers, note.declares, note.acts].some((list) =>
        list.some((one) => one === change.fingerprint || one === change.key[1]),
      ),
  );
}

/**
 * Decisions of the target that a pull request replaces by others that are less in any part, or are another's. Additions
 * (words in one more language, who read them) do not count. The new note may say who answers for it; it is reported all
 * the same. `others` are things that a change which the target decided about has come to say.
 */
export function revisedDecisions(
  target: Gated,
  request: Gated,
  others: ReadonlyMap<string, readonly JudgedChange[]>,
): Diagnostic[] {
  const now = new Map(request.changes.map((change) => [change.fingerprint, change]));
  const places = new Map(request.changes.map((change) => [placeOf(change), change]));
  const found = new Map<string, Diagnostic>();
  for (const before of target.changes) {
    const taken = noteOn(before, target);
    const same = now.get(before.fingerprint);
    const change = same ?? places.get(placeOf(before));
    const note = change && noteOn(change, request);
    if (!taken || !note) continue;
    const since = (others.get(before.fingerprint) ?? []).filter(({ relation }) => relation !== 'applies');
    const what = same
      ? [...lessIn(taken, note), ...since.map(({ words }) => `since then: ${words}`)]
      : lowered(taken, note);
    if (what.length === 0) continue;
    const one = diagnostic('note-revised', { note: taken.path, what }, startOfFile(note.path));
    found.set(
      JSON.stringify([taken.path, note.path, what]),
      answers(note, taken) ? { ...one, severity: 'warning' } : one,
    );
  }
  return [...found.values()];
}

const strength: readonly Note['decision'][] = ['editorial', 'notify', 'raised', 'consent'];

/** In what a new decision about the same value is less than the old one. */
function lowered(before: Note, after: Note): string[] {
  if (strength.indexOf(after.decision) >= strength.indexOf(before.decision)) return [];
  return [`it decided ${before.decision}, and now ${after.decision}`];
}

function lessIn(before: Note, after: Note): string[] {
  const others = (['entry', 'practice', 'readBy', 'by', 'reason'] as const).filter(
    (name) => (before[name] ?? '') !== '' && before[name] !== after[name],
  );
  const words = Object.entries(before.translations).filter(
    ([locale, text]) => text !== '' && after.translations[locale] !== text,
  );
  const isOverridden = after.override !== undefined && !isSame(before.override, after.override);
  return [
    ...lowered(before, after),
    ...others.map((name) => `${name} was “${before[name]}”`),
    ...(before.body === '' || before.body === after.body ? [] : ['it has other words for readers']),
    ...words.map(([locale]) => `it has other words for readers in ${locale}`),
    ...(isOverridden ? [`somebody answers for less (${after.override?.by})`] : []),
  ];
}

/** Whether somebody answers for what becomes of a note, and not for what became of it before. */
export function answers({ revises }: Note, before: Note): boolean {
  return revises !== undefined && !isSame(before.revises, revises);
}

function isSame(one: Note['override'], other: Note['override']): boolean {
  return one?.reason === other?.reason && one?.by === other?.by;
}
