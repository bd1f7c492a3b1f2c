import { describe, expect, it } from 'vitest';
import { entriesCutShort } from '../../src/check/registers.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const list = (objectWithin?: string): ClauseObject => ({
  id: 'helpers',
  kind: 'recipient',
  title: 'Helpers',
  form: 'entrust',
  register: 'registers/s.yaml',
  ...(objectWithin && { objectWithin }),
});
const policy = (entries: readonly object[], clause = list('P30D')) =>
  policyOf([[clause]], {}, { 'registers/s.yaml': { entries } });
const old = { id: 'old', name: 'Old Ltd' };
const early = (
  entry: object,
  dates: { published: string; effective?: string },
  base = policy([old]),
): string[] =>
  entriesCutShort(base, policy([old, { id: 'new', name: 'New Ltd', ...entry }]), dates).map(
    ({ args }) => (args as { earliest: string }).earliest,
  );

describe('an entry that a version brings', () => {
  it.each<readonly [what: string, entry: object, effective: string | undefined, earliest: readonly string[]]>(
    [
      ['begins before the time to object is over', { from: '2027-01-31' }, undefined, ['2027-01-31']],
      ['begins on the day after', { from: '2027-02-01' }, undefined, []],
      ['is used from the day of effect', {}, '2027-01-15', ['2027-01-31']],
      ['is used from a later day of effect', {}, '2027-02-01', []],
      ['has no first day that anybody knows', {}, undefined, []],
      [
        'was announced before, which a rule looks at',
        { announced: '2026-01-01', from: '2027-01-02' },
        undefined,
        [],
      ],
    ],
  )('%s', (_what, entry, effective, earliest) => {
    const dates = { published: '2027-01-01', ...(effective && { effective }) };
    expect(early(entry, dates)).toEqual(earliest);
  });

  it.each(['P9999Y', `P${'9'.repeat(400)}D`])(
    'begins before a time that is longer than all dates: %.9s',
    (time) => {
      const [before, after] = [[old], [old, { id: 'new', name: 'New Ltd', from: '2400-01-01' }]].map(
        (entries) => policy(entries, list(time)),
      );
      const found = before && after && entriesCutShort(before, after, { published: '2027-01-01' });
      expect(found).toMatchObject([{ args: { earliest: '9999-12-31' } }]);
    },
  );

  it('was told of where an earlier version had it, and is not where that began it later', () => {
    const told = (from: string) => policy([old, { id: 'new', name: 'New Ltd', from }]);
    const dates = { published: '2027-01-01' };
    expect(early({ from: '2027-01-10' }, dates, told('2027-01-10'))).toEqual([]);
    expect(early({ from: '2027-01-10' }, dates, told('2027-03-01'))).toEqual(['2027-01-31']);
  });

  it('is let be where its clause waives it, until that day', () => {
    const head = policy([old, { id: 'new', name: 'New Ltd', from: '2027-01-10' }]);
    const found = (until: string, owner = 'helpers') =>
      entriesCutShort(policy([old]), head, {
        published: '2027-01-01',
        waived: new Map([[`${owner} register-objection-cut`, until]]),
      }).length;
    expect([found(''), found('2027-01-01'), found('2026-12-31'), found('', 'others')]).toEqual([0, 0, 1, 1]);
  });

  it('owes nothing where no time was promised, or where the whole list is new', () => {
    const dates = { published: '2027-01-01' };
    const soon = policy([old, { id: 'new', name: 'New Ltd', from: '2027-01-02' }], list());
    expect(entriesCutShort(policy([old], list()), soon, dates)).toEqual([]);
    expect(
      early(
        { from: '2027-01-02' },
        dates,
        policyOf([[{ id: 'none', kind: 'statement', text: 'None.' }]], {}),
      ),
    ).toEqual([]);
  });
});
