import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import { why } from '../base/messages-why.ts';
import { named } from '../base/named-error.ts';
import { strangeKind } from '../base/stranger.ts';
import { type FileContent, type Refused, tooLarge } from './content.ts';

/**
 * The bytes of a regular file of at most `most` bytes; undefined if nothing is there. Anything else is refused before
 * it is read: opening a pipe would wait for ever, and a device has no end. Every file that policyc reads is read here.
 * Throws the system's error when the disk fails, or too much is open.
 * `links` says whether the last part of the path may be a symbolic link.
 */
export function readRegularFile(
  path: string,
  most: number,
  links: 'follow' | 'refuse' = 'refuse',
): FileContent | undefined {
  let file: number | undefined;
  try {
    const found = links === 'follow' ? statSync(path) : lstatSync(path);
    const strange = strangeKind(found);
    if (strange !== undefined) return { why: why('no-file', { stranger: strange }) };
    file = openSync(path, openFlags(links));
    // The file may have been replaced between the check and the opening.
    const opened = fstatSync(file);
    const swapped = strangeKind(opened);
    if (swapped !== undefined) return { why: why('no-file', { stranger: swapped }) };
    return opened.size > most ? tooLarge(most) : readAtMost(file, opened.size, most);
  } catch (error) {
    if (isOfMachine(error)) throw named(error, path);
    return refusalOf(error as NodeJS.ErrnoException);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Opens without waiting for the other end of a pipe, and without following a link that was put there meanwhile. */
function openFlags(links: 'follow' | 'refuse'): number {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
  return O_RDONLY | (O_NONBLOCK ?? 0) | (links === 'refuse' ? (O_NOFOLLOW ?? 0) : 0);
}

/** Reads up to a limit: some files claim to be empty and never end (`/proc`), others grow while they are read. */
function readAtMost(file: number, size: number, most: number): FileContent {
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    length += count;
    if (length > most) return tooLarge(most);
    if (count === 0) return bytes.subarray(0, length);
    if (length === bytes.length)
      bytes = Buffer.concat([bytes], Math.min(most + 1, Math.max(65536, 2 * length)));
  }
}

/**
 * Whether an error says nothing of a file: the disk fails or is out of reach, or too much is open. A run that goes on would
 * judge as if the file were not there.
 */
export function isOfMachine(error: unknown): boolean {
  return ofMachine.test(String((error as NodeJS.ErrnoException).code));
}

/** The last for what Node has no name: a damaged file system, a folder whose key is locked away, a drive in a cloud. */
const ofMachine =
  /^(?:EIO|EMFILE|ENFILE|ENOMEM|ESTALE|EAGAIN|EBUSY|ECONNABORTED|EHOSTDOWN|EHOSTUNREACH|ENOTCONN|EREMOTEIO|ETIMEDOUT|unknown.*)$/i;

function refusalOf({ code }: NodeJS.ErrnoException): Refused | undefined {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return undefined;
    case 'EACCES':
    case 'EPERM':
      return { why: why('not-allowed') };
    case 'ELOOP':
      return { why: why('no-file', { stranger: 'link' }) };
    case 'ENXIO':
    case 'EOPNOTSUPP':
      return { why: why('no-file', { stranger: 'socket-or-device' }) };
    default:
      return { why: why('system', { says: code ?? 'no' }) };
  }
}
