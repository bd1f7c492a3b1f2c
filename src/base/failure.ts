/**
 * policyc could not do what it was asked to: a missing revision, an unreadable file, a wrong option. Not a finding
 * about a policy, and not a bug; commands end with exit code 2 and say what to do.
 */
export class CannotWork extends Error {
  readonly code: FailureCode;
  readonly fix: string;
  /** A code whose page `policyc explain` prints. */
  readonly explained: string | undefined;

  constructor(code: FailureCode, reason: string, fix: string, explained?: string) {
    super(reason);
    this.name = 'CannotWork';
    this.code = code;
    this.fix = fix;
    this.explained = explained;
  }
}

export type FailureCode =
  | 'usage'
  | 'no-workspace'
  | 'invalid-workspace'
  | 'invalid-policy'
  | 'no-such-policy'
  | 'no-such-revision'
  | 'no-such-file'
  | 'not-checked-out'
  | 'linked-folder'
  | 'archive-broken'
  | 'not-released'
  | 'release-refused'
  | 'site-refused'
  | 'git-failed'
  | 'translations-refused';
