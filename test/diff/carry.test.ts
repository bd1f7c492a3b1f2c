import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const shop: ClauseObject = {
  id: 'shop',
  kind: 'function',
  title: 'Shop',
  tier: 'basic',
  purposes: ['trade.order'],
  collects: ['contact.mobile_phone'],
};
const anchor: ClauseObject = { id: 'anchor', kind: 'statement', title: 'Anchor', text: 'Anchor.' };
const changes: ClauseObject = {
  id: 'changes',
  kind: 'change',
  title: 'Changes',
  material: [{ id: 'one', words: 'Words.', watches: ['function'] }],
};

/** Each change that is not carried, and the rows that came or went with it; not which of the data is sensitive. */
function told(
  before: readonly ClauseObject[],
  after: readonly ClauseObject[],
): Record<string, readonly string[]> {
  const side = (clauses: readonly ClauseObject[]) => policyOf([[...clauses, anchor]]);
  const found = comparePolicies(side(before), side(after)).changes.filter(
    ({ table, relation }) => table !== 'structure' && relation !== 'sensitivity',
  );
  return Object.fromEntries(
    found.map((change) => [`${change.kind} ${change.key.join(' ')}`, carriedBy(change)]),
  );
}

function carriedBy({ before, after }: JudgedChange): readonly string[] {
  return [before, after].flatMap((side) =>
    (side?.carries ?? []).map(({ relation, key }) => `${relation} ${key.join(' ')}`),
  );
}

/** The same rows come and go, and nothing else does. */
function comesAndGoes(
  without: readonly ClauseObject[],
  having: readonly ClauseObject[],
  kinds: readonly [come: string, gone: string],
  rows: readonly string[],
): void {
  const [come, gone] = [told(without, having), told(having, without)];
  expect(come).toEqual({ [kinds[0]]: expect.any(Array) });
  expect([...(come[kinds[0]] ?? [])].sort()).toEqual([...rows].sort());
  expect(gone).toEqual({ [kinds[1]]: expect.any(Array) });
  expect([...(gone[kinds[1]] ?? [])].sort()).toEqual([...rows].sort());
}

describe('what comes and goes as one change', () => {
  it('is an entity with its links, members, texts and place', () => {
    const full = {
      ...shop,
      refusal: 'You cannot order.',
      consent: { kind: 'explicit', withdrawal: 'Settings.' },
    };
    comesAndGoes(
      [],
      [full],
      ['function-added shop', 'function-removed shop'],
      [
        'clause shop',
        'consent shop',
        'consent.covers shop shop',
        'function.data shop contact.mobile_phone',
        'function.data.purpose shop contact.mobile_phone trade.order',
        'function.purpose shop trade.order',
        'prose shop consent withdrawal en',
        'prose shop refusal en',
        'prose shop title en',
      ],
    );
  });

  it('is an item with what it is for, and its own texts', () => {
    const second = {
      ...shop,
      collects: [
        'contact.mobile_phone',
        { data: 'contact.email', source: 'third-party', from: 'A partner.' },
      ],
    };
    comesAndGoes(
      [shop],
      [second],
      ['data-added shop contact.email', 'data-removed shop contact.email'],
      ['function.data.purpose shop contact.email trade.order', 'prose shop collects contact.email from en'],
    );
  });

  it('is a purpose with the items that are for it', () => {
    const second = { ...shop, purposes: ['trade.order', 'improve.product'] };
    comesAndGoes(
      [shop],
      [second],
      ['purpose-added shop improve.product', 'purpose-removed shop improve.product'],
      ['function.data.purpose shop contact.mobile_phone improve.product'],
    );
  });

  it('is consent with what it covers and how to take it back', () => {
    comesAndGoes(
      [shop],
      [{ ...shop, consent: { kind: 'explicit', withdrawal: 'Settings.' } }],
      ['consent-added shop', 'consent-removed shop'],
      ['consent.covers shop shop', 'prose shop consent withdrawal en'],
    );
  });

  it('is that something is said with the text that says it', () => {
    comesAndGoes(
      [shop],
      [{ ...shop, optOut: 'Settings.' }],
      ['opt-out-stated shop', 'opt-out-unstated shop'],
      ['prose shop optOut en'],
    );
    const camera = (trigger: object) => ({ ...shop, permissions: [{ permission: 'camera', ...trigger }] });
    comesAndGoes(
      [camera({})],
      [camera({ trigger: 'You tap.' })],
      ['trigger-stated shop camera', 'trigger-unstated shop camera'],
      ['prose shop permissions camera trigger en'],
    );
  });

  it('is an entry of the list with its watches and words', () => {
    const two = { id: 'two', words: 'More words.', watches: ['right', 'contact'] };
    comesAndGoes(
      [changes],
      [{ ...changes, material: [{ id: 'one', words: 'Words.', watches: ['function'] }, two] }],
      ['material-entry-added changes two', 'material-entry-removed changes two'],
      [
        'change.entry.watch changes two contact',
        'change.entry.watch changes two right',
        'prose changes material two words en',
      ],
    );
  });

  it('is a clause of one kind, and then one of another kind, under one id', () => {
    const found = told([{ ...anchor, id: 'shop' }], [shop]);
    expect(Object.keys(found).sort()).toEqual([
      'function-added shop',
      'statement-removed shop',
      'text-changed shop title en',
    ]);
    expect(found['statement-removed shop']).toEqual(['prose shop text en']);
  });
});

