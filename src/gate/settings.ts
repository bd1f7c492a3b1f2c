import type { Place } from '../base/place.ts';
import type { RuleSettings } from '../check/rules.ts';

/** What a workspace sets that decides what passes the gate, or where readers find the pages. */
export interface Settings {
  readonly rules: RuleSettings;
  readonly archive: ArchiveDates;
  readonly site: { readonly url?: string; readonly out?: string };
  /** What clauses of the policy waive: the clause and the rule, and until which day; empty for ever. */
  readonly waived?: ReadonlyMap<string, string>;
}

/** What the dates of released versions are held to, as ISO 8601 periods. */
export interface ArchiveDates {
  /** How long after it is published a version may take effect without a note on that. */
  readonly horizon: string;
  /** How far the date of publication may be from that of the request that adds the version. */
  readonly tolerance: string;
}

export const archiveDefaults: ArchiveDates = { horizon: 'P5Y', tolerance: 'P3D' };

/** How a workspace sets a rule: how grave, why, and where it says so. */
export interface SetRule {
  readonly severity: string;
  readonly reason?: string;
  readonly place: Place;
}

/** The settings of a workspace without any. */
export const noSettings: Settings = { rules: {}, archive: archiveDefaults, site: {} };
