import { expect, it } from 'vitest';
import { policyOf } from '../properties/policies.ts';
import { comparedText } from './compared-text.ts';

const clauses = [
  { id: 'mail', kind: 'function', title: 'Mail', purposes: ['trade.order'], collects: ['contact.email'] },
  { id: 'host', kind: 'recipient', title: 'Host', form: 'entrust', receives: ['contact.email'] },
  { id: 'rest', kind: 'retention', title: 'Rest', default: true, period: 'P1Y' },
  {
    ...{ id: 'told', kind: 'change', title: 'Told' },
    material: [{ id: 'use', words: 'Use.', watches: ['function.data', 'retention'] }],
  },
] as const;
const asIf = (edit: Readonly<Record<string, object>>) => {
  const [base, head] = [clauses, clauses.map((one) => ({ ...one, ...edit[one.id] }))].map((all) =>
    policyOf([all], { profiles: undefined, edition: '2026-12' }),
  );
  return base && head && /As if this had changed: (.*)/.exec(comparedText(base, head))?.[1];
};

it('what is material for what it does to data that other clauses speak of says so', () => {
  const more = '(what does more with data)';
  const kept = `how long data is kept ${more}; how long the data of a function is kept ${more}`;
  expect(asIf({ mail: { keeps: 'P5Y' } })).toBe(kept);
  expect(asIf({ host: { receives: ['contact.email', 'biometric'] } })).toBe(
    'the data of functions (what is new)',
  );
});

it('what is material by itself says no more', () => {
  expect(asIf({ rest: { period: 'P5Y' } })).toBeUndefined();
  expect(asIf({ mail: { collects: ['contact.email', 'biometric'] } })).toBeUndefined();
});