describe('what is told by itself', () => {
  const optional = { ...shop, collects: [{ data: 'contact.mobile_phone', required: false }] };

  it('is every value that differs, and every text', () => {
    expect(told([shop], [{ ...optional, tier: 'additional', title: 'Market' }])).toEqual({
      'tier-to-additional shop': [],
      'data-optional-stated shop contact.mobile_phone': [],
      'text-changed shop title en': [],
    });
  });

  it('is a text that comes where something was said already, or that says nothing by being there', () => {
    expect(told([shop], [{ ...shop, text: 'More.' }])).toEqual({ 'text-added shop text en': [] });
  });

  it('is whom a clause applies to, and which data now used is sensitive', () => {
    expect(told([shop], [{ ...shop, applies: { regions: ['north'] } }])).toEqual({
      'audience-narrowed shop': ['applies shop region north'],
    });
    const to = (...regions: readonly string[]) => ({ ...shop, applies: { regions, products: ['hats'] } });
    expect(told([to('north')], [to('north', 'south')])).toEqual({
      'audience-widened shop': ['applies shop region south'],
    });
    expect(told([to('north', 'south')], [to('south')])).toEqual({
      'audience-narrowed shop': ['applies shop region north'],
    });
    const any = { ...shop, applies: { products: ['hats'] } };
    expect(told([any], [to('north')])).toEqual({
      'audience-narrowed shop': ['applies shop region north'],
    });
    expect(told([to('north')], [any])).toEqual({
      'audience-widened shop': ['applies shop region north'],
    });
    const face = { ...shop, collects: ['contact.mobile_phone', 'biometric.face_features'] };
    const found = comparePolicies(policyOf([[shop]]), policyOf([[face]])).changes;
    expect(found.map((change) => [change.kind, ...carriedBy(change)])).toEqual(
      expect.arrayContaining([
        ['data-added', 'function.data.purpose shop biometric.face_features trade.order'],
        ['sensitivity-listed'],
      ]),
    );
  });

  it('is what others lose when a clause that they name goes', () => {
    const carrier: ClauseObject = {
      id: 'carrier',
      kind: 'recipient',
      title: 'Carrier',
      form: 'share',
      onlyWith: ['shop'],
    };
    expect(Object.keys(told([shop, carrier], [{ ...carrier, onlyWith: undefined }])).sort()).toEqual([
      'function-removed shop',
      'recipient-condition-removed carrier shop',
    ]);
  });

  it('is a text that comes when something else of its clause does', () => {
    const more = { ...shop, text: 'More.' };
    const text = 'text-added shop text en';
    expect(Object.keys(told([shop], [{ ...more, applies: { regions: ['north'] } }])).sort()).toEqual([
      'audience-narrowed shop',
      text,
    ]);
    expect(Object.keys(told([shop], [{ ...more, consent: { kind: 'explicit' } }])).sort()).toEqual([
      'consent-added shop',
      text,
    ]);
    expect(Object.keys(told([shop], [{ ...more, optOut: 'Settings.' }])).sort()).toEqual([
      'opt-out-stated shop',
      text,
    ]);
  });

  it('is a clause that is called what a category is, and how sensitive that is', () => {
    const known = { ...shop, id: 'biometric' };
    const using = { ...known, collects: ['contact.mobile_phone', 'biometric'], text: 'More.' };
    const kinds = (before: readonly ClauseObject[]): readonly string[] =>
      comparePolicies(policyOf([[...before, anchor]]), policyOf([[using, anchor]])).changes.map(
        ({ kind, key }) => `${kind} ${key[0]}`,
      );
    expect(kinds([known])).toEqual(
      expect.arrayContaining(['text-added biometric', 'sensitivity-listed biometric']),
    );
    expect(kinds([])).toEqual(
      expect.arrayContaining(['function-added biometric', 'sensitivity-listed biometric']),
    );
  });

  it('is the chapter that a new clause came with', () => {
    const found = comparePolicies(policyOf([[anchor]]), policyOf([[anchor], [shop]])).changes;
    expect(found.map(({ kind, key }) => `${kind} ${key.join(' ')}`)).toEqual(
      expect.arrayContaining([
        'function-added shop',
        'text-added chapter-1 title en',
        'chapter-recorded chapter-1',
      ]),
    );
  });
});
