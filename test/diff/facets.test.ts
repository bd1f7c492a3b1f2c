import { describe, expect, it } from 'vitest';
import type { Change, PlainRow } from '../../src/diff/change.ts';
import { facetsOf, facetsOfText, providerFacets, type RowFacet } from '../../src/diff/facets.ts';
import type { Floor } from '../../src/diff/floors.ts';
import { floorsUnder } from '../../src/diff/floors-under.ts';
import { groundBetween } from '../../src/diff/ground.ts';
import { isConsent, owedActs } from '../../src/diff/owed.ts';
import { readersOf } from '../../src/diff/readers.ts';
import { seersOf, type Terms, watchersOf } from '../../src/diff/watched.ts';
import { everybody } from '../../src/model/audience.ts';
import type { RelationName } from '../../src/model/relations.ts';
import { filters, type Watch } from '../../src/model/watch.ts';
import { change } from '../gate/made.ts';
import { policyOf } from '../properties/policies.ts';

const empty = policyOf([[{ id: 'a', kind: 'statement', title: 'A', text: 'A.' }]]);
const row = (relation: RelationName, key: string, values: PlainRow['values'] = {}): PlainRow => ({
  relation,
  key: key.split(' '),
  values,
});
const side = (first: PlainRow, ...carries: readonly PlainRow[]) => ({ row: first, carries });
const of = ({ relation, key }: PlainRow, more: Partial<Change>): Change => change({ relation, key, ...more });
const told = (one: Change): readonly string[] =>
  facetsOf(one).map(({ name, on, direction, row: at }) => `${name} ${on} ${direction}: ${at.key.join(' ')}`);

describe('what a change does, as watches see it', () => {
  const carrier = row('recipient', 'carrier', { form: 'share', sale: true });
  const data = row('recipient.data', 'carrier location');
  const text = row('prose', 'carrier title en', { text: 'Carrier' });

  it('is one thing where a value differs', () => {
    const period = of(row('retention', 'logs'), {
      name: 'period',
      before: { value: 'P1D' },
      after: { value: 'P2D' },
      direction: 'expands',
    });
    expect(told(period)).toEqual(['retention.period changed expands: logs']);
    const stated = of(row('function', 'shop'), {
      name: 'optOut',
      before: { value: null },
      after: { value: true, carries: [text] },
      direction: 'eases',
    });
    expect(told(stated)).toEqual(['function.optOut changed eases: shop']);
  });

  it('is everything that comes with it or goes with it, each thing once', () => {
    expect(
      told(of(carrier, { before: null, after: side(carrier, data, text), direction: 'expands' })),
    ).toEqual([
      'recipient added expands: carrier',
      'recipient.sale added expands: carrier',
      'recipient.data added expands: carrier location',
    ]);
    expect(
      told(of(carrier, { before: side(carrier, data, text), after: null, direction: 'narrows' })),
    ).toEqual([
      'recipient removed narrows: carrier',
      'recipient.sale removed narrows: carrier',
      'recipient.data removed narrows: carrier location',
    ]);
  });

  it('is what the change itself says of the first or last of a list that limits', () => {
    const only = row('recipient.function', 'carrier shop');
    expect(told(of(only, { before: null, after: side(only), direction: 'narrows' }))).toEqual([
      'recipient.function added narrows: carrier shop',
    ]);
  });

  it('is an exchange, an addition and a removal where one category stands in for another', () => {
    const [before, after] = [
      row('function.data', 'shop biometric'),
      row('function.data', 'shop voice', { public: true }),
    ];
    const purpose = row('function.data.purpose', 'shop voice trade.order');
    expect(
      told(of(after, { before: side(before), after: side(after, purpose), direction: 'narrows' })),
    ).toEqual([
      'function.data changed narrows: shop voice',
      'function.data added expands: shop voice',
      'function.data.public added expands: shop voice',
      'function.data.purpose added expands: shop voice trade.order',
      'function.data removed narrows: shop biometric',
    ]);
  });

  it('is no change of consent where what is new brings its own, and one where it shares another’s', () => {
    const shop = row('function', 'shop');
    const consents = [
      row('consent', 'shop'),
      row('consent.covers', 'shop shop'),
      row('consent.covers', 'other shop'),
      row('function.requires', 'shop desk'),
    ];
    expect(told(of(shop, { before: null, after: side(shop, ...consents), direction: 'expands' }))).toEqual([
      'function added expands: shop',
      'consent.covers added restricts: other shop',
      'function.requires added expands: shop desk',
    ]);
  });

  it('is nothing where a text or the structure differs', () => {
    expect(facetsOf(change({ table: 'prose', relation: 'prose', before: null }))).toEqual([]);
    expect(facetsOf(change({ table: 'structure', relation: 'clause', after: null }))).toEqual([]);
  });
});

