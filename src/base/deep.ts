import { cannot } from './failure.ts';
import type { Problem } from './message.ts';
import { why } from './messages-why.ts';

/** Thrown inside a parser when a page exceeds a limit, which `first` reports. `readUnlessDeep` catches it. */
export class TooMuch extends RangeError {
  readonly first: Problem;

  constructor(first: Problem) {
    super(first.code);
    this.first = first;
  }
}

/**
 * Runs a parser, and turns the two ways in which it gives up into `CannotWork`: a `TooMuch`, or the stack overflow
 * (`RangeError`) of a page nested thousands of levels deep.
 */
export function readUnlessDeep<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const first =
      error instanceof TooMuch ? error.first : { code: 'file-unreadable', args: { why: why('too-deep') } };
    throw cannot('document-unreadable', { text: file, first });
  }
}
