import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { JudgedChange, Verdict } from '../diff/judge.ts';
import { isSpent, type Note } from './note.ts';

/** A change with the note that covers it, and the verdict that the note leaves it with. */
export interface GatedChange extends JudgedChange {
  /** The path of a finished note; absent while nobody has decided. */
  readonly note?: { readonly path: string; readonly decision: Note['decision'] };
  /** It was there before this request: the target's own backlog, which decides nothing here. */
  readonly backlog?: true;
  /** The path of a note that would cover it and is unfinished, or has another problem. */
  readonly draft?: string;
  /** The verdict after the note: a note can raise it and never lower `material`. */
  readonly decided: Verdict;
}

export interface Gated {
  readonly changes: readonly GatedChange[];
  readonly problems: readonly Diagnostic[];
  /** The notes that cover something, in order of path. */
  readonly used: readonly Note[];
}

/**
 * Matches changes with notes. `head` is the archive head the changes were found against. Notes whose files a
 * manifest lists are spent: they are passed over.
 */
export function coverChanges(
  changes: readonly JudgedChange[],
  notes: readonly Note[],
  head: string,
  spent: ReadonlySet<string>,
): Gated {
  const problems: Diagnostic[] = [];
  const byFingerprint = new Map(changes.map((change) => [change.fingerprint, change]));
  const covered = new Map<string, Note>();
  const drafts = new Map<string, string>();
  const used: Note[] = [];
  for (const note of notes) {
    if (isSpent(note, spent)) continue;
    const found = problemsOf(note, byFingerprint, head);
    problems.push(...found);
    if (found.length > 0) {
      for (const fingerprint of note.covers) drafts.set(fingerprint, note.path);
      continue;
    }
    used.push(note);
    for (const fingerprint of note.covers) covered.set(fingerprint, note);
    for (const change of changes) if (declares(note, change)) covered.set(change.fingerprint, note);
  }
  const gated = changes.map((change): GatedChange => {
    const note = covered.get(change.fingerprint);
    const draft = drafts.get(change.fingerprint);
    if (!note) return { ...change, ...(draft === undefined ? {} : { draft }), decided: change.verdict };
    const decided: Verdict =
      change.verdict === 'material' || note.decision !== 'editorial' ? 'material' : 'editorial';
    return { ...change, note: { path: note.path, decision: note.decision }, decided };
  });
  return { changes: gated, problems, used };
}

function declares(note: Note, change: JudgedChange): boolean {
  return change.kind === 'declared' && note.declares.includes(change.key[1] ?? '');
}

function problemsOf(note: Note, changes: ReadonlyMap<string, JudgedChange>, head: string): Diagnostic[] {
  if (note.against !== head) {
    const short = (hash: string): string => hash.slice(0, 12);
    return [
      diagnostic(
        'note-stale',
        { against: short(note.against), head: short(head) },
        note.file.placeAt(['against']),
      ),
    ];
  }
  const problems: Diagnostic[] = [];
  note.covers.forEach((fingerprint, index) => {
    const place = note.file.placeAt(['covers', index]);
    const change = changes.get(fingerprint);
    if (!change) problems.push(diagnostic('note-unused', { fingerprint }, place));
    else if (change.verdict === 'material' && note.decision === 'editorial') {
      problems.push(diagnostic('note-lowers-material', { fingerprint }, place));
    } else if (change.after === null && change.table === 'facts' && note.practice === undefined) {
      problems.push(diagnostic('note-without-practice', { fingerprint }, place));
    }
  });
  const declared = new Set(
    [...changes.values()].flatMap(({ kind, key }) => (kind === 'declared' ? [key[1]] : [])),
  );
  note.declares.forEach((entry, index) => {
    if (declared.has(entry)) return;
    const place = note.file.placeAt(['declares', index]);
    problems.push(diagnostic('unknown-reference', { what: 'entry of the material list', id: entry }, place));
  });
  const missing = [
    ...(note.reason === '' ? ['a reason'] : []),
    ...(note.by === '' ? ['who decided (by)'] : []),
    ...(note.body === '' && note.decision !== 'editorial'
      ? ['the words for readers, below the second ---']
      : []),
    ...(note.decision === 'raised' && note.entry === undefined ? ['the entry it is raised to'] : []),
  ];
  if (missing.length > 0)
    problems.push(diagnostic('note-unfinished', { missing }, note.file.placeAt(['decision'])));
  return problems;
}
