import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const login: ClauseObject = {
  id: 'login',
  kind: 'function',
  title: 'Signing in',
  tier: 'basic',
  purposes: ['account.registration'],
  collects: ['contact.mobile_phone', 'identity.real_name'],
  refusal: 'You can only browse.',
};
const other: ClauseObject = {
  id: 'map',
  kind: 'function',
  title: 'Map',
  tier: 'additional',
  purposes: ['content.nearby'],
};
const compare = (before: readonly ClauseObject[], after: readonly ClauseObject[]) =>
  comparePolicies(policyOf([before]), policyOf([after]));

describe('an id that is gone and a new one that says much the same', () => {
  it('are still a removal and an addition, with a hint', () => {
    const { hints, changes } = compare([login], [{ ...login, id: 'sign-in', refusal: 'You cannot order.' }]);
    expect(hints).toEqual([{ from: 'login', to: 'sign-in' }]);
    const verdicts = changes
      .filter(({ table }) => table === 'facts')
      .map(({ kind, verdict }) => [kind, verdict]);
    expect(verdicts).toEqual(
      expect.arrayContaining([
        ['function-removed', 'review'],
        ['function-added', 'material'],
      ]),
    );
  });

  it('are no hint once the rename is declared, nor when they have little in common', () => {
    expect(compare([login], [{ ...login, id: 'sign-in', formerly: ['login'] }]).hints).toEqual([]);
    expect(compare([login], [other]).hints).toEqual([]);
    expect(compare([login], [login, other]).hints).toEqual([]);
  });

  it('are paired with the likest, each once', () => {
    const near = { ...login, id: 'near', title: 'Coming in', refusal: 'You may look.' };
    const same = { ...login, id: 'same' };
    expect(compare([login], [near, same]).hints.map(({ from }) => from)).toEqual(['login']);
    expect(compare([login, { ...near, id: 'former' }], [near, same]).hints).toHaveLength(2);
  });
});
