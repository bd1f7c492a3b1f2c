import { expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const recipient = { id: 'maps', kind: 'recipient', title: 'Maps', form: 'share', receives: ['location'] };

/** What is received and collected nowhere, in a policy that says of one clause what it collects. */
function notCollected(collecting: ClauseObject, files = {}): unknown[] {
  const found = checkPolicy(policyOf([[recipient, collecting]], {}, files));
  return found.filter(({ code }) => code === 'recipient-data-not-collected').map(({ args }) => args);
}

it.each([
  ['a function', { id: 'a', kind: 'function', collects: ['location.precise'] }],
  ['a technology', { id: 'a', kind: 'technology', type: 'sdk', data: ['location.precise'] }],
  ['an entry of a register', { id: 'a', kind: 'technology', type: 'sdk', register: 'registers/s.yaml' }],
])('data that %s collects can be received', (_, collecting) => {
  const entries = [{ id: 'kit', name: 'Kit', data: ['location.precise'] }];
  const files = 'register' in collecting ? { 'registers/s.yaml': { entries } } : {};
  expect(notCollected({ title: 'A', purposes: ['content.browse'], ...collecting }, files)).toEqual([]);
});

it.each([
  ['a promise', { id: 'a', kind: 'commitment', promise: 'never', act: 'sell', data: ['location.precise'] }],
  ['a definition', { id: 'a', kind: 'definition', title: 'place', data: ['location.precise'] }],
])('data that %s only names is collected by nobody', (_, naming) => {
  expect(notCollected({ title: 'A', ...naming })).toHaveLength(1);
});
