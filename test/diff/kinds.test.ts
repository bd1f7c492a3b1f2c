import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { kindsOfChange } from '../../src/knowledge/table.ts';
import type { Policy } from '../../src/model/policy.ts';
import { type Expected, sideOf, witnesses } from './witnesses.ts';

/** Everything found but what follows from it: which of the data now used is sensitive. */
function found(base: Policy, head: Policy, relation: string): readonly Expected[] {
  return comparePolicies(base, head)
    .changes.filter((change) => change.table === 'facts')
    .filter((change) => change.relation === relation || change.relation !== 'sensitivity')
    .map((change) => [change.kind, change.direction, change.words]);
}

describe('the witness of a kind of change', () => {
  it.each(witnesses)('$relation: $witness.there.0', ({ relation, witness }) => {
    const [before, after] = [sideOf(witness, 'before'), sideOf(witness, 'after')];
    expect(found(before, after, relation)).toEqual([witness.there]);
    if (witness.back) expect(found(after, before, relation)).toEqual([witness.back]);
  });

  it('is there for every kind, and for nothing that is no kind', () => {
    const seen = new Set(
      witnesses.flatMap(({ relation, witness: { there, back } }) => [
        `${relation} ${there[0]}`,
        ...(back ? [`${relation} ${back[0]}`] : []),
      ]),
    );
    const all = new Set(kindsOfChange().map(({ relation, kind }) => `${relation} ${kind}`));
    expect([...seen].sort()).toEqual([...all].sort());
  });
});
