import { startOfFile } from '../base/place.ts';
import type { JudgedChange, MaterialList } from '../diff/judge.ts';
import { everybody } from '../model/audience.ts';
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
  return note.covers.filter(isOfMovedClause).map((fingerprint) => ({
    kind: 'said-elsewhere',
    table: 'facts',
    relation: 'policy',
    key: [note.path, fingerprint],
    name: 'said',
    before: { value: 'here' },
    after: { value: 'in another policy' },
    direction: 'changes',
    affects: { words: 'everybody', readers: everybody },
    words: 'A clause that went to another policy says something else there.',
    base: null,
    head: startOfFile(note.path),
    fingerprint,
    verdict: note.decision === 'editorial' ? 'review' : 'material',
    entries: [],
    obligations: note.decision === 'editorial' ? [] : owes,
    reason: 'readers were promised what the clause said here',
  }));
}
