import type { SortOfFailure } from './message.ts';
import { type FailureArguments, type FailureCode, failures } from './messages-failure.ts';

/** Why policyc could not do its work: a code and its arguments, whose words are in a table. */
export interface Failure<C extends FailureCode = FailureCode> {
  readonly code: C;
  readonly args: object;
}

/**
 * Thrown when policyc cannot do its work: a missing revision, an unreadable file, a wrong option. It is neither a finding
 * about a policy nor a bug; commands end with exit code 2 and say what to do.
 */
export class CannotWork extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'CannotWork';
    this.failure = failure;
  }

  get sort(): SortOfFailure {
    return failures[this.failure.code].sort;
  }
}

/** To be thrown: `throw cannot('date-unreal', { option, date })`. */
export function cannot<C extends FailureCode>(code: C, args: FailureArguments<C>): CannotWork {
  return new CannotWork({ code, args });
}

/** What work gives; undefined where it cannot be done. */
export function ifPossible<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof CannotWork) return undefined;
    throw error;
  }
}
