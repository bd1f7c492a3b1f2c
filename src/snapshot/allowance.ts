import { limits } from '../base/limits.ts';
import { why } from '../base/messages-why.ts';
import { type Refused, tooLarge } from './content.ts';

/** In bytes. */
export const largestFile = limits.fileBytes;

/** No character of UTF-8 takes more than four bytes. */
const mostBytes = 4 * limits.policyCharacters;

/** How much more may be read of a folder, on a disk or in git; asked about each file before it is read. */
export class Allowance {
  #files = 0;
  #bytes = 0;

  /** Why a file must not be read: it is too large, or the files before it were too many or too large in all. */
  refusalOf(size: number): Refused | undefined {
    if (this.#files >= limits.policyFiles || this.#bytes > mostBytes) return { why: why('too-much-before') };
    return size > largestFile ? tooLarge(largestFile) : undefined;
  }

  count(size: number): void {
    this.#files++;
    this.#bytes += size;
  }
}
