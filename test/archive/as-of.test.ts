import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findVersion,
  inForceOn,
  nextChangeAfter,
  parseVersionReference,
  statusOf,
} from '../../src/archive/as-of.ts';
import { type Manifest, manifestFormat } from '../../src/archive/release.ts';
import { addDays } from '../../src/base/date.ts';

function manifest(sequence: number, effective: string, withdraws?: readonly number[]): Manifest {
  return {
    format: manifestFormat,
    policy: 'small',
    sequence,
    published: effective,
    effective,
    ...(withdraws ? { withdraws } : {}),
    previous: sequence === 1 ? null : '0'.repeat(64),
    edition: '2026-11',
    tool: 'policyc 0.1.0',
    notes: {},
    files: {},
  };
}

const history = [
  manifest(1, '2021-10-24'),
  manifest(2, '2022-07-01'),
  manifest(3, '2022-07-01'),
  manifest(4, '2023-01-01'),
  manifest(5, '2022-12-01', [4]),
];

describe('the version in force', () => {
  it.each([
    ['2021-10-23', undefined],
    ['2021-10-24', 1],
    ['2022-06-30', 1],
    ['2022-07-01', 3],
    ['2022-12-01', 5],
    ['2023-06-01', 5],
  ])('on %s is %s', (date, sequence) => {
    expect(inForceOn(history, date)?.sequence).toBe(sequence);
  });

  it('does not depend on the order of the manifests', () => {
    expect(inForceOn([...history].reverse(), '2022-07-01')?.sequence).toBe(3);
  });

  it('names every status', () => {
    const on = '2022-08-01';
    expect([1, 2, 3, 4, 5, 6].map((sequence) => statusOf(sequence, history, on))).toEqual([
      'superseded',
      'superseded',
      'in-force',
      'withdrawn',
      'scheduled',
      undefined,
    ]);
  });

  it('changes next when another version takes effect, withdrawn ones aside', () => {
    expect(nextChangeAfter(history, '2021-01-01')).toBe('2021-10-24');
    expect(nextChangeAfter(history, '2021-10-24')).toBe('2022-07-01');
    expect(nextChangeAfter(history, '2022-07-01')).toBe('2022-12-01');
    expect(nextChangeAfter(history, '2022-12-01')).toBeUndefined();
  });

  it('stays the same on every day before the next change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (start, more) => {
        const date = addDays('2021-06-01', start);
        const next = nextChangeAfter(history, date);
        const later = addDays(date, more);
        fc.pre(next === undefined || later < next);
        expect(inForceOn(history, later)).toBe(inForceOn(history, date));
      }),
    );
  });

  it('is one version at most, and the only one with that status', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), (start) => {
        const date = addDays('2021-06-01', start);
        const inForce = history.filter(({ sequence }) => statusOf(sequence, history, date) === 'in-force');
        const expected = inForceOn(history, date);
        expect(inForce).toEqual(expected ? [expected] : []);
      }),
    );
  });
});

describe('a reference to a version', () => {
  it('is latest, a number or a date that exists', () => {
    expect(parseVersionReference('latest')).toEqual({ by: 'latest' });
    expect(parseVersionReference('#12')).toEqual({ by: 'sequence', sequence: 12 });
    expect(parseVersionReference('3')).toEqual({ by: 'sequence', sequence: 3 });
    expect(parseVersionReference('2022-07-01')).toEqual({ by: 'date', date: '2022-07-01' });
  });

  it.each(['', '#0', '#01', '#-1', '#1e3', '0', '03', '3.0', 'Latest', '2022-02-30', '2022-7-1', '../0001'])(
    'is not %j',
    (text) => {
      expect(parseVersionReference(text)).toBeUndefined();
    },
  );

  it('finds the version it means', () => {
    expect(findVersion({ by: 'latest' }, [...history].reverse())?.sequence).toBe(5);
    expect(findVersion({ by: 'sequence', sequence: 2 }, history)?.sequence).toBe(2);
    expect(findVersion({ by: 'sequence', sequence: 9 }, history)).toBeUndefined();
    expect(findVersion({ by: 'date', date: '2022-01-01' }, history)?.sequence).toBe(1);
    expect(findVersion({ by: 'latest' }, [])).toBeUndefined();
  });
});
