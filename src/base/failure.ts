import type { SortOfFailure } from './message.ts';
import { type FailureArguments, type FailureCode, failures } from './messages-failure.ts';

/** Why policyc could not do what it was asked to. A value: a code and its arguments, whose words are in a table. */
export interface Failure<C extends FailureCode = FailureCode> {
  readonly code: C;
  readonly args: object;
}

/**
 * policyc could not do what it was asked to: a missing revision, an unreadable file, a wrong option. Not a finding
 * about a policy, and not a bug; commands end with exit code 2 and say what to do.
 */
export class CannotWork extends Error {
  readonly failure: Failure;

  constructor(failure: Failure);
  /** Words inline: until the last of them is in a table. */
  constructor(sort: SortOfFailure, reason: string, fix: string, explained?: string);
  constructor(failure: Failure | SortOfFailure, reason = '', fix = '', explained?: string) {
    const said = typeof failure === 'string' ? { sort: failure, reason, fix, explained } : undefined;
    super(said ? reason : (failure as Failure).code);
    this.name = 'CannotWork';
    this.failure = said ? { code: 'said', args: said } : (failure as Failure);
  }

  get sort(): SortOfFailure {
    const { code, args } = this.failure;
    return code === 'said' ? (args as FailureArguments<'said'>).sort : failures[code].sort;
  }
}

/** To be thrown: `throw cannot('date-unreal', { option, date })`. */
export function cannot<C extends FailureCode>(code: C, args: FailureArguments<C>): CannotWork {
  return new CannotWork({ code, args });
}
