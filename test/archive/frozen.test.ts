import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/archive/frozen.ts';
import { limits } from '../../src/base/limits.ts';
import { why } from '../../src/base/messages-why.ts';
import type { Policy, Row } from '../../src/model/policy.ts';
import { weighProse } from '../../src/syntax/budget.ts';
import { policyOf } from '../properties/policies.ts';

const policy = policyOf([[{ id: 'words', kind: 'statement', title: 'Words', text: 'Words.' }]]);
const read = (changed: Partial<Policy>) =>
  parsePolicy(new TextEncoder().encode(JSON.stringify({ ...policy, ...changed })));
const place = policy.facts[0]?.place;
const strange = (row: object): Policy['facts'] =>
  [...policy.facts, { key: ['words'], values: {}, place, ...row } as unknown as Row].sort((a, b) =>
    a.relation < b.relation ? -1 : 1,
  );

describe('a compiled policy', () => {
  it('is read as it was written', () => {
    expect(read({})).toEqual({ value: JSON.parse(JSON.stringify(policy)) });
  });

  it.each(['facts', 'prose'] as const)(
    'with %s out of order, or twice, is refused: some could not be found',
    (table) => {
      const rows = policy[table];
      const refused = { why: why('member-wrong', { name: table }) };
      expect(read({ [table]: [...rows].reverse() })).toEqual(refused);
      expect(read({ [table]: rows.flatMap((row) => [row, row]) })).toEqual(refused);
    },
  );

  it('with a text that no check would let through is refused', () => {
    const wordy = (text: string) =>
      read({ prose: policy.prose.map((row, at) => (at === 0 ? { ...row, values: { text } } : row)) });
    expect(wordy(`${'> '.repeat(60)}x`)).toEqual({
      why: why('over-limit', { found: 90, limit: 'proseDepth' }),
    });
    expect(wordy('*a_ '.repeat(600))).toHaveProperty('why');
    expect(wordy('*a_ '.repeat(100))).toHaveProperty('value');
    expect(wordy(`${'*a_ '.repeat(400)}\n\n`.repeat(40))).toHaveProperty('why');
  });

  it('stays readable with as many signs as a policy was once allowed', () => {
    const text = `${'*a_ '.repeat(240)}\n\n`.repeat(20);
    const many = [0, 1, 2].map((at) => ({
      ...policy.prose[0],
      key: [`t${at}`, 'text', 'en'],
      values: { text },
    }));
    const signs = many.reduce((sum) => sum + weighProse(text).signs, 0);
    expect(signs).toBeGreaterThan(limits.textMarks);
    expect(read({ prose: many as Row[] })).toHaveProperty('value');
    expect(read({ prose: [...many, { ...many[0], key: ['t3', 'text', 'en'] }] as Row[] })).toEqual({
      why: why('over-limit', { found: (signs / 3) * 4, limit: 'archivedMarks' }),
    });
  });

  it('with as many rows as a policy may have is read, and with one more is refused', () => {
    const others = policy.facts.length + policy.structure.length;
    const rows = (count: number) =>
      Array.from({ length: count - others }, (_, at) => ({
        ...policy.prose[0],
        key: [`t${String(at).padStart(6, '0')}`, 'text', 'en'],
      })) as Row[];
    expect(read({ prose: rows(limits.rows) })).toHaveProperty('value');
    expect(read({ prose: rows(limits.rows + 1) })).toEqual({
      why: why('over-limit', { found: limits.rows + 1, limit: 'rows' }),
    });
  });

  it.each(['data', 'purposes', 'permissions'])('with %s in a circle of terms is refused', (table) => {
    const term = (parent: string) => ({ label: { en: 'T' }, sensitive: {}, parent });
    const vocabulary = { ...policy.vocabulary, [table]: { a: term('b'), b: term('a') } };
    expect(read({ vocabulary })).toEqual({
      why: why('over-limit', { found: limits.termDepth + 1, limit: 'termDepth' }),
    });
  });

  it('with facts that no comparison could judge is refused, by their name', () => {
    const strangers = (name: string) => ({ why: why('meaning-unknown', { name }) });
    expect(read({ facts: strange({ relation: 'telepathy' }) })).toEqual(strangers('telepathy'));
    expect(read({ facts: strange({ relation: 'security', values: { aura: true } }) })).toEqual(
      strangers('security.aura'),
    );
    expect(read({ facts: strange({ relation: 'function.merged', key: ['words', 'words'] }) })).toEqual(
      strangers('function.merged'),
    );
  });
});
