import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { WatchSource } from '../../src/model/watch.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

/** The kinds of change that fall under a list with one watch, whatever the law says of them. */
function seenBy(
  watch: WatchSource,
  before: readonly ClauseObject[],
  after: readonly ClauseObject[],
  files: readonly [object, object] = [{}, {}],
): string[] {
  const list: ClauseObject = {
    id: 'changes',
    kind: 'change',
    title: 'Changes',
    material: [{ id: 'one', words: 'Words.', watches: [watch] }],
  };
  const side = (clauses: readonly ClauseObject[], more: object) =>
    policyOf([[list, ...clauses]], {}, more as Record<string, object>);
  return comparePolicies(side(before, files[0]), side(after, files[1]))
    .changes.filter((change) => change.entries.length > 0)
    .map(({ kind }) => kind);
}

const carrier: ClauseObject = {
  id: 'carrier',
  kind: 'recipient',
  title: 'Carrier',
  form: 'share',
  receives: ['contact.consignee'],
};
const entrusted = { ...carrier, form: 'entrust' };
const shop: ClauseObject = {
  id: 'shop',
  kind: 'function',
  title: 'Shop',
  tier: 'basic',
  purposes: ['trade.order'],
  collects: ['contact.mobile_phone'],
};
const logs: ClauseObject = {
  id: 'logs',
  kind: 'retention',
  title: 'Logs',
  data: ['biometric.voiceprint'],
  period: 'P30D',
};

describe('a watch on commitments', () => {
  it.each(['words', 'text'])('sees the %s of a promise change, which are what it promises', (field) => {
    const promise = (words: string): ClauseObject => ({
      ...{ id: 'no-ads', kind: 'commitment', title: 'No ads', promise: 'never', act: 'use' },
      [field]: words,
    });
    const [before, after] = [promise('We never send you mail.'), promise('We never send you mail unasked.')];
    expect(seenBy({ watch: 'commitment', direction: 'any' }, [before], [after])).toEqual(['text-changed']);
  });
});

describe('a watch on more than its own relation', () => {
  const basis = (one: string): ClauseObject => ({
    ...shop,
    purposes: [{ purpose: 'trade.order', basis: one }],
  });
  const pixel = (more: object): ClauseObject => ({
    ...{ id: 'pixel', kind: 'technology', title: 'Pixel', type: 'pixel' },
    ...more,
  });
  const fox = pixel({ provider: 'Fox Inc.' });

  it.each<readonly [string, WatchSource, ClauseObject[], ClauseObject[], string[]]>([
    ['consent: a basis that was', 'consent', [basis('consent')], [basis('contract')], ['basis-from-consent']],
    ['consent: no other basis', 'consent', [basis('contract')], [basis('legal-obligation')], []],
    [
      'consent: what is lost with it',
      { watch: 'consent', direction: 'restricts' },
      [basis('consent')],
      [basis('legal-obligation')],
      ['basis-from-consent'],
    ],
    ['recipients: who provides software', 'recipient', [shop], [shop, fox], ['technology-added']],
    ['recipients: a form that nobody stated', { watch: 'recipient', form: 'share' }, [shop], [shop, fox], []],
    [
      'recipients: not the company itself',
      'recipient',
      [shop],
      [shop, pixel({ provider: 'Generated Ltd' })],
      [],
    ],
    ['recipients: not what nobody provides', 'recipient', [shop], [shop, pixel({})], []],
  ])('%s', (_, watch, before, after, kinds) => {
    expect(seenBy(watch, before, after)).toEqual(kinds);
  });
});

