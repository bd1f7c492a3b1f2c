import { sourceFile } from '../base/place.ts';
import { comparePolicies } from '../diff/compare.ts';
import { type Document, readDocument } from '../document/document.ts';
import { documentsAsPolicies } from '../document/document-policy.ts';
import { standaloneMarkdown } from '../render/standalone.ts';
import type { Revision } from '../revision/revision.ts';
import type { Compared } from './compared.ts';

/** A version that was adopted as a document states no facts: only the texts of the two can be compared. */
export function asDocuments(base: Revision, head: Revision): Compared {
  const documents = { before: asDocument(base), after: asDocument(head) };
  const [before, after] = documentsAsPolicies(documents.before, documents.after);
  const comparison = comparePolicies(before, after);
  const changes = comparison.changes.map((change) => ({ ...change, decided: change.verdict }));
  return { base, head, comparison, gated: { changes, problems: [], used: [] }, recorded: true, documents };
}

/** The text of a revision as a document, without what pages say of its version. */
function asDocument({ policy, label }: Revision): Document {
  const text = standaloneMarkdown(policy, policy.prevailing, {}).replace(/^<a id="[^"]*"><\/a>\n*/gm, '');
  return readDocument(sourceFile(label, text));
}
