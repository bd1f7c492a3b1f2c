import { type CannotWork, cannot } from '../base/failure.ts';
import type { Why } from '../base/messages-why.ts';

/** A document, or another file that a command was given, that cannot be read. To be thrown. */
export function unreadable(file: string, why: Why): CannotWork {
  return cannot('document-unreadable', { text: file, first: { code: 'file-unreadable', args: { why } } });
}
