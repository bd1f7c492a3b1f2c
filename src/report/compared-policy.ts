import type { NumberedShift } from '../archive/timeline.ts';
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
  readonly names: Names;
  readonly renamed: Readonly<Record<string, string>>;
  readonly regrouped: Comparison['regrouped'];
  readonly hints: Comparison['hints'];
  readonly compared: Comparison['compared'];
  readonly locales: readonly string[];
  /** Whether a clause states facts that its texts can contradict. */
  readonly statesFacts: (owner: string) => boolean;
  /** Set for plain documents, which have no facts and no change notes. */
  readonly documents?: boolean;
  /** The changes were decided at their release: no note can be written for them. */
  readonly recorded?: boolean;
  /** Channels of the released head without a record of its notice. */
  readonly unannounced?: readonly string[];
  /** How a pull request changes which version is in force, by period. */
  readonly inForce?: readonly NumberedShift[];
  /** Problems of change notes, or of a pull request's own archive. */
  readonly problems: readonly Diagnostic[];
  /** The path of a file of the policy from where the command ran. */
  readonly fileIn: (file: string) => string;
  readonly textOf: (file: string) => string | undefined;
  /** Both sides as whole texts; absent if one is missing, as when a pull request drops a policy. */
  readonly texts?: ComparedTexts;
}

/** The whole texts of both sides. */
export interface ComparedTexts {
  readonly before: ComparedText | undefined;
  readonly after: ComparedText;
  readonly published?: string | undefined;
}

/** A policy, or a document with its blocks, since its policy has only what differs. */
export interface ComparedText {
  readonly policy: Policy;
  readonly document?: Document;
}

export interface ComparedSide extends Side {
  /** The same for files of this side, if they are elsewhere than those of the policy. */
  readonly fileIn?: ComparedPolicy['fileIn'];
}
