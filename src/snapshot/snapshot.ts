import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { isPointer } from '../base/lfs-pointer.ts';
import { type Why, why } from '../base/messages-why.ts';
import { type SourceFile, sourceFile, startOfFile } from '../base/place.ts';
import { largestFile } from './allowance.ts';
import { type FileContent, isRefused, tooLarge } from './content.ts';

/** The text files of a folder at one moment, by `/`-separated path, decoded and with LF line ends. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly problems: readonly Diagnostic[];
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Builds a snapshot from raw bytes. Files that cannot be decoded are left out, and their problems are added to those
 * found before.
 */
export function snapshotOf(
  entries: Iterable<readonly [string, FileContent]>,
  found: readonly Diagnostic[] = [],
): Snapshot {
  const files = new Map<string, SourceFile>();
  const problems: Diagnostic[] = [...found];
  for (const [path, bytes] of [...entries].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const text = decode(bytes);
    if (typeof text === 'string') files.set(path, sourceFile(path, text));
    else problems.push(diagnostic('file-unreadable', { why: text.why }, startOfFile(path)));
  }
  return { files, problems };
}

function decode(bytes: FileContent): string | { why: Why } {
  if (isRefused(bytes)) return bytes;
  if (bytes.length > largestFile) return tooLarge(largestFile);
  try {
    const text = normaliseText(decoder.decode(bytes));
    if (isPointer(text)) return { why: why('pointer') };
    return text.includes('\0') ? { why: why('nul-character') } : text;
  } catch {
    return { why: why('not-utf8') };
  }
}

/** Removes a byte-order mark and CRLF, so that a checkout with CRLF means and hashes the same. */
export function normaliseText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