describe('a watch on whatever names data', () => {
  const data = (more: object): ClauseObject => ({
    id: 'one',
    kind: 'technology',
    title: 'One',
    type: 'cookie',
    ...more,
  });

  it.each<readonly [ClauseObject, ClauseObject, string]>([
    [shop, { ...shop, collects: ['contact.mobile_phone', 'contact.email'] }, 'data-added'],
    [carrier, { ...carrier, receives: ['contact.consignee', 'contact.email'] }, 'recipient-data-added'],
    [logs, { ...logs, data: ['biometric.voiceprint', 'contact.email'] }, 'retention-data-added'],
    [data({}), data({ data: ['contact.email'] }), 'technology-data-stated'],
  ])('sees it in clauses of every kind: %#', (before, after, kind) => {
    expect(seenBy('*.data', [before], [after])).toContain(kind);
    expect(seenBy({ watch: '*.data', on: 'removed' }, [before], [after])).toEqual([]);
    expect(seenBy({ watch: '*.data', data: 'location' }, [before], [after])).toEqual([]);
  });

  it('sees what is stated of the data, and nothing else of its clause', () => {
    const said = (more: object): ClauseObject => ({
      ...shop,
      collects: [{ data: 'contact.email', ...more }],
    });
    expect(seenBy('*.data', [said({})], [said({ required: false })])).toHaveLength(1);
    expect(seenBy('*.data', [shop], [{ ...shop, tier: 'additional' }])).toEqual([]);
  });
});

describe('a watch on recipients of one form', () => {
  const watch = { watch: 'recipient', form: 'share' };

  it('sees those who were of that form, and those who are now', () => {
    expect(seenBy(watch, [carrier], [entrusted])).toEqual(['recipient-form-narrowed']);
    expect(seenBy(watch, [entrusted], [carrier])).toEqual(['recipient-form-widened']);
  });

  it('does not lose sight of what else changes with the form', () => {
    const head = { ...entrusted, receives: ['contact.consignee', 'biometric.voiceprint'] };
    expect(seenBy(watch, [carrier], [head])).toContain('recipient-data-added');
  });

  it('sees no others', () => {
    expect(seenBy(watch, [], [entrusted])).toEqual([]);
  });

  it('means an adviser as well, and one of transfers a successor', () => {
    const adviser = { ...carrier, id: 'adviser', form: 'advise' };
    const successor = { ...carrier, id: 'successor', form: 'succeed' };
    expect(seenBy(watch, [], [adviser, successor])).toEqual(['recipient-added']);
    expect(seenBy({ ...watch, form: 'transfer' }, [], [adviser, successor])).toEqual(['recipient-added']);
  });
});

describe('a watch on what is gone, or new', () => {
  const right = { id: 'it', kind: 'right', title: 'It', right: 'delete' };
  const vow = { id: 'it', kind: 'commitment', title: 'It', promise: 'never', act: 'sell' };

  it.each([
    ['right', right, { right: 'copy' }, 'right-changed'],
    ['commitment', vow, { act: 'profile' }, 'commitment-act-changed'],
  ])('sees that it has become another, though its id stays: %s', (watch, was, more, kind) => {
    for (const on of ['added', 'removed'])
      expect(seenBy({ watch, on }, [was], [{ ...was, ...more }])).toEqual([kind]);
  });

  it('sees that a company is another one, or is something else', () => {
    const list = (on: string) => ({
      id: 'l',
      kind: 'change',
      title: 'L',
      material: [{ id: 'm', words: 'M', watches: [{ watch: 'party', on }] }],
    });
    const party = { id: 'company', role: 'controller', name: 'One Ltd' };
    for (const [more, kind] of [
      [{ name: 'Two Ltd' }, 'party-name-changed'],
      [{ role: 'joint-controller' }, 'party-role-changed'],
    ] as const)
      for (const on of ['added', 'removed']) {
        const side = (one: object) => policyOf([[list(on)]], { profiles: undefined, parties: [one] });
        const { changes } = comparePolicies(side(party), side({ ...party, ...more }));
        expect(changes.filter(({ entries }) => entries.length > 0).map((one) => one.kind)).toEqual([kind]);
      }
  });
});

