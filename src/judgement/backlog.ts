import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';
import type { Gated, GatedChange } from '../gate/cover.ts';
import { noteOn, placeOf, revisedDecisions } from './revised.ts';

/**
 * Tells what a request itself does from its target's backlog, which it only brought along. Changes that the target has too,
 * decided as they are there, are marked as inherited; problems of notes that the target has too become warnings. A decision
 * that the request takes, takes back or replaces is its own.
 */
export function apartFromTarget(request: Gated, target: Gated): Gated {
  const there = new Map(target.changes.map((change) => [change.fingerprint, change]));
  const changes = request.changes.map((change): GatedChange => {
    const before = there.get(change.fingerprint);
    if (!before || decisionOn(before, target) !== decisionOn(change, request)) return change;
    return { ...change, inherited: before.note === undefined ? 'undecided' : 'decided' };
  });
  const inherited = new Set(target.problems.map(identityOf));
  const problems = request.problems.map(
    (problem): Diagnostic =>
      inherited.has(identityOf(problem)) ? { ...problem, severity: 'warning' } : problem,
  );
  return {
    ...request,
    changes,
    problems: [
      ...problems,
      ...withdrawn(target.changes, changes),
      ...revisedDecisions(target, request),
      ...undone(target, { ...request, changes }),
    ],
  };
}

/** All that a note decides about a change, as one string; undefined without a note. */
function decisionOn(change: GatedChange, gated: Gated): string | undefined {
  const note = noteOn(change, gated);
  if (!note) return undefined;
  const { decision, entry, practice, override, reason, by, readBy, body, translations } = note;
  const words = [body, Object.entries(translations).sort()];
  return JSON.stringify([decision, entry, practice, override, reason, by, readBy, words]);
}

/** Changes that were material by a note alone, and no longer are. */
function withdrawn(before: readonly GatedChange[], after: readonly GatedChange[]): Diagnostic[] {
  const found = new Map(after.map((change) => [change.fingerprint, change]));
  return before.flatMap((change) => {
    const now = found.get(change.fingerprint);
    const byNote = change.note !== undefined && (change.kind === 'declared' || change.verdict !== 'material');
    if (!byNote || change.decided !== 'material') return [];
    if (now ? now.decided === 'material' : change.kind !== 'declared') return [];
    const args = { what: change.words };
    return [diagnostic('note-withdrawn', args, startOfFile(change.note?.path ?? ''))];
  });
}

/**
 * Changes that the target had decided and not released, and that are there no more: their readers would have been told, and
 * nothing that remains says so. Whoever changes the same subject otherwise is asked about that; whoever takes the
 * change back says in its note who answers for it. A rule that is as strict again needs no answer.
 */
function undone(target: Gated, request: Gated): Diagnostic[] {
  const now = new Set(request.changes.map(({ fingerprint }) => fingerprint));
  const own = request.changes.filter(
    ({ inherited, verdict }) => inherited === undefined && verdict !== 'editorial',
  );
  const [places, subjects] = [new Set(own.map(placeOf)), new Set(own.map(subjectOf))];
  return target.changes.flatMap((change) => {
    const taken =
      now.has(change.fingerprint) || change.kind === 'gate-weakened' ? undefined : noteOn(change, target);
    // What was material by a note alone is told as withdrawn, and nobody answers for that.
    if (!taken || change.kind === 'declared' || places.has(placeOf(change))) return [];
    const answered = request.used.some(({ path, revises }) => path === taken.path && revises !== undefined);
    const one = diagnostic('note-withdrawn', { what: change.words, undone: true }, startOfFile(taken.path));
    return [answered || subjects.has(subjectOf(change)) ? { ...one, severity: 'warning' as const } : one];
  });
}

/** The clause, term or entry that a change is about. */
function subjectOf({ key }: GatedChange): string {
  return key[0] ?? '';
}

function identityOf({ code, args, place }: Diagnostic): string {
  return JSON.stringify([code, args, place.file]);
}
