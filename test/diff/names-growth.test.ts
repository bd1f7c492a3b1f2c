import { expect, it } from 'vitest';
import { namesIn } from '../../src/diff/names.ts';
import { policyOf } from '../properties/policies.ts';

/** A name is made of all that it stands for, and asked for once for each of them. */
it('an act of consent of hundreds of clauses is named once, however often it is asked for', () => {
  const clauses = Array.from({ length: 400 }, (_, at) => ({
    id: `f${at}`,
    kind: 'function',
    title: `F ${at}`,
    tier: 'basic',
    purposes: ['account.registration'],
    consent: { unit: 'all', kind: 'explicit' },
  }));
  const policy = policyOf([clauses]);
  const names = namesIn(policy, policy);
  const began = process.cpuUsage();
  const once = names.keyOf('consent.covers', ['all', 'f0'])[0];
  const one = process.cpuUsage(began).user;
  for (let at = 0; at < 3000; at++) names.keyOf('consent.covers', ['all', `f${at % 400}`]);
  expect(once).toBe('F 0, F 1, F 10, F 100, F 101 and 395 more');
  expect(process.cpuUsage(began).user).toBeLessThan(100 * one);
});