describe('a watch on what companies are told', () => {
  const helpers = {
    id: 'helpers',
    kind: 'recipient',
    title: 'Helpers',
    category: 'processor',
    form: 'entrust',
  };
  const kit = { id: 'kit', kind: 'technology', title: 'Kit', type: 'sdk' };
  const entry = {
    id: 'acme',
    name: 'Acme',
    provider: 'Acme Ltd',
    role: 'processor',
    keeps: 'P1D',
    lifetime: 'P1D',
  };
  const said = { ...entry, data: ['contact.email'], purposes: ['trade.order'], countries: ['DE'] };
  const inList = (clause: object, watch: WatchSource, more: object): string[] => {
    const listed = { ...clause, register: 'registers/all.yaml' } as unknown as ClauseObject;
    const files = [said, { ...said, ...more }].map((one) => ({ 'registers/all.yaml': { entries: [one] } }));
    return seenBy(watch, [listed], [listed], [files[0] ?? {}, files[1] ?? {}]);
  };

  it.each([
    ['recipient.name', helpers, { provider: 'Other Ltd' }, 'recipient-listed-provider-changed'],
    ['recipient.keeps', helpers, { keeps: 'P1Y' }, 'recipient-listed-keeps-longer'],
    ['recipient.form', helpers, { role: 'controller' }, 'recipient-listed-to-controller'],
    ['recipient.country', helpers, { countries: ['DE', 'US'] }, 'recipient-listed-country-added'],
    ['recipient.data', helpers, { data: ['contact.email', 'location'] }, 'recipient-listed-data-added'],
    [
      'recipient.purpose',
      helpers,
      { purposes: ['trade.order', 'content.browse'] },
      'recipient-listed-purpose-added',
    ],
    ['technology.provider', kit, { provider: 'Other Ltd' }, 'technology-listed-provider-changed'],
    ['technology.lifetime', kit, { lifetime: 'P1Y' }, 'technology-listed-lifetime-lengthened'],
    ['technology.data', kit, { data: ['contact.email', 'location'] }, 'technology-listed-data-added'],
    [
      'technology.purpose',
      kit,
      { purposes: ['trade.order', 'content.browse'] },
      'technology-listed-purpose-added',
    ],
  ])('sees it where a register says it: %s', (watch, clause, more, kind) => {
    expect(inList(clause, { watch, direction: 'worse' }, more)).toEqual([kind]);
  });

  it('sees a purpose that only some data has', () => {
    const some = (...all: string[]) => ({ ...shop, collects: [{ data: 'contact.email', for: all }] });
    expect(
      seenBy(
        { watch: 'function.purpose', on: 'added' },
        [some('trade.order')],
        [some('trade.order', 'content.browse')],
      ),
    ).toEqual(['data-purpose-added']);
  });

  it('of one form sees whoever decides by itself, though its list says that all work for us, or it is a component', () => {
    const shared = { watch: 'recipient', form: 'share', direction: 'worse' };
    expect(inList(helpers, shared, { role: 'controller' })).toEqual(['recipient-listed-to-controller']);
    expect(inList(helpers, shared, { keeps: 'P1Y' })).toEqual([]);
    expect(inList(kit, shared, { provider: 'Other Ltd' })).toEqual([]);
    expect(inList(kit, shared, { provider: 'Other Ltd', role: 'controller' })).toContain(
      'technology-listed-provider-changed',
    );
  });
});

