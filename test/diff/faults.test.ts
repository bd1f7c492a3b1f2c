import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const list: ClauseObject = {
  id: 'changes',
  kind: 'change',
  title: 'Changes',
  page: 'https://t.example/changes',
  archive: 'https://t.example/archive',
  material: [
    { id: 'service', words: 'Service.', watches: ['function', 'technology', 'retention'] },
    { id: 'control', words: 'Control.', watches: ['party'] },
    { id: 'sharing', words: 'Sharing.', watches: ['recipient', 'commitment'] },
    { id: 'rights', words: 'Rights.', watches: ['right', 'consent'] },
    { id: 'contact', words: 'Contact.', watches: ['contact'] },
  ],
  promises: [
    { id: 'asked', owes: 'express-consent', words: 'We ask.', watches: [{ watch: 'function', on: 'added' }] },
    {
      id: 'kept',
      owes: 'express-consent',
      words: 'Kept.',
      watches: ['right', { watch: 'consent', direction: 'restricts' }],
    },
  ],
};
const shop: ClauseObject = {
  id: 'shop',
  kind: 'function',
  title: 'Shop',
  tier: 'additional',
  purposes: [{ purpose: 'trade.order', basis: 'consent' }],
  collects: [{ data: 'contact.email', required: false }],
  consent: { kind: 'explicit', separate: true },
};
const access: ClauseObject = {
  id: 'access',
  kind: 'right',
  title: 'Access',
  right: 'access',
  answerWithin: 'P15D',
  method: 'Write.',
};
const carrier: ClauseObject = {
  id: 'carrier',
  kind: 'recipient',
  title: 'Carrier',
  form: 'share',
  name: 'Paper Co., Ltd.',
  contact: 'p@paper.example',
  policyUrl: 'https://paper.example/p',
  receives: ['contact.email'],
};

function changes(
  before: ClauseObject,
  after: ClauseObject,
  more: readonly object[] = [{}, {}],
): readonly JudgedChange[] {
  const side = (clause: ClauseObject, own: object) =>
    policyOf([[clause, ...(clause.kind === 'change' ? [] : [list])]], { profiles: undefined, ...own });
  return comparePolicies(side(before, more[0] ?? {}), side(after, more[1] ?? {})).changes.filter(
    ({ table }) => table !== 'structure',
  );
}
const told = (...sides: Parameters<typeof changes>) =>
  changes(...sides).map(({ kind, direction, verdict, entries, obligations }) =>
    [
      `${verdict} ${kind} ${direction}`,
      entries.map(({ id }) => id).join(' '),
      obligations.flatMap(({ owes }) => (owes === 'express-consent' ? ['asked'] : [])).join(' '),
    ]
      .join(' ')
      .trim(),
  );

describe('one statement is one change', () => {
  it('a time, however its days are counted', () => {
    const working = { ...access, days: 'working' };
    expect(told(working, { ...access, answerWithin: 'P20D' })).toEqual([
      'material right-answer-changed changes rights asked',
    ]);
    expect(told(working, { ...access, answerWithin: 'P10D' })).toEqual([
      'material right-answer-faster eases rights',
    ]);
    expect(told(access, { ...working, answerWithin: 'P20D' })).toEqual([
      'material right-answer-slower restricts rights asked',
    ]);
    expect(told(access, { ...access, answerWithin: undefined })).toEqual([
      'material right-answer-slower restricts rights asked',
    ]);
    expect(changes(working, { ...access, answerWithin: 'P20D' })[0]?.words).toBe(
      'Access: the time to answer is now 20 calendar days; it was 15 working days.',
    );
    expect(changes(working, { ...working, answerWithin: 'P20D' })[0]?.words).toBe(
      'Access: we answer within 20 working days; it was 15 working days.',
    );
  });

  it('a decision that no person takes', () => {
    const automated = { logic: 'By points.', effect: 'No credit.', review: 'Write.' };
    expect(told(shop, { ...shop, automated })).toEqual(['material automated-decision-added expands service']);
  });

  it('a recipient in another’s place: one is gone, and one is new', () => {
    const stork = {
      ...carrier,
      name: 'Stork Ltd',
      contact: 'p@stork.example',
      policyUrl: 'https://stork.example/p',
    };
    expect(told(carrier, stork)).toEqual(['material recipient-replaced changes sharing']);
  });
});

