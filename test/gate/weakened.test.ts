import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/base/message.ts';
import { messages } from '../../src/base/messages.ts';
import { ruleMessages } from '../../src/base/messages-rules.ts';
import type { RuleSettings } from '../../src/check/rules.ts';
import { weakenedGate } from '../../src/gate/weakened.ts';
import profiles from '../../src/model/editions/2026-12/profiles.json' with { type: 'json' };

const weakened = (base: RuleSettings, head: RuleSettings) => weakenedGate(base, head, 'policyc.yaml');
const rule = 'file-unexpected';
const order = ['off', 'info', 'warning', 'error'] as const;

describe('a gate that is held less strictly', () => {
  const pairs = order.flatMap((before) => order.map((after) => [before, after] as const));

  it.each(pairs)('%s to %s', (before, after) => {
    const words = weakened({ [rule]: before }, { [rule]: after }).map((change) => change.words);
    const falls = order.indexOf(after) < order.indexOf(before);
    expect(words).toEqual(falls ? [`The rule ${rule} is now ${after}; it was ${before}.`] : []);
  });

  it.each([
    ['a rule that is a warning by itself, now information', {}, { [rule]: 'info' }, 1],
    ['a rule that was made an error, and no longer is', { [rule]: 'error' }, {}, 1],
    ['a rule that was off, and is what it is by itself again', { [rule]: 'off' }, {}, 0],
    ['a rule that is made what it is by itself', {}, { [rule]: 'warning' }, 0],
    ['a rule that no version of ours knows, off either way', {}, { 'no-such-rule': 'off' }, 0],
    ['requirements that are errors each, all warnings now', {}, { 'requirement-unmet': 'warning' }, 1],
    ['requirements that were all errors, each what it is now', { 'requirement-unmet': 'error' }, {}, 1],
    [
      'requirements that were all warnings, some of which are remarks',
      { 'requirement-unmet': 'warning' },
      {},
      1,
    ],
    ['requirements that are all errors now', {}, { 'requirement-unmet': 'error' }, 0],
    ['a name that every object has', {}, { toString: 'off' }, 0],
  ] as const)('%s', (_, base, head, count) => {
    expect(weakened(base, head)).toHaveLength(count);
  });

  it('tells of each rule that is set lower than any of its findings is by itself, those of a law included', () => {
    const severitiesOf = (rule: string) =>
      rule === 'requirement-unmet'
        ? [...new Set(profiles.flatMap((one) => one.requirements.map(({ severity }) => severity)))]
        : [messages[rule as keyof typeof ruleMessages].severity];
    const passed = Object.keys(ruleMessages).flatMap((rule) =>
      severitiesOf(rule).flatMap((own) =>
        order
          .slice(0, order.indexOf(own as Severity))
          .filter((after) => weakened({}, { [rule]: after }).length === 0)
          .map((after) => `${rule}: ${own} to ${after}`),
      ),
    );
    expect(new Set(severitiesOf('requirement-unmet'))).toContain('error');
    expect(passed).toEqual([]);
  });

  it('tells of a rule that this version does not know, and that is no longer held', () => {
    expect(weakened({ 'no-such-rule': 'error' }, {}).map(({ words }) => words)).toEqual([
      'The rule no-such-rule is now off; it was error.',
    ]);
  });

  it('is one change to review for each rule, in order of their names, with a mark of its own', () => {
    const base = { 'yaml-tab': 'error', 'file-empty': 'error' } as const;
    const found = weakened(base, { 'yaml-tab': 'off', 'file-empty': 'warning' });
    expect(found.map(({ key }) => key)).toEqual([
      ['policyc.yaml', 'file-empty'],
      ['policyc.yaml', 'yaml-tab'],
    ]);
    expect(found[0]).toMatchObject({
      kind: 'gate-weakened',
      table: 'facts',
      relation: 'policy',
      name: 'severity',
      before: { value: 'error' },
      after: { value: 'warning' },
      direction: 'changes',
      base: { file: 'policyc.yaml', line: 1 },
      head: { file: 'policyc.yaml', line: 1 },
      verdict: 'review',
      entries: [],
      obligations: [],
      reason: 'the gate itself is held less strictly',
    });
    const prints = [
      ...found,
      ...weakened(base, { 'yaml-tab': 'off' }),
      ...weakened(base, { 'yaml-tab': 'info' }),
    ];
    expect(prints.map(({ fingerprint }) => fingerprint.replace(/[0-9a-f]{32}$/, ''))).toEqual(
      Array(4).fill('v1:'),
    );
    expect(new Set(prints.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });
});
