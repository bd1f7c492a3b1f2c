import { cannot } from './failure.ts';
import type { Problem } from './message.ts';
import { why } from './messages-why.ts';

/** Thrown inside a parser when a page holds more of something than is read; `first` says of what. `readUnlessDeep` catches it. */
export class TooMuch extends RangeError {
  readonly first: Problem;

  constructor(first: Problem) {
    super(first.code);
    this.first = first;
  }
}

/**
 * Runs a parser, and turns its two ways to give up into `CannotWork` on that file: a `TooMuch`, or the stack overflow
 * (`RangeError`) of a page whose parts lie one in another thousands of times.
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
