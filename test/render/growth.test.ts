import { describe, expect, it } from 'vitest';
import { fragmentHtml } from '../../src/render/standalone.ts';
import { viewOf } from '../../src/render/view.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const times = <Made>(count: number, make: (at: number) => Made): Made[] =>
  Array.from({ length: count }, (_, at) => make(at));
const login = (at: number, more: object): ClauseObject => ({
  id: `f${at}`,
  kind: 'function',
  title: `F ${at}`,
  tier: 'basic',
  purposes: ['account.registration'],
  ...more,
});
const partner = (at: number, more: object): ClauseObject => ({
  id: `r${at}`,
  kind: 'recipient',
  name: `R ${at}`,
  form: 'share',
  ...more,
});

/** Policies in which each clause has to do with many others. */
const shapes: Readonly<Record<string, (count: number) => readonly ClauseObject[]>> = {
  'one consent of all functions': (count) =>
    times(count, (at) => login(at, { consent: { unit: 'all', kind: 'explicit' } })),
  'each function requires the next': (count) =>
    times(count, (at) => login(at, at + 1 < count ? { requires: [`f${at + 1}`] } : {})),
  'recipients of all places': (count) =>
    times(count, (at) => partner(at, { countries: ['DE', 'FR', 'CN'], purposes: ['account.registration'] })),
  'recipients of one name': (count) => times(count, (at) => partner(at, { name: 'R' })),
  'everybody somewhere else': (count) =>
    times(count, (at) => partner(at, { applies: { groups: [`people ${at}`] } })),
  'one period of all functions': (count) => [
    ...times(count, (at) => login(at, {})),
    { id: 'k', kind: 'retention', title: 'K', period: 'P1Y', functions: times(count, (at) => `f${at}`) },
  ],
};

const pages = Object.entries(shapes);

describe('a page', () => {
  it.each(pages)('of %s grows no faster than its policy', (_, make) => {
    const [small = 0, large = 0] = [50, 200].map((count) => {
      const stamp = { sequence: 1, published: '2026-01-01', effective: '2026-01-01' };
      return fragmentHtml(policyOf([make(count)]), 'en', stamp).length;
    });
    expect(large / small).toBeLessThan(5);
  });
});

describe('a view of a policy', () => {
  it('finds out once where its clauses stand, however many lines ask for it', () => {
    const policy = policyOf([[login(0, {})]]);
    expect(viewOf(policy, 'de').numbers).toBe(viewOf(policy, 'en').numbers);
  });
});
