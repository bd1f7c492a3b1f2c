import { changeOfNoRow } from '../diff/change-of-no-row.ts';
import type { JudgedChange, MaterialList } from '../diff/judge.ts';
import type { Note } from './note.ts';

/**
 * A change of what a clause says, now that it is in another policy. Readers of its first policy were told otherwise, and
 * no file of that policy shows it: in a release, only its notes record it.
 */
export function inOtherPolicy(change: JudgedChange, path: string, to: string): JudgedChange {
  return {
    ...change,
    words: `Now in ${path}: ${change.words}`,
    head: change.head && { ...change.head, file: `${to}/${change.head.file}` },
    fingerprint: mark + change.fingerprint.slice(mark.length),
  };
}

const mark = 'm1:';

export function isOfMovedClause(fingerprint: string): boolean {
  return fingerprint.startsWith(mark);
}

/** The same by a note alone, which is all that an archive holds. */
export function movedClausesAsNoted(note: Note, { owes }: MaterialList): JudgedChange[] {
  const isRead = note.decision === 'editorial';
  const said = {
    kind: 'said-elsewhere',
    file: note.path,
    value: 'said',
    before: 'here',
    after: 'in another policy',
    words: 'A clause that went to another policy says something else there.',
    reason: 'readers were promised what the clause said here',
  };
  return note.covers.filter(isOfMovedClause).map((fingerprint) => ({
    ...changeOfNoRow({ ...said, name: fingerprint, fingerprint }),
    base: null,
    verdict: isRead ? 'review' : 'material',
    obligations: isRead ? [] : owes,
  }));
}
