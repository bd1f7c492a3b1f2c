import { expect, it } from 'vitest';
import { limits } from '../../src/base/limits.ts';
import { checkedWorkspaceIn, workspaceIn } from '../../src/revision/workspace.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';

it('of a workspace file that is wrong everywhere, the first problems are listed and the others counted', () => {
  const rules = Array.from({ length: 5000 }, (_, at) => `  r${at}: off\n`).join('');
  const text = `format: policyc/workspace@1\npolicies: [shop]\nrules:\n${rules}`;
  const { problems } = checkedWorkspaceIn(snapshotOf([['policyc.yaml', new TextEncoder().encode(text)]]));
  expect(problems.length).toBe(limits.problems + 1);
  expect(problems[0]).toMatchObject({ code: 'rule-unknown', place: { line: 4 } });
  expect(problems.at(-1)).toMatchObject({ code: 'more-problems', args: { count: 5000 - limits.problems } });
});

it('an address that no page of the site could have is told where it stands, and a target that has it is read', () => {
  const site = 'https://shop.example@elsewhere.example';
  const text = `format: policyc/workspace@1\npolicies: [shop]\nsite:\n  url: ${site}\n`;
  const snapshot = snapshotOf([['policyc.yaml', new TextEncoder().encode(text)]]);
  expect(checkedWorkspaceIn(snapshot).problems).toMatchObject([
    { code: 'bad-format', severity: 'error', args: { value: site }, place: { line: 4, column: 8 } },
  ]);
  expect(workspaceIn(snapshot)).toMatchObject({ content: { site: { url: site } }, problems: [] });
});

it('a rule that is set lower for a reason that nobody can see has none', () => {
  const problemsOf = (reason: string) => {
    const text = `format: policyc/workspace@1\npolicies: [shop]\nrules:\n  no-contact: { severity: off, reason: "${reason}" }\n`;
    const { problems } = checkedWorkspaceIn(snapshotOf([['policyc.yaml', new TextEncoder().encode(text)]]));
    return problems.map(({ code }) => code);
  };
  for (const unseen of ['\u200b\u2060', ' ', '…', '\ufe0f\u00ad'])
    expect(problemsOf(unseen)).toEqual(['reason-missing']);
  expect(problemsOf('没有')).toEqual([]);
});
