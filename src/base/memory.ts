/**
 * Results that were worked out before, by a key that names everything they follow from. It is handed in at the edge;
 * what it does not know is worked out, and comes out the same.
 */
export interface Memory {
  /** What was kept under a key; undefined when nothing was. */
  readonly recall: (key: string) => unknown;
  /** Keeps a result that JSON can hold. */
  readonly keep: (key: string, result: unknown) => void;
}
