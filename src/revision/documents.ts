import { basename, dirname, resolve } from 'node:path';
import { cannot } from '../base/failure.ts';
import { type SourceFile, startOfFile } from '../base/place.ts';
import { type Document, readDocument } from '../document/document.ts';
import { documentsAsPolicies } from '../document/document-policy.ts';
import { largestFile } from '../snapshot/allowance.ts';
import type { FileContent } from '../snapshot/content.ts';
import { entriesInGit, readEntries } from '../snapshot/git-files.ts';
import { commitOf } from '../snapshot/git-refs.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import { snapshotOf } from '../snapshot/snapshot.ts';
import { documentExcess, overLimit } from '../syntax/budget.ts';
import { isDocument } from './is-document.ts';
import type { Revision } from './revision.ts';

/** A document as one side of a comparison, with its text in order: its policy has only what differs. */
export interface DocumentRevision extends Revision {
  readonly document: Document;
}

/**
 * Two plain Markdown documents as revisions that can be compared; they need no workspace. Without a head, the base's
 * own path is read as it is now. Throws `CannotWork`.
 */
export function resolveDocuments(
  baseText: string,
  headText: string | undefined,
  start: string,
): readonly [DocumentRevision, DocumentRevision] {
  const path = splitGit(baseText)?.path;
  const head = headText ?? path;
  if (head === undefined || !isDocument(baseText) || !isDocument(head)) {
    throw cannot('documents-expected', { base: baseText, head });
  }
  const documents = [readDocument(sourceAt(baseText, start)), readDocument(sourceAt(head, start))] as const;
  const [before, after] = documentsAsPolicies(...documents);
  return [
    { label: baseText, title: baseText, policy: before, document: documents[0] },
    { label: head, title: head, policy: after, document: documents[1] },
  ];
}

function splitGit(text: string): { readonly ref: string; readonly path: string } | undefined {
  const match = /^git:([^:]+):(.+)$/s.exec(text);
  return match ? { ref: match[1] ?? '', path: match[2] ?? '' } : undefined;
}

function sourceAt(text: string, start: string): SourceFile {
  const inGit = splitGit(text);
  const path = resolve(start, inGit?.path ?? text);
  const bytes: FileContent | undefined = inGit
    ? bytesInGit(inGit.ref, path)
    : readRegularFile(path, largestFile, 'follow');
  if (!bytes) throw cannot('document-missing', { text });
  const { files, problems } = snapshotOf([[inGit?.path ?? text, bytes]]);
  const [source] = files.values();
  const excess = source && documentExcess(source.text);
  if (source && !excess) return source;
  const [problem] = excess ? [overLimit(excess, startOfFile(text))] : problems;
  throw cannot('document-unreadable', { text, first: problem });
}

function bytesInGit(ref: string, path: string): FileContent | undefined {
  const folder = dirname(path);
  const commit = ref === 'index' ? ref : commitOf(folder, ref);
  const entries = entriesInGit(folder, commit).filter(
    (entry) => entry.kind === 'file' && entry.path === basename(path),
  );
  return readEntries(folder, entries)[0]?.[1];
}
