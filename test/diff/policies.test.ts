import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import type { Policy } from '../../src/model/policy.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import { comparedText } from '../report/compared-text.ts';

/** `UPDATE=1 npx vitest run test/diff/policies.test.ts` writes the expected files anew; read what changed. */
const update = process.env.UPDATE === '1';
const root = join(import.meta.dirname, '../samples/diff/policies');
const names = readdirSync(root).filter((name) => name !== '_base');

/** The files of folders, those of a later one in place of those of an earlier one. */
function policyOf(...folders: readonly string[]): Policy {
  const files = new Map(
    folders.flatMap((folder) => [...readFolder(join(root, folder), (one) => !one.endsWith('.txt')).files]),
  );
  const { policy, problems } = checkSnapshot({ files, problems: [] });
  if (!policy) throw new Error(JSON.stringify(problems[0]));
  return policy;
}

/** A sample is what differs from `_base`; one that needs another base has it in `before`, and what differs in `after`. */
function sidesOf(name: string): readonly [Policy, Policy] {
  if (!existsSync(join(root, name, 'before'))) return [policyOf('_base'), policyOf('_base', name)];
  const before = ['_base', `${name}/before`];
  return [policyOf(...before), policyOf(...before, `${name}/after`)];
}

describe('comparing two policies', () => {
  it.each(names)('%s', (name) => {
    const text = comparedText(...sidesOf(name));
    const file = join(root, name, 'expected.txt');
    if (update) writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });
});
