import { fingerprintOf, type Json } from '../base/canonical.ts';
import { startOfFile } from '../base/place.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { everybody } from '../model/audience.ts';

/** A change that a pull request makes to something other than facts and texts. */
export interface SettingChange {
  readonly kind: string;
  readonly file: string;
  readonly name: string;
  readonly value: string;
  readonly before: string;
  readonly after: string;
  readonly words: string;
  readonly reason: string;
}

/** What a change is when the gate itself is held less strictly. */
export const weaker = { kind: 'gate-weakened', reason: 'the gate itself is held less strictly' } as const;

/** A change of a setting, to review. Its fingerprint is made of `identity`. */
export function settingChange(change: SettingChange, identity: Json): JudgedChange {
  const { kind, file, name, value, before, after, words, reason } = change;
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
    fingerprint: fingerprintOf(identity),
    verdict: 'review',
    entries: [],
    obligations: [],
    reason,
  };
}
