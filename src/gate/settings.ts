import type { Place } from '../base/place.ts';
import type { RuleSettings } from '../check/rules.ts';

/** The settings of a workspace that decide what passes the gate, or where readers find the pages. */
export interface Settings {
  readonly rules: RuleSettings;
  readonly archive: ArchiveDates;
  readonly site: { readonly url?: string; readonly out?: string };
  /** Waivers of clauses: the clause and the rule, and the last day; empty for ever. */
  readonly waived?: ReadonlyMap<string, string>;
  /** Why each is waived. */
  readonly reasons?: ReadonlyMap<string, string>;
  /** What nobody looks at for an answer: the requirement, and the answer with who gave it. */
  readonly answered?: ReadonlyMap<string, string>;
}

/** Limits on the dates of released versions, as ISO 8601 periods. */
export interface ArchiveDates {
  /** How long after it is published a version may take effect without a note on that. */
  readonly horizon: string;
  /** How far the date of publication may be from that of the pull request that adds the version. */
  readonly tolerance: string;
}

export const archiveDefaults: ArchiveDates = { horizon: 'P5Y', tolerance: 'P3D' };

/** A rule as a workspace sets it: its severity, why, and where it is set. */
export interface SetRule {
  readonly severity: string;
  readonly reason?: string;
  readonly place: Place;
}

/** The settings of a workspace without any. */
export const noSettings: Settings = { rules: {}, archive: archiveDefaults, site: {} };
