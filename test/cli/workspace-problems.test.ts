import { expect, it } from 'vitest';
import { limits } from '../../src/base/limits.ts';
import { checkedWorkspaceIn } from '../../src/revision/workspace.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';

it('of a workspace file that is wrong everywhere, the first problems are listed and the others counted', () => {
  const rules = Array.from({ length: 5000 }, (_, at) => `  r${at}: off\n`).join('');
  const text = `format: policyc/workspace@1\npolicies: [shop]\nrules:\n${rules}`;
  const { problems } = checkedWorkspaceIn(snapshotOf([['policyc.yaml', new TextEncoder().encode(text)]]));
  expect(problems.length).toBe(limits.problems + 1);
  expect(problems[0]).toMatchObject({ code: 'rule-unknown', place: { line: 4 } });
  expect(problems.at(-1)).toMatchObject({ code: 'more-problems', args: { count: 5000 - limits.problems } });
});
