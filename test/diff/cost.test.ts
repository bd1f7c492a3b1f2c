import { describe, expect, it } from 'vitest';
import { startOfFile } from '../../src/base/place.ts';
import type { Carried } from '../../src/diff/carry.ts';
import type { PlainRow } from '../../src/diff/change.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { type EntityRows, facetsOf } from '../../src/diff/facets.ts';
import { judgeChange } from '../../src/diff/judge.ts';
import { lawBetween } from '../../src/diff/law.ts';
import { leftOfIn } from '../../src/diff/left-of.ts';
import { namesIn } from '../../src/diff/names.ts';
import { readersOf } from '../../src/diff/readers.ts';
import { pairAlongTaxonomy } from '../../src/diff/taxonomy-pairs.ts';
import { usedOtherwiseIn } from '../../src/diff/used-otherwise.ts';
import { clausesUsing, clausesUsingData } from '../../src/diff/uses.ts';
import { everybody } from '../../src/model/audience.ts';
import type { Policy } from '../../src/model/policy.ts';
import { change } from '../gate/made.ts';
import { policyOf } from '../properties/policies.ts';

const count = 400;
const times = <Value>(make: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at));

describe('what a comparison looks at grows with what differs, not with its square', () => {
  it('in a list of which every entry has another name', () => {
    let looked = 0;
    const rowsOf = (name: string): readonly PlainRow[] =>
      times((at) => ({
        relation: 'recipient.listed' as const,
        get key() {
          looked++;
          return ['partners', `v${at}`];
        },
        values: { name: `${name} ${at}` },
      }));
    const sides = { base: rowsOf('Old'), head: rowsOf('New') };
    const rows: EntityRows = (side) => sides[side];
    for (let at = 0; at < count; at++)
      expect(
        facetsOf(
          change({
            relation: 'recipient.listed',
            key: ['partners', `v${at}`],
            name: 'name',
            before: { value: `Old ${at}` },
            after: { value: `New ${at}` },
          }),
          rows,
        ).length,
      ).toBeGreaterThan(1);
    expect(looked).toBeLessThan(20 * count);
  });

  it('in lists of which every category is another one', () => {
    let looked = 0;
    const terms = {
      get: () => {
        looked++;
        return { label: {} };
      },
    };
    const of = (is: 'added' | 'removed', data: string): Carried => ({
      difference: {
        table: 'facts',
        is,
        row: { relation: 'function.data', key: ['shop', data], values: {}, place: startOfFile('main.yaml') },
      },
      carries: [],
    });
    const found = times((at) => [of('removed', `a${at}`), of('added', `b${at}`)]).flat();
    expect(pairAlongTaxonomy(found, terms)).toEqual(found);
    expect(looked).toBeLessThan(20 * count);
  });

  it('where hundreds write the same right, and half of them go', () => {
    const rights = times((at) => ({
      ...{ id: `r${at}`, kind: 'right', title: 'R', right: 'access' },
      answerWithin: `P${10 + (at % 50)}D`,
    }));
    const [base, head] = [policyOf([rights]), policyOf([rights.slice(count / 2)])];
    let looked = 0;
    const { of, ...rest } = readersOf(head);
    const counting = { ...rest, of: (id: string) => [of(id), looked++][0] as ReturnType<typeof of> };
    const left = leftOfIn({ policy: base, readers: readersOf(base) }, { policy: head, readers: counting });
    const gone = rights.slice(0, count / 2).flatMap(({ id }) => {
      const row = { relation: 'right', key: [id] } as const;
      return left({ on: 'removed', name: 'right', direction: 'restricts', row, readers: everybody });
    });
    // One that is answered as soon is left of each.
    expect(gone).toEqual([]);
    const slower = leftOfIn(
      { policy: base, readers: readersOf(base) },
      { policy: policyOf([rights.slice(-1)]), readers: counting },
    );
    const row = { relation: 'right', key: ['r0'] } as const;
    expect(
      slower({ on: 'removed', name: 'right', direction: 'restricts', row, readers: everybody }),
    ).toMatchObject([{ name: 'right.answerWithin', direction: 'restricts' }]);
    expect(looked).toBeLessThan(20 * count);
  });

  it('where the same is asked again: two versions are compared once, whatever was released before and between', () => {
    const policies = ['a', 'b', 'c'].map((id) =>
      policyOf([[{ id, kind: 'statement', title: 'S', text: 'S.' }]]),
    );
    const [a, b, c] = policies as [Policy, Policy, Policy];
    const asked = [
      () => comparePolicies(a, b),
      () => comparePolicies(a, b, [c]),
      () => comparePolicies(a, b, [], [c]),
    ];
    const found = [...asked, ...asked].map((compare) => compare());
    expect(new Set(found).size).toBe(3);
    expect(found.slice(3)).toEqual(found.slice(0, 3));
    expect(comparePolicies(a, b, [])).toBe(found[0]);
  });

  it('where a company gets in place of another what that one got: it is worked out once for all data', () => {
    const data = ['contact.email', 'device.ip_address', 'location.coarse'];
    const getting = (id: string, region: string) => ({
      ...{ id, kind: 'recipient', title: 'R', name: 'F', form: 'share', receives: data },
      applies: { regions: ['DE', region] },
    });
    const sides = [getting('old', 'FR'), getting('new', 'IT')].map((one) => {
      const policy = policyOf([[one]]);
      return { policy, readers: readersOf(policy) };
    });
    const [base, head] = sides as [(typeof sides)[number], (typeof sides)[number]];
    const used = usedOtherwiseIn(base, head);
    const found = data.map((each) => {
      const row = { relation: 'recipient.data', key: ['new', each] } as const;
      const [first] = used({
        ...{ on: 'added', name: 'recipient.data', direction: 'expands', row },
        readers: head.readers.of('new'),
      });
      return first;
    });
    expect(found[0]).toMatchObject({ name: 'applies', on: 'added', readers: [{ region: { in: ['IT'] } }] });
    expect(new Set(found.map((one) => one?.readers)).size).toBe(1);
  });

  it('where hundreds use the same data for the same readers: two of them say all that is asked', () => {
    const uses = times((at) => ({
      id: `f${at}`,
      kind: 'function',
      title: 'F',
      tier: 'additional',
      purposes: ['account.registration'],
      collects: ['contact.email'],
    }));
    const policy = policyOf([uses]);
    const told = clausesUsing(policy, readersOf(policy));
    expect([...told.values()].map(({ length }) => length)).toEqual([2]);
    expect([...clausesUsingData(told).values()].map(({ length }) => length)).toEqual([2]);
  });

  it('in a list that sees every change: the words of each of its entries are looked up once', () => {
    const material = ['a', 'b', 'c'].map((id) => ({
      id,
      words: `W ${id}.`,
      watches: [{ watch: 'recipient' }],
    }));
    const policy = policyOf([[{ id: 'changing', kind: 'change', title: 'C', material }]]);
    const names = namesIn(policy, policy);
    let looked = 0;
    const law = lawBetween(policy, policy, {
      ...names,
      entry: (...of) => {
        looked++;
        return names.entry(...of);
      },
    });
    const judged = times((at) => {
      const row = { relation: 'recipient', key: [`r${at}`], values: {} } as const;
      return judgeChange(change({ ...row, kind: 'recipient-added', after: { row, carries: [] } }), law);
    });
    expect(judged.flatMap(({ entries }) => entries)).toHaveLength(3 * count);
    expect(looked).toBe(3);
  });

  it('by promises: what changes of one kind owe to the same readers is made once, and apart for others', () => {
    const promises = ['a', 'b', 'c'].map((id) => ({
      id,
      words: `W ${id}.`,
      owes: 'express-consent',
      watches: [{ watch: 'recipient' }],
    }));
    const policy = policyOf([[{ id: 'changing', kind: 'change', title: 'C', promises }]]);
    const law = lawBetween(policy, policy, namesIn(policy, policy));
    const judge = (at: number, readers = everybody) => {
      const row = { relation: 'recipient', key: [`r${at}`], values: {} } as const;
      const affects = { words: 'some', readers };
      return judgeChange(
        change({ ...row, kind: 'recipient-added', after: { row, carries: [] }, affects }),
        law,
      ).obligations;
    };
    const owed = times((at) => judge(at));
    expect(new Set(owed).size).toBe(1);
    expect(owed[0]?.map(({ rests }) => rests)).toEqual(
      promises.map(({ id }) => `clause changing, promise ${id}`),
    );
    const one = judge(0, [{ region: { in: ['CN'] } }]);
    expect(one).not.toBe(owed[0]);
  });
});
