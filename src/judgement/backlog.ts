import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { startOfFile } from '../base/place.ts';
import type { JudgedChange } from '../diff/judge.ts';
import type { Gated, GatedChange } from '../gate/cover.ts';
import { placeOf } from '../gate/standing.ts';
import { ownerOf } from '../model/policy.ts';
import { passedOver } from './passed-over.ts';
import { answers, noteOn, revisedDecisions } from './revised.ts';

/**
 * Separates what a pull request does from its target's backlog, which it only brought along. Changes that the target has
 * too, decided in the same way, are marked as inherited; problems of notes that the target has too become warnings. A
 * decision that the request makes, takes back or replaces is its own, and so is one on what the request makes another
 * thing: `direct` is what differs between target and request.
 */
export function apartFromTarget(request: Gated, target: Gated, direct: readonly JudgedChange[] = []): Gated {
  const there = new Map(target.changes.map((change) => [change.fingerprint, change]));
  const others = passedOver(direct, target, request);
  const changes = request.changes.map((change): GatedChange => {
    const before = there.get(change.fingerprint);
    if (!before || decisionOn(before, target) !== decisionOn(change, request)) return change;
    if (others.has(change.fingerprint)) return change;
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
      ...revisedDecisions(target, request, others),
      ...undone(target, { ...request, changes }),
    ],
  };
}

/** All that a note decides about a change, in one string; undefined without a note. */
function decisionOn(change: GatedChange, gated: Gated): string | undefined {
  const note = noteOn(change, gated);
  if (!note) return undefined;
  const { decision, entry, practice, override, reason, by, readBy, body, translations } = note;
  const words = [body, Object.entries(translations).sort()];
  return JSON.stringify([decision, entry, practice, override, reason, by, readBy, words]);
}

/** Changes that only a note had raised to material, and that no longer are. */
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
 * Unreleased changes that the target had decided about and that are gone: readers would have been told of them, and
 * nothing that remains says so. A request that changes the same subject differently decides about that change; one that
 * takes the change back says in a note who answers for it. A rule that is strict again needs no answer.
 */
function undone(target: Gated, request: Gated): Diagnostic[] {
  const now = new Set(request.changes.map(({ fingerprint }) => fingerprint));
  const own = request.changes.filter(
    ({ inherited, verdict }) => inherited === undefined && verdict !== 'editorial',
  );
  const [places, subjects] = [new Set(own.map(placeOf)), new Set(own.map(ownerOf))];
  return target.changes.flatMap((change) => {
    const taken =
      now.has(change.fingerprint) || change.kind === 'gate-weakened' ? undefined : noteOn(change, target);
    // What only a note had raised is reported as withdrawn, and needs no answer.
    if (!taken || change.kind === 'declared' || places.has(placeOf(change))) return [];
    const answered = request.used.some((note) => note.path === taken.path && answers(note, taken));
    const one = diagnostic('note-withdrawn', { what: change.words, undone: true }, startOfFile(taken.path));
    return [answered || subjects.has(ownerOf(change)) ? { ...one, severity: 'warning' as const } : one];
  });
}

function identityOf({ code, args, place }: Diagnostic): string {
  return JSON.stringify([code, args, place.file]);
}
