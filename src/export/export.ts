import type { EditionBackground } from '../model/edition-background.ts';
import type { Policy } from '../model/policy.ts';

/** What an export is made of. The same input gives the same bytes. */
export interface Source {
  readonly policy: Policy;
  readonly background: EditionBackground;
  /** The language that data and purposes are named in, and that records are written in. */
  readonly locale: string;
  /** The product that it is about; without one, all of them. */
  readonly product?: string | undefined;
  /** The day on which the version was published, of a released one. */
  readonly published?: string | undefined;
}

/** Something that the format asks and the facts do not answer: it is listed, and never guessed. */
export interface Untold {
  /** What is asked, or what the policy has and the format cannot say. */
  readonly about: string;
  readonly because: string;
}

export interface Exported {
  readonly text: string;
  readonly untold: readonly Untold[];
}

/** Each thing that is untold once, in the order in which it came up. */
export function eachOnce(untold: readonly Untold[]): readonly Untold[] {
  return [...new Map(untold.map((one) => [`${one.about}\t${one.because}`, one])).values()];
}
