import { sourceFile } from '../base/place.ts';
import { type Comparison, comparePolicies } from '../diff/compare.ts';
import { type Document, readDocument } from '../document/document.ts';
import { documentsAsPolicies } from '../document/document-policy.ts';
import { readPage } from '../document/page.ts';
import { documentAt } from '../revision/documents.ts';
import { normaliseText } from '../snapshot/snapshot.ts';
import { type Answer, attempt } from './answer.ts';

/** A document as a text, and what it is written in: a text alone is Markdown, as plain text is, too. */
export interface WrittenDocument {
  readonly text: string;
  readonly format: 'markdown' | 'html';
}

/**
 * What changed in meaning between two documents, as `policyc diff old.md new.html` says it: texts alone, with no facts,
 * so that a change of words is for a person to review. Refused where one is too large or too deep to be read.
 */
export function compareDocuments(
  before: string | WrittenDocument,
  after: string | WrittenDocument,
): Answer<Comparison> {
  return attempt(() => {
    const [base, head] = documentsAsPolicies(documentOf('before', before), documentOf('after', after));
    return comparePolicies(base, head);
  });
}

function documentOf(name: string, document: string | WrittenDocument): Document {
  const { text, format } = typeof document === 'string' ? markdown(document) : document;
  const path = `${name}.${format === 'html' ? 'html' : 'md'}`;
  const read = format === 'html' ? readPage : readDocument;
  return documentAt(path, sourceFile(path, normaliseText(text.toWellFormed())), read);
}

const markdown = (text: string): WrittenDocument => ({ text, format: 'markdown' });
