import { type Diagnostic, firstOf } from '../base/diagnostic.ts';
import { append } from '../base/group.ts';
import { nearestForSome } from '../base/nearest.ts';
import type { JudgedChange, MaterialList, Verdict } from '../diff/judge.ts';
import { missingFrom } from '../diff/obligations.ts';
import { movedClausesAsNoted } from './moved-clause.ts';
import { type Answering, isSpent, type Note, type NotesInForce } from './note.ts';
import { type Holding, isAct, owedBeyond, problemsOf } from './note-problems.ts';
import { translationsApart } from './note-translations.ts';

/** A change with the note that covers it, and the verdict after that note. */
export interface GatedChange extends JudgedChange {
  /** The path of a finished note; absent while nobody has decided. */
  readonly note?: {
    readonly path: string;
    readonly decision: Note['decision'];
    /** The entry of the list that the note raised the change to. */
    readonly entry?: string;
    /** Who answers for a decision below what is owed, and why. */
    readonly override?: Answering;
  };
  /** The change was there before this request, undecided or decided: the target's backlog. The request need not decide about it. */
  readonly inherited?: 'undecided' | 'decided';
  /** The path of a note that would cover it and is unfinished, or has a problem. */
  readonly draft?: string;
  /** The verdict after the note, which can raise it and never lowers `material`. */
  readonly decided: Verdict;
}

/** The changes of a comparison, each with what a note decided about it. */
export interface Gated {
  readonly changes: readonly GatedChange[];
  readonly problems: readonly Diagnostic[];
  /** The notes that cover something, in order of path. */
  readonly used: readonly Note[];
}

/** The list where no policy was released, and so none was promised. */
export const noList: MaterialList = { entries: [], owes: [] };

/**
 * Matches changes with the notes that decide about them. A note with a problem covers nothing, and its problem is
 * reported; a note that a release used up is ignored. What a note raises to material owes what the governing `list` owes
 * for it. Translations of notes are compared with the language `prevailing`.
 */
export function coverChanges(
  found: readonly JudgedChange[],
  { notes, head, spent }: NotesInForce,
  list: MaterialList = noList,
  prevailing?: string,
): Gated {
  const problems: Diagnostic[] = [];
  const open = notes.filter((note) => !isSpent(note, spent));
  const changes = [...found, ...open.flatMap((note) => movedClausesAsNoted(note, list))];
  const byFingerprint = new Map(changes.map((change) => [change.fingerprint, change]));
  const byName = new Map(
    changes.flatMap((change) =>
      change.kind === 'declared' || isAct(change.kind) ? [[change.key[1] ?? '', change] as const] : [],
    ),
  );
  const coveredBy = (note: Note): string[] => [
    ...note.covers,
    ...[...note.declares, ...note.acts].flatMap((name) => byName.get(name)?.fingerprint ?? []),
  ];
  const claims = claimsOf(
    open.filter(({ against }) => against === head),
    coveredBy,
  );
  const covered = new Map<string, Note>();
  const drafts = new Map<string, string>();
  const used: Note[] = [];
  const holding = { changes: byFingerprint, byName, head, list, claims, nearest: nearestForSome() };
  for (const note of open) {
    if (isForLater(note, byName)) continue;
    const wrong = firstOf(problemsOf(note, holding));
    const apart = translationsApart(note, prevailing);
    problems.push(...wrong, ...apart);
    // If a named person read both, the differences that a machine counted are reported and decide nothing.
    if (note.readBy === '') wrong.push(...apart);
    if (wrong.length === 0) used.push(note);
    for (const fingerprint of coveredBy(note)) {
      if (wrong.length === 0) covered.set(fingerprint, note);
      else drafts.set(fingerprint, note.path);
    }
  }
  const gated = changes.map((change): GatedChange => {
    const note = covered.get(change.fingerprint);
    const draft = drafts.get(change.fingerprint);
    if (!note) return { ...change, ...(draft === undefined ? {} : { draft }), decided: change.verdict };
    return noted(change, note, list);
  });
  return { changes: gated, problems, used };
}

/** A change as a note leaves it. */
export function noted(change: JudgedChange, note: Note, list: MaterialList): GatedChange {
  const { path, decision, entry, override } = note;
  const by = {
    path,
    decision,
    ...(decision === 'raised' && entry !== undefined ? { entry } : {}),
    ...(override && owedBeyond(decision, change) !== undefined ? { override } : {}),
  };
  if (decision === 'editorial' && change.verdict !== 'material')
    return { ...change, note: by, decided: 'editorial' };
  const obligations = [...change.obligations, ...(change.suggests ?? [])];
  const owed = [...obligations, ...missingFrom(obligations, list.owes)];
  return { ...change, obligations: owed, note: by, decided: 'material' };
}

/** The notes that speak of each change, by fingerprint. */
function claimsOf(
  notes: readonly Note[],
  coveredBy: (note: Note) => readonly string[],
): ReadonlyMap<string, readonly Note[]> {
  const claims = new Map<string, Note[]>();
  for (const note of notes) {
    for (const fingerprint of new Set(coveredBy(note))) append(claims, fingerprint, note);
  }
  return claims;
}

/** A note about nothing but acts of a release waits for that release. */
function isForLater({ covers, declares, acts }: Note, byName: Holding['byName']): boolean {
  return covers.length + declares.length === 0 && acts.length > 0 && !acts.some((name) => byName.has(name));
}