describe('what says the same', () => {
  it('is no week that becomes seven working days, and is one that becomes seven days', () => {
    const week: ClauseObject = { ...access, answerWithin: 'P1W' };
    expect(told(week, { ...access, answerWithin: 'P7D' })).toEqual(['editorial period-respelled changes']);
    expect(told({ ...week, days: 'working' }, { ...access, answerWithin: 'P7D', days: 'working' })).toEqual([
      'material right-answer-changed changes rights asked',
    ]);
  });

  it('is no day that becomes 24 hours: a period of days lasts until its last day ends', () => {
    const day: ClauseObject = { ...access, answerWithin: 'P3D' };
    expect(told(day, { ...access, answerWithin: 'PT72H' })).toEqual([
      'material right-answer-changed changes rights asked',
    ]);
    expect(told({ ...access, answerWithin: 'PT72H' }, { ...access, answerWithin: 'PT4320M' })).toEqual([
      'editorial period-respelled changes',
    ]);
    expect(told({ ...access, answerWithin: 'P0D' }, { ...access, answerWithin: 'PT0S' })).toEqual([
      'editorial period-respelled changes',
    ]);
  });

  it('is no news: a period in other units, a name in another style, where to read more', () => {
    const keeping: ClauseObject = { id: 'keeping', kind: 'retention', title: 'Keeping', period: 'P1Y' };
    expect(told(keeping, { ...keeping, period: 'P12M' })).toEqual(['editorial period-respelled changes']);
    expect(told(keeping, { ...keeping, period: 'P13M' })).toEqual([
      'material retention-lengthened expands service',
    ]);
    expect(told(carrier, { ...carrier, name: 'Paper Company Limited' })).toEqual([
      'review name-restyled changes',
    ]);
    for (const [before, after] of [
      ['杭州 ABC 有限公司', '杭州ABC有限公司'],
      ['甲乙（中国）有限公司', '甲乙(中国) 有限公司'],
      ['Nuage Clair SAS', 'Nuage Clair S.A.S.'],
      ['Nuage S.A.S. Paris', 'Nuage SAS, Paris'],
      ['Blaulicht G.m.b.H.', 'Blaulicht GmbH'],
      ['Nuvola S.r.l.', 'Nuvola Srl'],
    ])
      expect(told({ ...carrier, name: before }, { ...carrier, name: after })).toEqual([
        'review name-restyled changes',
      ]);
    expect(told(carrier, { ...carrier, policyUrl: 'https://paper.example/q' })).toEqual([
      'review recipient-policy-changed changes',
    ]);
  });
});

describe('whom a change belongs to', () => {
  it('who represents a company is how to reach it', () => {
    const parties = (name: string) => [
      { id: 'company', role: 'controller', name: 'Company Ltd' },
      { id: 'rep', role: 'representative', name, represents: 'company' },
    ];
    expect(told(access, access, [{ parties: parties('Gamma') }, { parties: parties('Epsilon') }])).toEqual([
      'material party-name-changed changes contact',
    ]);
  });

  it('the words of a fact suggest the entries that watch it, and owe nothing by themselves', () => {
    const [change] = changes(access, { ...access, method: 'By post with a copy of your passport.' });
    expect(change).toMatchObject({ verdict: 'review', speaksOf: 'right.method', obligations: [] });
    expect(change?.entries.map(({ id }) => id)).toEqual(['rights']);
    expect(change?.suggests?.map(({ owes }) => owes)).toEqual(['express-consent']);
  });
});

describe('what was promised', () => {
  it('is not taken back with less than it promised', () => {
    const { promises: _, ...without } = list;
    expect(told(list, without as ClauseObject)).toEqual([
      'material change-promise-removed restricts  asked',
      'material change-promise-removed restricts  asked',
    ]);
    const { archive: __, ...nowhere } = list;
    expect(told(list, nowhere as ClauseObject)).toEqual(['material archive-page-unstated restricts']);
  });

  it('is kept where readers lose consent, or must give what they could keep; what they gain is not asked for', () => {
    const joined = { ...shop, consent: { kind: 'explicit', separate: false } };
    expect(told(shop, joined)).toEqual(['material consent-joined expands rights asked']);
    expect(told(joined, shop)).toEqual(['material consent-separated narrows rights']);
    expect(told(shop, { ...shop, collects: [{ data: 'contact.email', required: true }] })).toEqual([
      'material data-required expands service asked',
    ]);
    expect(told({ ...access, answerWithin: 'P30D' }, access)).toEqual([
      'material right-answer-faster eases rights',
    ]);
  });
});

describe('acts of consent', () => {
  const desk = { ...shop, id: 'desk', title: 'Desk' };
  const acts = (unit: string | undefined, kind = 'explicit') =>
    policyOf(
      [
        [
          list,
          ...[shop, desk].map((one) => ({
            ...one,
            consent: { ...(unit ? { unit } : {}), kind, separate: true },
          })),
        ],
      ],
      {
        profiles: undefined,
      },
    );
  const between = (...sides: readonly [ReturnType<typeof acts>, ReturnType<typeof acts>]) =>
    comparePolicies(...sides)
      .changes.filter(({ table }) => table === 'facts')
      .map(({ kind, direction, key }) => `${kind} ${direction} ${key.join(' ')}`);

  it('that are bundled still ask, for more at once; parted, for less', () => {
    expect(between(acts(undefined), acts('both'))).toEqual(['consent-unit-widened restricts both shop']);
    expect(between(acts('both'), acts(undefined))).toEqual(['consent-unit-narrowed eases desk shop']);
    expect(between(acts('one'), acts('one'))).toEqual([]);
  });

  it('that are bundled and weakened are weakened', () => {
    expect(between(acts(undefined), acts('both', 'implied'))).toEqual([
      'consent-to-implied expands both',
      'consent-unit-widened restricts both shop',
    ]);
  });

  it('is no news: a watch that says that it means both ways', () => {
    const watching = (watches: readonly unknown[]): ClauseObject => ({
      ...list,
      material: [{ id: 'rights', words: 'Rights.', watches }],
    });
    const both = { watch: 'right', direction: 'any' };
    expect(told(watching(['right', 'consent']), watching([both, 'consent']))).toEqual([
      'editorial watch-respelled changes',
    ]);
    expect(told(watching([both]), watching(['right']))).toEqual(['editorial watch-respelled changes']);
    expect(told(watching(['right']), watching([{ watch: 'right', direction: 'worse' }]))).toEqual([
      'material watch-removed restricts',
      'review watch-added eases',
    ]);
  });
});