describe('a watch on data of one category', () => {
  it('sees a category below it, and one above it that takes it in', () => {
    const collecting = (data: string) => ({ ...shop, collects: ['contact.mobile_phone', data] });
    const watch = { watch: 'function.data', on: 'added', data: 'biometric.voiceprint' };
    expect(seenBy(watch, [shop], [collecting('biometric.voiceprint')])).toEqual(['data-added']);
    expect(seenBy(watch, [shop], [collecting('biometric')])).toEqual(['data-added']);
    expect(seenBy(watch, [shop], [collecting('biometric.face_features')])).toEqual([]);
    expect(seenBy({ ...watch, data: 'biometric' }, [shop], [collecting('biometric.voiceprint')])).toEqual([
      'data-added',
    ]);
  });

  it('sees what changes of a clause that lists it, such as how long it is kept', () => {
    const head = { ...logs, period: 'P90D' };
    expect(seenBy({ watch: 'retention', data: 'biometric' }, [logs], [head])).toEqual([
      'retention-lengthened',
    ]);
    expect(seenBy({ watch: 'retention', data: 'location' }, [logs], [head])).toEqual([]);
  });

  it('sees what changes of a recipient whose register lists it', () => {
    const listing = { ...carrier, receives: undefined, register: 'registers/a.yaml' };
    const files = {
      'registers/a.yaml': { entries: [{ id: 'mail', name: 'Mail', data: ['location.precise'] }] },
    };
    const head = { ...listing, form: 'transfer' };
    const seen = (data: string) =>
      seenBy({ watch: 'recipient.form', data }, [listing], [head], [files, files]);
    expect(seen('location')).toEqual(['recipient-form-widened']);
    expect(seen('biometric')).toEqual([]);
  });

  it('sees a category of the policy’s own by where it stood and where it stands', () => {
    const points = { ...shop, collects: ['loyalty.points'] };
    const own = (parent: string) => ({
      'taxonomy.yaml': {
        format: 'policyc/taxonomy@1',
        data: [{ id: 'loyalty.points', label: { en: 'points' }, parent }],
      },
    });
    const moved: [object, object] = [own('biometric'), own('financial.property')];
    for (const data of ['biometric', 'financial.property']) {
      const watch = { watch: 'function.data', data };
      const optional = { ...shop, collects: [{ data: 'loyalty.points', required: false }] };
      expect(seenBy(watch, [points], [optional], moved)).toEqual(['data-optional-stated']);
    }
  });
});

describe('a watch on a value', () => {
  it('sees what is new and has it switched on', () => {
    expect(seenBy('recipient.sale', [], [{ ...carrier, sale: true }])).toEqual(['recipient-added']);
    expect(seenBy('recipient.sale', [{ ...carrier, sale: true }], [])).toEqual(['recipient-removed']);
    expect(seenBy('recipient.sale', [], [carrier])).toEqual([]);
    const shown = { ...shop, collects: [{ data: 'contact.mobile_phone', public: true }] };
    expect(seenBy('function.data.public', [], [shown])).toEqual(['function-added']);
    expect(
      seenBy({ watch: 'function.automated', direction: 'expands' }, [], [{ ...shop, automated: {} }]),
    ).toEqual(['function-added']);
  });

  it('does not take what is new and fair for a change of it', () => {
    expect(seenBy('function.refusal', [], [{ ...shop, refusal: 'You cannot order.' }])).toEqual([]);
    expect(seenBy('function.tier', [], [shop])).toEqual([]);
  });
});

describe('a watch on how long data is kept', () => {
  it.each(['retention', 'retention.period'])('sees it where the function says it: %s', (watch) => {
    const keeping = (keeps: string): ClauseObject => ({ ...shop, keeps });
    expect(seenBy(watch, [keeping('P1Y')], [keeping('P2Y')])).toEqual(['function-kept-longer']);
  });
});

describe('a promise about changes', () => {
  const promising = (owes: string): ClauseObject => ({
    id: 'told',
    kind: 'change',
    title: 'Told',
    promises: [{ id: 'asked', words: 'Words.', watches: ['function.data'], owes }],
  });

  it('owes what it promised when less is promised from now on', () => {
    const sides = ['express-consent', 'notice'].map((owes) => policyOf([[promising(owes)]]));
    const [before, after] = sides as [(typeof sides)[0], (typeof sides)[0]];
    const owed = comparePolicies(before, after).changes.flatMap(({ obligations }) =>
      obligations.map(({ owes, rests }) => `${owes}: ${rests}`),
    );
    expect(owed.join()).toContain('promise asked, which is cut itself');
  });
});
