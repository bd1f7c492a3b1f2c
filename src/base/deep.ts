import { cannot } from './failure.ts';
import { why } from './messages-why.ts';

/** Reads a page, unless its parts lie one in another thousands of times: such a one is no document. Throws `CannotWork`. */
export function readUnlessDeep<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const first = { code: 'file-unreadable', args: { why: why('too-deep') } };
    throw cannot('document-unreadable', { text: file, first });
  }
}
