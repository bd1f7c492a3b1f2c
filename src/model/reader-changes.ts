/**
 * What changed between two releases in readers' words, from the bodies of the change notes. Public: it never holds
 * a reason, an approver, a verdict or a fingerprint.
 */
export interface ReaderChanges {
  readonly format: typeof readerChangesFormat;
  readonly changes: readonly ReaderChange[];
}

/** One change as readers are told of it. */
export interface ReaderChange {
  /** Shown as New, Changed, No longer stated. */
  readonly status: 'new' | 'changed' | 'removed';
  /** Ids of the clauses concerned, in reading order; a removed clause's id has no anchor any more. */
  readonly clauses: readonly string[];
  /** Markdown by locale. */
  readonly text: Readonly<Record<string, string>>;
}

export const readerChangesFormat = 'policyc/changes@1';
