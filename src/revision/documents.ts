import { basename, dirname, resolve } from 'node:path';
import { readUnlessDeep } from '../base/deep.ts';
import { cannot } from '../base/failure.ts';
import { type SourceFile, startOfFile } from '../base/place.ts';
import { type Document, readDocument } from '../document/document.ts';
import { documentsAsPolicies } from '../document/document-policy.ts';
import type { Policy } from '../model/policy.ts';
import { largestFile } from '../snapshot/allowance.ts';
import type { FileContent } from '../snapshot/content.ts';
import { entriesInGit, readEntries } from '../snapshot/git-files.ts';
import { commitOf } from '../snapshot/git-refs.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import { snapshotOf } from '../snapshot/snapshot.ts';
import { documentExcess, overLimit } from '../syntax/budget.ts';
import { isDocument, isPage } from './is-document.ts';
import type { Revision } from './revision.ts';

/** A document as one side of a comparison, with its text in order; its policy has only what differs. */
export interface DocumentRevision extends Revision {
  readonly document: Document;
  /** The file as it is written. */
  readonly written: string;
}

/** How a document is read. */
export type ReadDocument = (source: SourceFile) => Document;

/**
 * Two documents as revisions to compare; they need no workspace. Without a head, it is the present file at the path of
 * the base. Pages are read with `read`, which callers load only if they have any. Throws `CannotWork`.
 */
export function resolveDocuments(
  baseText: string,
  headText: string | undefined,
  start: string,
  read: ReadDocument = readDocument,
): readonly [DocumentRevision, DocumentRevision] {
  const path = splitGit(baseText)?.path;
  const head = headText ?? path;
  if (head === undefined || !isDocument(baseText) || !isDocument(head)) {
    throw cannot('documents-expected', { base: baseText, head });
  }
  const sources = [sourceAt(baseText, start), sourceAt(head, start)] as const;
  const documents = [documentAt(baseText, sources[0], read), documentAt(head, sources[1], read)] as const;
  const [before, after] = documentsAsPolicies(...documents);
  const side = (label: string, policy: Policy, at: 0 | 1): DocumentRevision => ({
    label,
    title: label,
    policy,
    document: documents[at],
    written: sources[at].text,
  });
  return [side(baseText, before, 0), side(head, after, 1)];
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
  if (source) return source;
  throw cannot('document-unreadable', { text, first: problems[0] });
}

/** Reads a document within the limits, which matter because its parts are parsed again, one by one. Throws `CannotWork`. */
export function documentAt(text: string, source: SourceFile, read: ReadDocument): Document {
  const excess = isPage(text) ? undefined : documentExcess(source.text);
  if (excess) throw cannot('document-unreadable', { text, first: overLimit(excess, startOfFile(text)) });
  return readUnlessDeep(text, () => read(source));
}

function bytesInGit(ref: string, path: string): FileContent | undefined {
  const folder = dirname(path);
  const commit = ref === 'index' ? ref : commitOf(folder, ref);
  const entries = entriesInGit(folder, commit).filter(
    (entry) => entry.kind === 'file' && entry.path === basename(path),
  );
  return readEntries(folder, entries)[0]?.[1];
}
