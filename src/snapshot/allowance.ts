import { limits } from '../base/limits.ts';
import { why } from '../base/messages-why.ts';
import { type Refused, tooLarge } from './content.ts';

/** In bytes. */
export const largestFile = limits.fileBytes;

/** No character of UTF-8 takes more than four bytes. */
const mostBytes = 4 * limits.policyCharacters;

/** What may still be read of a folder, wherever it is; asked for each file before its bytes are. */
export class Allowance {
  #files = 0;
  #bytes = 0;

  /** Why a file is not to be read, when it is too large, or when those before it were too much. */
  refusalOf(size: number): Refused | undefined {
    if (this.#files >= limits.policyFiles || this.#bytes > mostBytes) return { why: why('too-much-before') };
    return size > largestFile ? tooLarge(largestFile) : undefined;
  }

  /** Counts a file that is read. */
  count(size: number): void {
    this.#files++;
    this.#bytes += size;
  }
}
