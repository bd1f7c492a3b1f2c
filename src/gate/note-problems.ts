import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import type { JudgedChange, MaterialList } from '../diff/judge.ts';
import type { Note } from './note.ts';

/** What a note is held against. */
export interface Holding {
  readonly changes: ReadonlyMap<string, JudgedChange>;
  /** The archive head that the changes were found against. */
  readonly head: string;
  /** The list of material changes that governs. */
  readonly list: MaterialList;
  /** Every note that speaks of a change, by fingerprint. */
  readonly claims: ReadonlyMap<string, readonly Note[]>;
}

/** Everything that keeps a note from being in force. */
export function problemsOf(note: Note, holding: Holding): Diagnostic[] {
  const { head } = holding;
  if (note.against !== head) {
    const short = (hash: string): string => hash.slice(0, 12);
    const args = { against: short(note.against), head: short(head) };
    return [diagnostic('note-stale', args, note.file.placeAt(['against']))];
  }
  return [
    ...note.covers.flatMap((fingerprint, index) =>
      problemOfCover(note, fingerprint, holding, ['covers', index]),
    ),
    ...note.declares.flatMap((entry, index) => problemOfDeclared(note, entry, holding, ['declares', index])),
    ...problemsOfDecision(note, holding),
  ];
}

function problemOfCover(
  note: Note,
  fingerprint: string,
  { changes, claims }: Holding,
  path: readonly (string | number)[],
): Diagnostic[] {
  const change = changes.get(fingerprint);
  const place = note.file.placeAt(path);
  if (!change) return [diagnostic('note-unused', { fingerprint }, place)];
  const problems: Diagnostic[] = conflictsOf(note, fingerprint, claims).map((other) =>
    diagnostic('note-conflict', { what: fingerprint, other: other.path }, place),
  );
  if (change.verdict === 'material' && note.decision === 'editorial')
    problems.push(diagnostic('note-lowers-material', { fingerprint }, place));
  if (isRemoval(change)) {
    if (note.practice === undefined)
      problems.push(diagnostic('note-without-practice', { fingerprint }, place));
    else if (note.practice === 'continues')
      problems.push(diagnostic('note-practice-continues', { fingerprint }, note.file.placeAt(['practice'])));
  }
  return problems;
}

/** Whether something is no longer said, in a fact or in words: readers must be able to tell what became of it. */
export function isRemoval({ after, verdict }: JudgedChange): boolean {
  return after === null && verdict !== 'editorial';
}

/** The other notes that speak of the same change: a decision is taken once, and no order of files decides which. */
function conflictsOf(note: Note, fingerprint: string, claims: Holding['claims']): readonly Note[] {
  return (claims.get(fingerprint) ?? []).filter((one) => one.path !== note.path);
}

function problemOfDeclared(
  note: Note,
  entry: string,
  { changes, claims, list }: Holding,
  path: readonly (string | number)[],
): Diagnostic[] {
  const place = note.file.placeAt(path);
  const change = [...changes.values()].find(({ kind, key }) => kind === 'declared' && key[1] === entry);
  if (!change) return [unknownEntry(entry, list, place)];
  return conflictsOf(note, change.fingerprint, claims).map((other) =>
    diagnostic('note-conflict', { what: `the declared ${entry}`, other: other.path }, place),
  );
}

function problemsOfDecision(note: Note, { list }: Holding): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const { decision, entry } = note;
  if (decision === 'raised' && entry !== undefined && !list.entries.some(({ id }) => id === entry))
    problems.push(unknownEntry(entry, list, note.file.placeAt(['entry'])));
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

function unknownEntry(id: string, { entries }: MaterialList, place: Diagnostic['place']): Diagnostic {
  const close = nearest(
    id,
    entries.map((entry) => entry.id),
  );
  return diagnostic('unknown-reference', { what: 'entry of the material list', id, nearest: close }, place);
}
