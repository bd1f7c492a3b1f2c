import { expect, it } from 'vitest';
import { nearest } from '../../src/base/nearest.ts';

it.each([
  ['country', ['countries', 'channels', 'contact'], 'countries'],
  ['categories', ['category', 'collects'], 'category'],
  ['purpose', ['purposes', 'products'], 'purposes'],
  ['gdpr', ['us-ca-ccpa', 'eu-gdpr'], 'eu-gdpr'],
  ['refussal', ['refusal', 'requires'], 'refusal'],
  ['colour', ['countries', 'receives'], undefined],
])('the name nearest to %s among %j is %s', (unknown, known, meant) => {
  expect(nearest(unknown, known)).toBe(meant);
});
