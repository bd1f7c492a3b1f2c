import type { EditionBackground } from '../model/edition-background.ts';
import type { Policy } from '../model/policy.ts';

/** The input of an export. The same input gives the same bytes. */
export interface Source {
  readonly policy: Policy;
  readonly background: EditionBackground;
  /** The language of names for data and purposes, and of records. */
  readonly locale: string;
  /** The product to export; all of them if absent. */
  readonly product?: string | undefined;
  /** The day on which the version was published, if it is released. */
  readonly published?: string | undefined;
}

/** A question of the format that the facts do not answer. It is listed and never guessed. */
export interface Untold {
  /** The question, or the part of the policy that the format cannot express. */
  readonly about: string;
  readonly because: string;
}

export interface Exported {
  readonly text: string;
  readonly untold: readonly Untold[];
}

/** Each item once, in order of first appearance. */
export function eachOnce(untold: readonly Untold[]): readonly Untold[] {
  return [...new Map(untold.map((one) => [`${one.about}\t${one.because}`, one])).values()];
}
