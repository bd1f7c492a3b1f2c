import { type CannotWork, cannot } from '../base/failure.ts';
import { type Why, why } from '../base/messages-why.ts';
import { type FileContent, isRefused } from '../snapshot/content.ts';

/** A document, or another file that a command was given, that cannot be read. To be thrown. */
export function unreadable(file: string, why: Why): CannotWork {
  return cannot('document-unreadable', { text: file, first: { code: 'file-unreadable', args: { why } } });
}

/** The text of a file that is taken over, or written again: never one in which signs stand for what could not be read. */
export function textRead(file: string, content: FileContent): string {
  if (isRefused(content)) throw unreadable(file, content.why);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw unreadable(file, why('not-utf8'));
  }
}
