import { describe, expect, it } from 'vitest';
import { startOfFile } from '../../src/base/place.ts';
import { type Difference, findDifferences } from '../../src/diff/difference.ts';
import type { Policy, Row, Scalar } from '../../src/model/policy.ts';
import { tables } from '../../src/model/policy.ts';
import { policyOf } from '../properties/policies.ts';

const row = (key: string, values: Row['values'] = {}): Row => ({
  relation: 'right',
  key: key.split(' '),
  values,
  place: startOfFile('chapters/main.yaml'),
});
const empty: Policy = {
  ...policyOf([[{ id: 'a', kind: 'statement', title: 'A', text: 'A.' }]]),
  facts: [],
  prose: [],
  structure: [],
};
const facts = (...rows: readonly Row[]): Policy => ({ ...empty, facts: rows });
const found = (base: Policy, head: Policy): readonly string[] =>
  findDifferences(base, head).map((one: Difference) => {
    const at = 'row' in one ? one.row : one.head;
    return [one.table, one.is, at.key.join(' '), ...(one.is === 'changed' ? [one.name] : [])].join(' ');
  });

describe('what differs between two tables of rows', () => {
  it('is what only one side has, wherever it stands', () => {
    const [a, b, c, d] = [row('a'), row('b'), row('c'), row('d')];
    for (const [base, head, differences] of [
      [[a, b], [a, b], []],
      [[], [a, b], ['facts added a', 'facts added b']],
      [[a, b], [], ['facts removed a', 'facts removed b']],
      [
        [b, c],
        [a, b, c, d],
        ['facts added a', 'facts added d'],
      ],
      [
        [a, b, c, d],
        [b, d],
        ['facts removed a', 'facts removed c'],
      ],
      [
        [a, c],
        [b, d],
        ['facts removed a', 'facts added b', 'facts removed c', 'facts added d'],
      ],
    ] as const)
      expect(found(facts(...base), facts(...head))).toEqual(differences);
  });

  it('is told apart by the whole coordinate: a part more is another row', () => {
    expect(found(facts(row('a b')), facts(row('a b'), row('a b c')))).toEqual(['facts added a b c']);
    const other: Row = { ...row('a'), relation: 'contact' };
    expect(found(facts(row('a')), facts(other))).toEqual(['facts added a', 'facts removed a']);
  });

  it('is looked for in all three tables', () => {
    const head: Policy = { ...empty, facts: [row('a')], prose: [row('b')], structure: [row('c')] };
    expect(found(empty, head)).toEqual(['facts added a', 'prose added b', 'structure added c']);
    expect(tables).toEqual(['facts', 'prose', 'structure']);
  });
});

describe('what differs between two rows', () => {
  it.each<readonly [before: Scalar | undefined, after: Scalar | undefined]>([
    [false, undefined],
    [0, undefined],
    ['', undefined],
    [false, 0],
    ['', false],
    ['1', 1],
    ['true', true],
    ['US', 'us'],
  ])('is any value that is not the very same: %j and %j', (one, other) => {
    const side = (value: Scalar | undefined) => facts(row('a', value === undefined ? {} : { days: value }));
    expect(found(side(one), side(other))).toEqual(['facts changed a days']);
    expect(found(side(other), side(one))).toEqual(['facts changed a days']);
    expect(found(side(one), side(one))).toEqual([]);
  });

  it('is listed by name, each once', () => {
    const base = row('a', { fee: 'none', days: 'calendar', right: 'access' });
    const head = row('a', { right: 'access', limits: true, days: 'working' });
    expect(found(facts(base), facts(head))).toEqual([
      'facts changed a days',
      'facts changed a fee',
      'facts changed a limits',
    ]);
  });
});