describe('what a watch sees', () => {
  const parents: Readonly<Record<string, readonly string[]>> = { voice: ['voice', 'biometric'] };
  const listed: Readonly<Record<string, readonly string[]>> = {
    shop: ['voice', 'email'],
    logs: ['email', 'voice'],
  };
  const terms: Terms = {
    data: { get: () => undefined },
    ancestorsOf: (id) => new Set(parents[id] ?? [id]),
    formsOf: (id) => (id === 'carrier' ? ['share'] : []),
    rolesOf: () => [],
    signOf: ({ relation, key }) => [relation, ...key].join(' '),
    dataOf: (id) => listed[id] ?? [],
    valuesOf: () => [],
  };
  const facet = (name: RelationName, key: string): RowFacet => ({
    name,
    on: 'added',
    direction: 'expands',
    row: { relation: name, key: key.split(' ') },
    readers: everybody,
  });
  const nothing = { policy: empty, readers: readersOf(empty) };
  const ground = groundBetween(nothing, nothing);
  const isSeen = (one: RowFacet, watches: readonly Watch[]): boolean =>
    seersOf(one, [{ clause: 'changes', id: 'entry', watches, values: {} }], terms).size > 0;
  /** Whether a list sees it, and whether a floor does that makes material what it names and no more. */
  const sees = (watch: Watch, one: RowFacet): readonly boolean[] => {
    const floor: Floor = {
      change: 'a',
      watches: [{ watch: 'right' }, watch],
      material: true,
      owes: 'notice',
      rests: '',
      evidence: 'reading',
    };
    return [
      isSeen(one, floor.watches),
      floorsUnder(change(), [one], { floors: [floor], terms, ground }).length > 0,
    ];
  };

  it('is what it names, and for a list everything below it as well', () => {
    const data = facet('function.data', 'shop email');
    expect(sees({ watch: 'function.data' }, data)).toEqual([true, true]);
    expect(sees({ watch: 'function' }, data)).toEqual([true, false]);
    expect(sees({ watch: 'function.data.purpose' }, data)).toEqual([false, false]);
    expect(isSeen(data, [])).toBe(false);
    const other = facet('right', 'access');
    expect([other, data].map((one) => isSeen(one, [{ watch: 'function.data' }]))).toEqual([false, true]);
  });

  it('is asked of thousands of rows that differ in nothing that a watch names as of one of them', () => {
    let asked = 0;
    const watch: Watch = {
      get watch() {
        asked += 1;
        return 'recipient';
      },
      data: 'email',
    };
    const watchings = [{ clause: 'changes', id: 'entry', watches: [watch], values: {} }];
    const rows = Array.from({ length: 1000 }, (_, at) => facet('recipient.listed', `shop v${at}`));
    for (const row of rows) expect(watchersOf([row], watchings, terms)).toEqual(watchings);
    expect(asked).toBeLessThan(20);
  });

  it('is recipients of a form, and nothing else of that name', () => {
    expect(sees({ watch: 'recipient', form: 'share' }, facet('recipient.data', 'carrier email'))).toEqual([
      true,
      false,
    ]);
    expect(sees({ watch: 'recipient', form: 'entrust' }, facet('recipient', 'carrier'))).toEqual([
      false,
      false,
    ]);
    expect(sees({ watch: 'consent', form: 'share' }, facet('consent', 'carrier'))).toEqual([false, false]);
  });

  it.each(filters)('is nothing where %s narrows it to what there is not', (name) => {
    const data = facet('recipient.data', 'carrier email');
    expect(sees({ watch: 'recipient.data' }, data)).toEqual([true, true]);
    expect(sees({ watch: 'recipient.data', [name]: 'nothing' }, data)).toEqual([false, false]);
  });

  it('is the data that a row names, whatever else its clause lists', () => {
    const voice = { watch: 'function', data: 'voice' };
    expect(sees(voice, facet('function.data', 'shop voice'))[0]).toBe(true);
    expect(sees(voice, facet('function.data', 'shop email'))[0]).toBe(false);
    expect(sees(voice, facet('function.data.purpose', 'shop email voice'))[0]).toBe(false);
  });

  it('is, where a row names none, any data that its clause lists', () => {
    for (const data of ['voice', 'biometric', 'email'])
      expect(sees({ watch: 'retention', data }, facet('retention', 'logs'))).toEqual([true, true]);
    expect(sees({ watch: 'retention', data: 'face' }, facet('retention', 'logs'))[0]).toBe(false);
    expect(sees({ watch: 'retention', data: 'voice' }, facet('retention', 'else'))[0]).toBe(false);
  });

  it('is, for the law, old data with a new purpose: what new data is for is part of its being new', () => {
    const floor: Floor = {
      change: 'a',
      watches: [{ watch: 'function.data.purpose' }],
      material: true,
      owes: 'notice',
      rests: '',
      evidence: 'verified',
    };
    const under = (...facets: readonly RowFacet[]): number =>
      floorsUnder(change(), facets, { floors: [floor], terms, ground }).length;
    const purpose = facet('function.data.purpose', 'shop voice ads');
    expect(under(purpose)).toBe(1);
    expect(under(facet('function.data', 'shop voice'), purpose)).toBe(0);
    expect(under(facet('function.data', 'shop email'), purpose)).toBe(1);
    expect(under(facet('function.data', 'desk voice'), purpose)).toBe(1);
    expect(under({ ...facet('function.data', 'shop voice'), on: 'removed' }, purpose)).toBe(1);
    expect(under(facet('function', 'shop'), purpose)).toBe(1);
  });

  it('is, for the law, what belongs to an entity that has all the values asked for, in either version', () => {
    const floor: Floor = {
      change: 'a',
      watches: [{ watch: 'recipient.data' }],
      where: { form: ['share', 'transfer'], sale: [true] },
      material: true,
      owes: 'notice',
      rests: '',
      evidence: 'verified',
    };
    const under = (...values: readonly PlainRow['values'][]): number =>
      floorsUnder(change(), [facet('recipient.data', 'carrier email')], {
        floors: [floor],
        terms: {
          ...terms,
          valuesOf: (entity, id) => (entity === 'recipient' && id === 'carrier' ? values : []),
        },
        ground,
      }).length;
    expect(under({ form: 'share', sale: true })).toBe(1);
    expect(under({ form: 'entrust', sale: true }, { form: 'transfer', sale: true })).toBe(1);
    expect(under({ form: 'entrust', sale: true }, { form: 'share', sale: false })).toBe(0);
    expect(under()).toBe(0);
  });
});

