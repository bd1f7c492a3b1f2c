import { comparePolicies } from '../diff/compare.ts';
import { namesIn } from '../diff/names.ts';
import { readDocument } from '../document/document.ts';
import type { ComparedPolicy } from '../report/compared-policy.ts';
import { type ReadDocument, resolveDocuments } from '../revision/documents.ts';
import { isPage } from '../revision/is-document.ts';
import { textOnDisk } from './paths.ts';
import type { World } from './world.ts';

/** Compares two documents: only their texts, without facts, notes or archive. */
export async function reportOnDocuments(
  baseText: string,
  headText: string | undefined,
  world: World,
): Promise<ComparedPolicy> {
  const read = isPage(baseText) || isPage(headText ?? '') ? await pageReader() : undefined;
  const [base, head] = resolveDocuments(baseText, headText, world.cwd, read);
  const { list: _, ...comparison } = comparePolicies(base.policy, head.policy);
  if (read && comparison.verdict === 'none' && base.written !== head.written)
    world.remark('The pages differ in their markup; scripts and styles are not compared.\n');
  return {
    policy: head.label,
    path: '.',
    base: { label: base.label, title: base.title },
    head: { label: head.label, title: head.title },
    ...comparison,
    names: namesIn(head.policy, base.policy),
    locales: [],
    statesFacts: () => false,
    changes: comparison.changes.map((change) => ({ ...change, decided: change.verdict })),
    documents: true,
    problems: [],
    fileIn: (file) => file,
    textOf: (file) => textOnDisk(world.cwd, file),
    texts: { before: base, after: head },
  };
}

/** What reads web pages is loaded for them alone. */
async function pageReader(): Promise<ReadDocument> {
  const { readPage } = await import('../document/page.ts');
  return (source) => (isPage(source.path) ? readPage(source) : readDocument(source));
}
