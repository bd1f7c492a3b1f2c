import type { Role, Severity } from '../base/messages.ts';
import type { Place } from '../base/place.ts';
import type { ProfileCoverage } from '../check/law/hold.ts';
import type { Verdict } from '../diff/judge.ts';
import type { GatedChange } from '../gate/cover.ts';

/**
 * What `check` or `diff` reports, decided once: the findings, their order and groups, their places and words. Printers
 * lay it out in a format and decide nothing. It is plain data.
 */
export interface Report {
  readonly command: 'check' | 'diff' | 'drift';
  /** Where the command ran, relative to the root of its repository; empty at the root. */
  readonly from: string;
  /** The worst verdict of any policy; only a comparison has one. */
  readonly verdict?: Verdict | 'none';
  readonly problemCounts: ProblemCounts;
  readonly policies: readonly PolicyReport[];
  /** The closing line of the whole, if the policies have none of their own. */
  readonly closing?: Closing;
}

/** The report on one policy, or on the workspace. */
export interface PolicyReport {
  /** Its id; null when it could not be compiled. */
  readonly id: string | null;
  /** The policy folder, relative to where the command ran. */
  readonly path: string;
  readonly problems: readonly FoundProblem[];
  readonly comparison?: ComparisonReport;
  /** How far it meets the legal profiles that were asked about. */
  readonly coverage?: readonly ProfileCoverage[];
}

/** The differences between two versions of a policy. */
export interface ComparisonReport {
  readonly base: Side;
  readonly head: Side;
  /** The worst verdict of what is judged here, without what was there before the pull request. */
  readonly verdict: Verdict | 'none';
  readonly counts: ChangeCounts;
  readonly groups: readonly Group[];
  readonly changes: readonly FoundChange[];
  /** Present ids by former id, for renames. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly regrouped: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[];
  readonly hints: readonly { readonly from: string; readonly to: string }[];
  readonly compared: { readonly facts: number; readonly texts: number };
  /** The number of changed texts that nobody has assessed. */
  readonly notAssessed: number;
  /** Plain documents were compared, which have no facts and no change notes. */
  readonly documents: boolean;
  /** Channels of a released head without a record of its notice. */
  readonly unannounced: readonly string[];
  /** Remarks of one sentence: structure, editorial differences, likely renames. */
  readonly remarks: readonly string[];
  readonly next: readonly string[];
  readonly closing: Closing;
}

/** A compared version, by its short and its longer name. */
export interface Side {
  readonly label: string;
  readonly title: string;
}

/** Changes that are reported together under one heading. */
export interface Group {
  readonly id: string;
  readonly level: 'material' | 'review' | 'backlog' | 'settled';
  readonly heading: string;
  /** What this group holds, if several share a heading. */
  readonly subheading?: string;
  /** How much is shown of each change: all of it, one line, or its words alone. */
  readonly detail: 'full' | 'line' | 'words';
}

/** A place whose file is named relative to the root of the repository, not to a policy folder. */
export type Spot = Place;

/** A problem in what a user wrote. */
export interface FoundProblem {
  /** Stable, and known to `policyc explain`. */
  readonly code: string;
  readonly severity: Severity;
  readonly args: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly fix: string;
  readonly place: Spot;
  readonly related: readonly { readonly place: Spot; readonly role: Role; readonly words: string }[];
  /** The reason for its waiver; absent without one. */
  readonly waived?: string;
  /** Lines of the file with carets under the place; empty for a whole file. */
  readonly frame: readonly string[];
  /** The same for as long as the problem exists, even if its lines move: `p1:` and 128 bits in hexadecimal. */
  readonly fingerprint: string;
}

/**
 * The state of a change: nothing to decide (`plain`), decided by a note, with an unfinished note (`draft`) or none
 * (`open`); `unrecorded` between released versions; there before the pull request, undecided (`backlog`) or decided
 * (`settled`).
 */
export type State = 'plain' | 'noted' | 'draft' | 'open' | 'unrecorded' | 'backlog' | 'settled';

/** A change of meaning, judged and matched with its note. */
export interface FoundChange extends Omit<GatedChange, 'base' | 'head' | 'inherited'> {
  readonly base: Spot | null;
  readonly head: Spot | null;
  readonly state: State;
  /** Its group; `structure` and `editorial` are only counted. */
  readonly group: string;
  readonly told: Told;
}

/** The words for a change, part by part, so that every format says the same. */
export interface Told {
  readonly sign: '+' | '−' | '~';
  readonly headline: string;
  readonly subject: string;
  readonly signal?: string;
  /** The statement of each side: a line, then what came or went with it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** For formats with one line per change: what the headline leaves out of either side. */
  readonly unsaid: readonly string[];
  readonly remarks: readonly string[];
  readonly owed: readonly string[];
  /** What is owed before it takes effect, in short; empty if nothing is. */
  readonly due: string;
  /** Whether it is decided; absent if there is nothing to decide. */
  readonly status?: string;
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Waived problems of any severity, which are not counted otherwise. */
  readonly waived: number;
}

/** Changes that are judged here; those of `material` and `review` that a note decides are also counted by themselves. */
export interface ChangeCounts {
  readonly material: number;
  readonly materialNoted: number;
  readonly review: number;
  readonly reviewNoted: number;
  readonly editorial: number;
  readonly structure: number;
  /** Material changes and changes to review that no finished note covers. */
  readonly uncovered: number;
  readonly backlog: number;
}

/** The closing line: a word, and what it rests on. */
export interface Closing {
  readonly tone: 'good' | 'attention' | 'bad';
  readonly verdict: string;
  readonly words: string;
  readonly more?: string;
}
