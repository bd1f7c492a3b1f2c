import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { Policy } from '../../src/model/policy.ts';
import { diffReportText } from '../../src/report/diff-text.ts';
import { styleFor } from '../../src/report/style.ts';
import { readFolder } from '../../src/snapshot/folder.ts';

/** `UPDATE=1 npx vitest run test/diff/policies.test.ts` writes the expected files anew; read what changed. */
const update = process.env.UPDATE === '1';
const root = join(import.meta.dirname, '../samples/diff/policies');
const names = readdirSync(root).filter((name) => name !== '_base');

/** The base, with a sample's files in place of its own. */
function policyOf(name: string): Policy {
  const files = new Map(readFolder(join(root, '_base'), () => true).files);
  if (name !== '_base') {
    for (const [path, file] of readFolder(join(root, name), (one) => !one.endsWith('.txt')).files)
      files.set(path, file);
  }
  const { policy, problems } = checkSnapshot({ files, problems: [] });
  if (!policy) throw new Error(JSON.stringify(problems[0]));
  return policy;
}

describe('comparing two policies', () => {
  it.each(names)('%s', (name) => {
    const head = policyOf(name);
    const comparison = comparePolicies(policyOf('_base'), head);
    const text = diffReportText(
      {
        ...comparison,
        policy: 'sample',
        path: '.',
        base: { label: 'before', title: 'before' },
        head: { label: 'after', title: 'after' },
        changes: comparison.changes.map((change) => ({ ...change, decided: change.verdict })),
        locales: head.locales,
        statesFacts: (owner) =>
          head.facts.some(({ relation, key }) => relation !== 'statement' && key[0] === owner),
        problems: [],
        textOf: () => undefined,
      },
      styleFor(false),
    );
    const file = join(root, name, 'expected.txt');
    if (update) writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });
});
