/**
 * A cache of results. A key names everything that a result depends on (files, settings, program). The command line
 * provides one on the disk. It may forget anything at any time: the result is then worked out again, and is the same.
 */
export interface Memory {
  /** What was kept under a key; undefined when nothing was. */
  readonly recall: (key: string) => unknown;
  /** Keeps a result that JSON can hold. */
  readonly keep: (key: string, result: unknown) => void;
}
