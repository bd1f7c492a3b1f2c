import { cannot } from './failure.ts';
import type { Problem } from './message.ts';
import { why } from './messages-why.ts';

/** More of something than is read, found while a page is read: what comes after would take too long. */
export class TooMuch extends RangeError {
  readonly first: Problem;

  constructor(first: Problem) {
    super(first.code);
    this.first = first;
  }
}

/** Reads a page, unless its parts lie one in another thousands of times: such a one is no document. Throws `CannotWork`. */
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
