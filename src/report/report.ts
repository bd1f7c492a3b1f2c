import type { Role, Severity } from '../base/messages.ts';
import type { Place } from '../base/place.ts';
import type { ProfileCoverage } from '../check/law/hold.ts';
import type { Verdict } from '../diff/judge.ts';
import type { GatedChange } from '../gate/cover.ts';

/**
 * What `check` or `diff` has to say, decided once: which findings there are, in which order and groups, where they
 * are, what is said of each. Printers lay it out in a format and decide nothing. It is plain data.
 */
export interface Report {
  readonly command: 'check' | 'diff' | 'drift';
  /** Where the command ran, relative to the root of its repository; empty at the root. */
  readonly from: string;
  /** The worst verdict of any policy; only a comparison has one. */
  readonly verdict?: Verdict | 'none';
  readonly problemCounts: ProblemCounts;
  readonly policies: readonly PolicyReport[];
  /** What all of it comes to, when the policies do not say so one by one. */
  readonly closing?: Closing;
}

/** What there is to say of one policy, or of the workspace. */
export interface PolicyReport {
  /** Its id; null when it could not be compiled. */
  readonly id: string | null;
  /** The policy folder, relative to where the command ran. */
  readonly path: string;
  readonly problems: readonly FoundProblem[];
  readonly comparison?: ComparisonReport;
  /** How it stands to the legal profiles that were asked about. */
  readonly coverage?: readonly ProfileCoverage[];
}

/** What differs between two versions of a policy. */
export interface ComparisonReport {
  readonly base: Side;
  readonly head: Side;
  /** The worst verdict of what is judged here; what was there before a request is not. */
  readonly verdict: Verdict | 'none';
  readonly counts: ChangeCounts;
  /** The groups that are told, worst first. */
  readonly groups: readonly Group[];
  /** Every change, worst first. */
  readonly changes: readonly FoundChange[];
  /** Present ids by former id, of what was only renamed. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly regrouped: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[];
  /** What may have been renamed without a declaration. */
  readonly hints: readonly { readonly from: string; readonly to: string }[];
  /** Rows and texts of the head that were looked at. */
  readonly compared: { readonly facts: number; readonly texts: number };
  /** Changed texts of which nobody has said yet what they mean. */
  readonly notAssessed: number;
  /** Two plain documents were compared: there are no facts and no change notes. */
  readonly documents: boolean;
  /** Channels of a released head that no record says it was announced in. */
  readonly unannounced: readonly string[];
  /** What a sentence is enough for: structure, editorial differences, likely renames. */
  readonly remarks: readonly string[];
  /** What to do next. */
  readonly next: readonly string[];
  readonly closing: Closing;
}

/** A version that was compared, by its short and its longer name. */
export interface Side {
  readonly label: string;
  readonly title: string;
}

/** Changes that are reported together under one heading. */
export interface Group {
  readonly id: string;
  readonly level: 'material' | 'review' | 'backlog' | 'settled';
  readonly heading: string;
  /** Set when several groups share the heading: what this one holds. */
  readonly subheading?: string;
  /** How much is said of each change: all of it, one line, or its words alone. */
  readonly detail: 'full' | 'line' | 'words';
}

/** A place whose file is named relative to the root of the repository, not to a policy folder. */
export type Spot = Place;

/** A problem in what a user wrote. */
export interface FoundProblem {
  /** Stable, and known to `policyc explain`. */
  readonly code: string;
  readonly severity: Severity;
  /** What its words were made of. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly fix: string;
  readonly place: Spot;
  readonly related: readonly { readonly place: Spot; readonly role: Role; readonly words: string }[];
  /** Why somebody has said that it is fine; absent while nobody did. */
  readonly waived?: string;
  /** The lines of the file, with carets under the place; empty for a whole file. */
  readonly frame: readonly string[];
  /** The same while the problem is, wherever its lines move: `p1:` and 128 bits in hexadecimal. */
  readonly fingerprint: string;
}

/**
 * What has become of a change: nothing to decide (`plain`), decided by a note, waiting for a note that is unfinished
 * (`draft`), or for any (`open`); `unrecorded` between released versions; there before a request, undecided
 * (`backlog`) or decided (`settled`).
 */
export type State = 'plain' | 'noted' | 'draft' | 'open' | 'unrecorded' | 'backlog' | 'settled';

/** A change of meaning, judged and held against the notes. */
export interface FoundChange extends Omit<GatedChange, 'base' | 'head' | 'inherited'> {
  readonly base: Spot | null;
  readonly head: Spot | null;
  readonly state: State;
  /** The group it is told in; `structure` and `editorial` are only counted. */
  readonly group: string;
  readonly told: Told;
}

/** What a report says of a change, part by part, so that every format says the same. */
export interface Told {
  readonly sign: '+' | '−' | '~';
  readonly headline: string;
  /** Kind, direction, and what it is a change of. */
  readonly subject: string;
  readonly signal?: string;
  /** What each side states: a line, then what came or went with it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** For formats that give the change one line: what of either side the headline leaves out. */
  readonly unsaid: readonly string[];
  readonly remarks: readonly string[];
  readonly owed: readonly string[];
  /** Whether it is decided; absent where nothing is to be. */
  readonly status?: string;
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Of whatever severity, and not counted as that. */
  readonly waived: number;
}

/** Changes that are judged here; of `material` and `review`, those that a note decides are counted again. */
export interface ChangeCounts {
  readonly material: number;
  readonly materialNoted: number;
  readonly review: number;
  readonly reviewNoted: number;
  readonly editorial: number;
  readonly structure: number;
  /** Material changes and changes to review that no finished note covers. */
  readonly uncovered: number;
  /** There before the request, and undecided. */
  readonly backlog: number;
}

/** The last line: a word, and what it rests on. */
export interface Closing {
  readonly tone: 'good' | 'attention' | 'bad';
  readonly verdict: string;
  readonly words: string;
  readonly more?: string;
}