describe('what lists and promises see beside the fact itself', () => {
  it('is a consent where a use comes to rest on one, and where it no longer does', () => {
    for (const [was, is, direction] of [
      ['contract', 'consent', 'eases'],
      ['consent', 'contract', 'restricts'],
    ] as const) {
      const basis = of(row('function.purpose', 'shop trade.order'), {
        name: 'basis',
        before: { value: was },
        after: { value: is },
        direction,
      });
      expect(told(basis)).toContain(`consent.basis changed ${direction}: shop trade.order`);
    }
  });

  it.each(['technology', 'technology.listed'] as const)('is who provides a %s of others', (relation) => {
    const facets = (['added', 'removed', 'changed'] as const).map(
      (on): RowFacet => ({
        name: relation,
        on,
        direction: 'changes',
        row: { relation, key: ['tags', 'one'] },
        readers: everybody,
      }),
    );
    expect(providerFacets(facets, () => true).map(({ name, on }) => `${name} ${on}`)).toEqual([
      'recipient added',
      'recipient removed',
    ]);
    expect(providerFacets(facets, () => false)).toEqual([]);
  });

  it('is a loss as well as a change where the text of a fact reads otherwise', () => {
    const text = { name: 'right.limits', relation: 'right', key: ['delete'] } as const;
    const ways = facetsOfText(text, everybody).map(({ on }) => on);
    expect(new Set(ways)).toEqual(new Set(['changed', 'removed']));
  });
});

it('every act that is called a consent is one: nobody is asked for it where readers gain', () => {
  expect(owedActs.filter(isConsent)).toEqual(owedActs.filter((act) => act.endsWith('consent')));
});
