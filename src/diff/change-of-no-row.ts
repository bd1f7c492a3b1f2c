import { startOfFile } from '../base/place.ts';
import { everybody } from '../model/audience.ts';
import type { JudgedChange } from './judge.ts';

/** A change of something other than facts and texts, by the file that tells it. */
export interface ChangeOfNoRow extends Pick<JudgedChange, 'kind' | 'words' | 'reason' | 'fingerprint'> {
  readonly file: string;
  readonly name: string;
  readonly value: string;
  readonly before: string;
  readonly after: string;
}

/** A change that no row shows: a setting, or what is done to an archive. It is for everybody, and to review. */
export function changeOfNoRow(change: ChangeOfNoRow): JudgedChange {
  const { kind, file, name, value, before, after, words, reason, fingerprint } = change;
  return {
    kind,
    table: 'facts',
    relation: 'policy',
    key: [file, name],
    name: value,
    before: { value: before },
    after: { value: after },
    direction: 'changes',
    affects: { words: 'everybody', readers: everybody },
    words,
    base: startOfFile(file),
    head: startOfFile(file),
    fingerprint,
    verdict: 'review',
    entries: [],
    obligations: [],
    reason,
  };
}
