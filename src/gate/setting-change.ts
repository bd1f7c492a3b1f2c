import { fingerprintOf, type Json } from '../base/canonical.ts';
import { startOfFile } from '../base/place.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { everybody } from '../model/audience.ts';

/** What a request changes beside the facts and texts of a policy. */
export interface SettingChange {
  readonly kind: string;
  readonly file: string;
  /** Which setting, and what of it. */
  readonly name: string;
  readonly value: string;
  readonly before: string;
  readonly after: string;
  readonly words: string;
  readonly reason: string;
}

/** A change of a setting, to be reviewed by whom it may concern. `identity` is what its fingerprint is made of. */
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
