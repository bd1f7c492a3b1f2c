import floors202611 from '../model/editions/2026-11/floors.json' with { type: 'json' };
import type { Watch } from '../model/watch.ts';

/**
 * Changes that are material whatever the policy's own list says: promises to readers about the list itself, and
 * what the law of a profile in force asks. Data of an edition, each with what it rests on in our own words, and how
 * sure we are of that: a `promise` of every policy, a text that was read (`verified`), one read second hand
 * (`secondary`), or our own `reading` of the law.
 */
export interface Floor {
  /** A legal profile; absent: always. A floor sees just what its watch names, nothing below it. */
  readonly profile?: string;
  readonly watch: Watch;
  readonly owes: 'notice' | 'prominent-notice' | 'express-consent';
  readonly rests: string;
  readonly evidence: Evidence;
}

export type Evidence = 'promise' | 'verified' | 'secondary' | 'reading';

const byEdition: Readonly<Record<string, readonly Floor[]>> = { '2026-11': floors202611 as readonly Floor[] };

/** The floors of an edition; none for one this policyc does not know. */
export function floorsOf(edition: string): readonly Floor[] {
  return byEdition[edition] ?? [];
}
