import type { Json } from '../base/canonical.ts';
import { messageOf } from '../base/diagnostic.ts';
import { type ReaderChange, type ReaderChanges, readerChangesFormat } from '../model/reader-changes.ts';
import type { GatedChange } from './cover.ts';
import type { Missing } from './due.ts';
import { isOfMovedClause } from './moved-clause.ts';
import type { Note } from './note.ts';
import { type Languages, noteWords } from './note-words.ts';

/**
 * What readers are told of a release: the words of its notes in each language, and the clauses they are about. Nothing
 * else of a note is published.
 */
export function readerChanges(
  changes: readonly GatedChange[],
  notes: readonly Note[],
  languages: Languages,
): ReaderChanges {
  const told = notes.flatMap((note): ReaderChange[] => {
    const text = noteWords(note, languages);
    if (Object.keys(text).length === 0) return [];
    const covered = changes.filter((change) => note.covers.includes(change.fingerprint));
    const clauses = [
      ...new Set(
        covered.flatMap(({ fingerprint, key }) => (isOfMovedClause(fingerprint) ? [] : [key[0] ?? ''])),
      ),
    ];
    return [{ status: statusOf(covered), clauses, text }];
  });
  return { format: readerChangesFormat, changes: told };
}

function statusOf(changes: readonly GatedChange[]): ReaderChange['status'] {
  if (changes.length > 0 && changes.every((change) => change.before === null)) return 'new';
  if (changes.length > 0 && changes.every((change) => change.after === null)) return 'removed';
  return 'changed';
}

export const decisionsFormat = 'policyc/decisions@1';

/** Who answers for releasing although something owed is missing. */
export interface Override {
  readonly reason: string;
  readonly by: string;
  readonly missing: readonly Missing[];
}

/** The internal record of a release: every change as judged, and who decided what about it. */
export function decisionsOf(
  changes: readonly GatedChange[],
  notes: readonly Note[],
  override: Override | undefined,
): Json {
  return {
    format: decisionsFormat,
    changes: changes as unknown as Json,
    notes: notes.map(
      ({
        path,
        covers,
        declares,
        acts,
        decision,
        entry,
        practice,
        override: less,
        revises,
        reason,
        by,
        readBy,
      }) => ({
        path,
        covers,
        declares,
        ...(acts.length === 0 ? {} : { acts }),
        decision,
        entry,
        practice,
        ...(less === undefined ? {} : { override: less }),
        ...(revises === undefined ? {} : { revises }),
        reason,
        by,
        ...(readBy === '' ? {} : { readBy }),
      }),
    ),
    override: override ? overrideRecord(override) : null,
  };
}

/** What was missing, in words: people may read the record years later. */
function overrideRecord({ reason, by, missing }: Override): Json {
  return { reason, by, missing: missing.map((one) => ({ code: one.code, ...messageOf(one) })) };
}
