/**
 * A cache of results, by a key that names everything they follow from (the files, the settings, the program). The command
 * line hands one in that lies on the disk. It may forget anything at any time: what it does not know is worked out anew,
 * with the same result.
 */
export interface Memory {
  /** What was kept under a key; undefined when nothing was. */
  readonly recall: (key: string) => unknown;
  /** Keeps a result that JSON can hold. */
  readonly keep: (key: string, result: unknown) => void;
}
