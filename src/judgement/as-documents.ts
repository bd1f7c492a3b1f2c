import { sourceFile } from '../base/place.ts';
import { comparePolicies } from '../diff/compare.ts';
import { type Document, readDocument } from '../document/document.ts';
import { documentsAsPolicies } from '../document/document-policy.ts';
import { standaloneMarkdown } from '../render/standalone.ts';
import type { Revision } from '../revision/revision.ts';
import type { Compared } from './compared.ts';

/** Compares the texts alone, since an adopted document states no facts. */
export function asDocuments(base: Revision, head: Revision): Compared {
  const documents = { before: asDocument(base), after: asDocument(head) };
  const [before, after] = documentsAsPolicies(documents.before, documents.after);
  const comparison = comparePolicies(before, after);
  const changes = comparison.changes.map((change) => ({ ...change, decided: change.verdict }));
  return { base, head, comparison, gated: { changes, problems: [], used: [] }, recorded: true, documents };
}

/** The text of a revision as a document, without its version and dates. */
function asDocument({ policy, label }: Revision): Document {
  const text = standaloneMarkdown(policy, policy.prevailing, {}).replace(/^<a id="[^"]*"><\/a>\n*/gm, '');
  return readDocument(sourceFile(label, text));
}
