import { sourceFile } from '../base/place.ts';
import { type Comparison, comparePolicies } from '../diff/compare.ts';
import { readDocument } from '../document/document.ts';
import { documentsAsPolicies } from '../document/document-policy.ts';
import { normaliseText } from '../snapshot/snapshot.ts';

/**
 * What changed in meaning between two Markdown documents, as `policyc diff old.md new.md` says it: texts alone, with
 * no facts, so that a change of words is for a person to review.
 */
export function compareDocuments(before: string, after: string): Comparison {
  const [base, head] = documentsAsPolicies(documentOf('before.md', before), documentOf('after.md', after));
  return comparePolicies(base, head);
}

function documentOf(path: string, text: string): ReturnType<typeof readDocument> {
  return readDocument(sourceFile(path, normaliseText(text)));
}
