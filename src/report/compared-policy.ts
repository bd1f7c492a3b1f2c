import type { Diagnostic } from '../base/diagnostic.ts';
import type { Comparison } from '../diff/compare.ts';
import type { Verdict } from '../diff/judge.ts';
import type { Names } from '../diff/names.ts';
import type { Document } from '../document/document.ts';
import type { GatedChange } from '../gate/cover.ts';
import type { Policy } from '../model/policy.ts';
import type { Side } from './report.ts';

/** A comparison of one policy with everything that its report needs. */
export interface ComparedPolicy {
  readonly policy: string;
  /** The policy folder, relative to where the command ran. */
  readonly path: string;
  readonly base: ComparedSide;
  readonly head: ComparedSide;
  readonly verdict: Verdict | 'none';
  readonly changes: readonly GatedChange[];
  /** What ids and values are called in sentences. */
  readonly names: Names;
  readonly renamed: Readonly<Record<string, string>>;
  readonly regrouped: Comparison['regrouped'];
  readonly hints: Comparison['hints'];
  readonly compared: Comparison['compared'];
  /** The languages of the head. */
  readonly locales: readonly string[];
  /** Whether a clause states facts that its texts can contradict. */
  readonly statesFacts: (owner: string) => boolean;
  /** Two plain documents were compared: there are no facts and no change notes. */
  readonly documents?: boolean;
  /** The notes are those recorded at releases: none can be written for these changes. */
  readonly recorded?: boolean;
  /** Where a released head was to be announced and no record says that it was. */
  readonly unannounced?: readonly string[];
  /** What a request changes of what is in force, day by day; null stands for no version, and for no end. */
  readonly inForce?: readonly InForce[];
  /** What is wrong with change notes, or with a request's own archive. */
  readonly problems: readonly Diagnostic[];
  /** A file of the policy as somebody who stands where the command ran would name it. */
  readonly fileIn: (file: string) => string;
  readonly textOf: (file: string) => string | undefined;
  /** Both sides, whole; absent where one of them is not there, such as a policy that a request drops. */
  readonly texts?: ComparedTexts;
}

/** What the texts of either side are made of. */
export interface ComparedTexts {
  readonly before: ComparedText | undefined;
  readonly after: ComparedText;
  /** When a released head was published. */
  readonly published?: string | undefined;
}

/** A policy; of a document, which has in its policy only what differs, its blocks. */
export interface ComparedText {
  readonly policy: Policy;
  readonly document?: Document;
}

/** From a day on, until another or for good, another version is in force than was. */
export interface InForce {
  readonly from: string;
  readonly until: string | null;
  readonly before: number | null;
  readonly after: number | null;
}

export interface ComparedSide extends Side {
  /** Where the files of this side are, when not where those of the policy are. */
  readonly fileIn?: ComparedPolicy['fileIn'];
}
