import { comparePolicies } from '../diff/compare.ts';
import type { ComparedPolicy } from '../report/compared-policy.ts';
import { resolveDocuments } from '../revision/documents.ts';
import { textOnDisk } from './paths.ts';
import type { World } from './world.ts';

/** Two plain documents: texts alone, with no facts, notes or archive to hold them against. */
export function reportOnDocuments(
  baseText: string,
  headText: string | undefined,
  world: World,
): ComparedPolicy {
  const [base, head] = resolveDocuments(baseText, headText, world.cwd);
  const { list: _, ...comparison } = comparePolicies(base.policy, head.policy);
  return {
    policy: head.label,
    path: '.',
    base: { label: base.label, title: base.title },
    head: { label: head.label, title: head.title },
    ...comparison,
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
