import { describe, expect, it } from 'vitest';
import { coordinateOf, type Row } from '../../src/model/policy.ts';
import { rowsIn } from '../../src/model/row-index.ts';
import { readSample, sampleNames } from '../render/sample.ts';

/** What reading every row of a table would find. */
function begins({ key }: Row, start: readonly string[]): boolean {
  return start.every((part, index) => key[index] === part);
}

describe.each(sampleNames)('the row index of %s', (name) => {
  const { policy } = readSample(name);
  const index = rowsIn(policy);
  const tables = [policy.facts, policy.prose, policy.structure];

  it('answers as reading every row would', () => {
    for (const table of tables) {
      for (const row of table) {
        const { relation, key } = row;
        const related = table.filter((one) => one.relation === relation);
        expect(index.all(relation)).toEqual(related);
        for (let length = 0; length <= key.length; length++) {
          const start = key.slice(0, length);
          expect(index.below(relation, ...start)).toEqual(related.filter((one) => begins(one, start)));
        }
        expect(index.one(relation, ...key)).toBe(
          related.find((one) => coordinateOf(one) === coordinateOf(row)),
        );
      }
    }
    for (const { key } of policy.facts) {
      const [id = ''] = key;
      expect(index.of(id)).toEqual(policy.facts.filter((one) => one.key[0] === id));
    }
  });

  it('knows nothing that is not there, such as part of a key or of a word', () => {
    for (const { relation, key } of policy.facts) {
      const [first = ''] = key;
      expect(index.one(relation, ...key, 'more')).toBeUndefined();
      expect(index.below(relation, ...key, 'more')).toEqual([]);
      expect(index.below(relation, `${first}-`)).toEqual([]);
      expect(index.of(`${first}-`)).toEqual([]);
    }
    expect(index.one('policy')).toBeUndefined();
  });

  it('is made once, and belongs to this policy alone', () => {
    expect(rowsIn(policy)).toBe(index);
    const without = rowsIn({ ...policy, facts: [] });
    for (const { relation } of policy.facts) expect(without.all(relation)).toEqual([]);
  });
});
