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
    const text = comparedText(policyOf('_base'), policyOf(name));
    const file = join(root, name, 'expected.txt');
    if (update) writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });
});
