import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { floorsOf } from '../../src/diff/floors.ts';
import type { Obligation } from '../../src/diff/obligations.ts';
import { knowledge } from '../../src/knowledge/table.ts';
import type { Policy } from '../../src/model/policy.ts';
import { policyFrom, smallHead } from '../policy.ts';

interface Written {
  readonly clauses?: string;
  readonly parties?: string;
  readonly taxonomy?: string;
}

const company = '{ id: company, role: controller, name: Small Ltd }';

/** A policy whose own list watches nothing that is changed here: whatever is material is so by a floor. */
function under(profiles: readonly string[], { clauses = '', parties = company, taxonomy }: Written): Policy {
  const head = smallHead
    .replace('profiles: [cn-pipl]\n', profiles.length === 0 ? '' : `profiles: [${profiles.join(', ')}]\n`)
    .replace(company, parties);
  return policyFrom({
    'policy.yaml': head,
    'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - { id: anchor, kind: statement, title: Anchor }\n${clauses}`,
    ...(taxonomy === undefined ? {} : { 'taxonomy.yaml': `format: policyc/taxonomy@1\ndata:\n${taxonomy}` }),
  });
}

/** The verdict of each change that means something, and what it owes: `owes · rests`, with a ? for our reading. */
function judged(
  profiles: readonly string[],
  before: Written,
  after: Written,
): Record<string, readonly string[]> {
  const { changes } = comparePolicies(under(profiles, before), under(profiles, after));
  return Object.fromEntries(
    changes
      .filter(({ verdict }) => verdict !== 'editorial')
      .map(({ kind, verdict, obligations }) => [`${verdict} ${kind}`, obligations.map(owed)]),
  );
}

const owed = ({ owes, rests, evidence }: Obligation): string =>
  `${owes} · ${rests.replace(/(\d[^:]*): .*$/, '$1')}${evidence === 'reading' ? '?' : ''}`;

const login = (collects: string, more = ''): string =>
  `  - { id: login, kind: function, tier: additional, title: Login, purposes: [account.registration], collects: [${collects}], refusal: None., optOut: Ask.${more} }\n`;
const partner = (more: string): string =>
  `  - { id: partner, kind: recipient, title: Partner, receives: [contact.email], ${more} }\n`;
const change = (more: string): string => `  - { id: changes, kind: change, title: Changes, ${more} }\n`;

describe('a new category of data', () => {
  it.each([
    ['cn-pipl', 'material', ['express-consent · PIPL art. 14(2)']],
    ['cn-gbt35273-2020', 'review', ['notice · GB/T 35273-2020 5.5 a) and f)']],
    ['eu-gdpr', 'review', ['notice · WP260 para. 29?']],
    ['us-ca-ccpa', 'material', ['notice · Cal. Civ. Code 1798.100(a)']],
    ['us-coppa', 'material', ['prominent-notice · 16 CFR 312.4(b)', 'express-consent · 16 CFR 312.5(a)(1)']],
    ['us-ftc-material-change', 'review', ['prominent-notice · FTC, 2024-02-13?']],
  ])('is judged by %s, which may rate no data', (profile, verdict, owes) => {
    const found = judged(
      [profile],
      { clauses: login('contact.email') },
      { clauses: login('contact.email, contact.mobile_phone') },
    );
    const record = owes.filter((one) => one.startsWith('prominent'));
    expect(found).toEqual({
      [`${verdict} data-added`]: [
        ...owes,
        ...record.map((one) => one.replace('prominent-notice', 'notice-record')),
      ],
    });
  });

  it('is a matter for review when no profile is in force, or another one', () => {
    const [before, after] = [
      { clauses: login('contact.email') },
      { clauses: login('contact.email, identity.gender') },
    ];
    expect(judged([], before, after)).toEqual({ 'review data-added': [] });
  });

  it('is one when a technology reads it', () => {
    const cookie = (data: string): string =>
      `  - { id: cookie, kind: technology, title: Cookie, type: cookie, provider: Us, data: [${data}], purposes: [content.browse] }\n`;
    const found = judged(
      ['cn-pipl'],
      { clauses: cookie('device.cookie') },
      { clauses: cookie('device.cookie, device.imei') },
    );
    expect(found).toEqual({ 'material technology-data-added': ['express-consent · PIPL art. 14(2)'] });
  });
});

describe('a recipient', () => {
  // Readers know of the data: data that stands with a recipient alone is new by itself.
  const known = login('contact.email, identity.gender');
  const added = (profile: string, more: string): Record<string, readonly string[]> =>
    judged([profile], { clauses: known }, { clauses: known + partner(more) });

  it('decides about data itself, or works for us: the law asks for consent to the one alone', () => {
    expect(added('cn-pipl', 'form: share')).toEqual({
      'material recipient-added': ['express-consent · PIPL art. 23'],
    });
    expect(added('cn-pipl', 'form: disclose')).toEqual({
      'material recipient-added': ['express-consent · PIPL art. 25'],
    });
    expect(added('cn-pipl', 'form: entrust')).toEqual({ 'review recipient-added': [] });
    expect(added('us-ftc-material-change', 'form: entrust')).toEqual({ 'review recipient-added': [] });
  });

  it('that becomes one who decides is as new', () => {
    const found = judged(
      ['cn-pipl'],
      { clauses: partner('form: entrust') },
      { clauses: partner('form: share') },
    );
    expect(found).toEqual({ 'material recipient-form-widened': ['express-consent · PIPL art. 23'] });
  });

  it('abroad is outside the country of the law, or the union of countries', () => {
    const consent = ['express-consent · PIPL art. 23'];
    expect(added('cn-pipl', 'form: share, countries: [CN]')).toEqual({ 'material recipient-added': consent });
    expect(added('cn-pipl', 'form: share, countries: [HK]')).toEqual({
      'material recipient-added': [...consent, 'express-consent · PIPL art. 39'],
    });
    const moved = (to: string): Record<string, readonly string[]> =>
      judged(
        ['eu-gdpr'],
        { clauses: partner('form: entrust, countries: [IE]') },
        { clauses: partner(`form: entrust, countries: [IE, ${to}]`) },
      );
    expect(moved('NO')).toEqual({ 'review recipient-country-added': [] });
    expect(moved('EEA')).toEqual({ 'review recipient-country-added': [] });
    expect(Object.keys(moved('US'))).toEqual(['material recipient-country-added']);
  });

  it('to whom data is sold is a sale under California’s law, from the first or later', () => {
    const link = 'prominent-notice · Cal. Civ. Code 1798.120 and 1798.135(a)';
    expect(added('us-ca-ccpa', 'form: share, sale: true')['material recipient-added']).toContain(link);
    const more = judged(
      ['us-ca-ccpa'],
      { clauses: partner('form: share, sale: true') },
      {
        clauses: partner('form: share, sale: true').replace(
          'contact.email',
          'contact.email, identity.gender',
        ),
      },
    );
    expect(more['material recipient-data-added']).toContain(link);
    const unsold = judged(
      ['us-ca-ccpa'],
      { clauses: known + partner('form: share') },
      {
        clauses:
          known + partner('form: share').replace('[contact.email]', '[contact.email, identity.gender]'),
      },
    );
    expect(Object.keys(unsold)).toEqual(['review recipient-data-added']);
  });
});

describe('who is responsible', () => {
  it('changes with the name, and with another in its place under another id', () => {
    const renamed = judged(['eu-gdpr'], {}, { parties: company.replace('Small', 'Large') });
    expect(Object.keys(renamed)).toEqual(['material party-name-changed']);
    const replaced = judged(['eu-gdpr'], {}, { parties: '{ id: buyer, role: controller, name: Large Ltd }' });
    expect(Object.keys(replaced).sort()).toEqual(['material party-added', 'material party-removed']);
  });

  it('does not change with an affiliate', () => {
    const with_ = (name: string): Written => ({
      parties: `${company}\n  - { id: sister, role: affiliate, name: ${name} }`,
    });
    expect(judged(['eu-gdpr', 'cn-pipl'], {}, with_('Sister Ltd'))).toEqual({ 'review party-added': [] });
    expect(judged(['eu-gdpr', 'cn-pipl'], with_('Sister Ltd'), with_('Brother Ltd'))).toEqual({
      'review party-name-changed': [],
    });
  });
});

describe('how sensitive data is', () => {
  it('is a matter of the profile that rates it', () => {
    const rated = (profiles: string): Written => ({
      clauses: login('own.helmet'),
      taxonomy: `  - { id: own.helmet, label: { en: helmet size }, sensitive: [${profiles}] }\n`,
    });
    expect(judged(['cn-pipl', 'eu-gdpr'], rated('cn-pipl, eu-gdpr'), rated('eu-gdpr'))).toEqual({
      'review sensitivity-lowered': ['express-consent · PIPL art. 29 and 30'],
    });
    expect(judged(['cn-pipl', 'eu-gdpr'], rated('cn-pipl, eu-gdpr'), rated('cn-pipl'))).toEqual({
      'review sensitivity-lowered': ['notice · GDPR art. 9?'],
    });
  });
});

describe('what only adds to what is owed', () => {
  it('sees everything under what it names, and leaves the verdict alone', () => {
    const kept = (period: string): Written => ({
      clauses: `  - { id: keeping, kind: retention, title: Keeping, default: true, period: ${period} }\n`,
    });
    expect(judged(['eu-gdpr'], kept('P1Y'), kept('P2Y'))).toEqual({
      'review retention-lengthened': ['notice · GDPR art. 13(2)(a)?'],
    });
    expect(judged(['cn-pipl'], kept('P1Y'), kept('P2Y'))).toEqual({
      'review retention-lengthened': [
        'notice · PIPL art. 17(1)(2) and 17(2)',
        'express-consent · Network Data Regulations art. 22(1)(4)',
      ],
    });
    expect(judged(['cn-pipl'], kept('P2Y'), kept('P1Y'))).toEqual({
      'review retention-shortened': ['notice · PIPL art. 17(1)(2) and 17(2)'],
    });
  });
});

describe('what readers were promised', () => {
  const kinds = (before: string, after: string): string[] =>
    Object.keys(judged([], { clauses: change(before) }, { clauses: change(after) }));

  it.each([
    ['a shorter time', 'leadTime: P30D', 'leadTime: P14D', 'lead-time-shortened'],
    ['no time at all', 'leadTime: P30D', 'page: /', 'lead-time-shortened'],
    ['a time that may be shorter', 'leadTime: P30D', 'leadTime: P1M', 'lead-time-changed'],
    [
      'every day counted',
      'leadTime: P5D, days: working',
      'leadTime: P5D, days: calendar',
      'lead-time-days-calendar',
    ],
    ['a channel less', 'prominent: [announcement, push]', 'prominent: [push]', 'notice-channel-removed'],
  ])('about hearing of changes is cut by %s, under any law and none', (_, before, after, kind) => {
    expect(kinds(before, after)).toContain(`material ${kind}`);
  });

  it.each([
    ['a longer time', 'leadTime: P14D', 'leadTime: P30D', 'lead-time-lengthened'],
    ['a time for the first time', 'page: /', 'leadTime: P30D', 'lead-time-lengthened'],
    ['a channel more', 'prominent: [push]', 'prominent: [announcement, push]', 'notice-channel-added'],
  ])('is not cut by %s', (_, before, after, kind) => {
    expect(kinds(before, after)).toContain(`review ${kind}`);
  });

  it('is cut when consent is no longer asked for', () => {
    const asked = (more: string): Written => ({ clauses: login('contact.email', more) });
    const explicit = ', consent: { kind: explicit, withdrawal: Ask. }';
    const found = judged([], asked(explicit), asked(''));
    expect(found['material consent-removed']).toEqual([
      'prominent-notice · readers were promised to be asked',
      'notice-record · readers were promised to be asked',
    ]);
    const implied = judged([], asked(explicit), asked(explicit.replace('explicit', 'implied')));
    expect(Object.keys(implied)).toEqual(['material consent-to-implied']);
  });

  it('never to do something is a promise that the FTC holds to', () => {
    const oath: Written = {
      clauses: '  - { id: oath, kind: commitment, title: Never sold, promise: never, act: sell }\n',
    };
    expect(Object.keys(judged(['us-ftc-material-change'], oath, {}))).toEqual([
      'material commitment-removed',
    ]);
    expect(Object.keys(judged(['eu-gdpr'], oath, {}))).toEqual(['review commitment-removed']);
  });
});

describe('a list and promises of the policy’s own that cite a law', () => {
  const rules = change(
    'material: [{ id: phone, words: Phones., watches: [{ watch: function.data, on: added }], rests: Phone Act s. 1, evidence: reading }], promises: [{ id: told, owes: notice, words: We tell., watches: [function], rests: Phone Act s. 2, evidence: verified }]',
  );

  it('have it cited with the change, and with its evidence', () => {
    const [found] = comparePolicies(
      under([], { clauses: login('contact.email') + rules }),
      under([], { clauses: login('contact.email, contact.mobile_phone') + rules }),
    ).changes;
    expect(found).toMatchObject({
      verdict: 'material',
      entries: [{ id: 'phone', rests: 'Phone Act s. 1', evidence: 'reading' }],
      obligations: [
        { owes: 'notice', rests: 'clause changes, promise told: Phone Act s. 2', evidence: 'verified' },
      ],
    });
  });
});

describe('a value that a row of the law watches for being cut', () => {
  const cuts = ['2026-11', '2026-12'].flatMap((edition) =>
    floorsOf(edition).flatMap(({ watches }) =>
      watches.filter(({ direction }) => direction === 'restricts').map(({ watch }) => watch),
    ),
  );
  const known = (watch: string) => {
    const at = watch.lastIndexOf('.');
    return knowledge[watch.slice(0, at) as keyof typeof knowledge]?.values[watch.slice(at + 1)];
  };
  const alwaysStated = [
    'change.promise.owes',
    'change.days',
    'right.days',
    'contact.days',
    'commitment.promise',
  ];
  const named = [...new Set(cuts)].filter((watch) => known(watch) && !alwaysStated.includes(watch));

  it.each(named)('%s: is cut when nothing is said of it any more', (watch) => {
    const ways = ['stated', true, 'P30D', 'consent', 'none'].map((one) =>
      known(watch)?.compare(one, undefined),
    );
    expect(ways.map((one) => one?.direction)).toContain('restricts');
  });
});

it('what is owed for a child is owed to a parent', () => {
  const ofChildren = floorsOf('2026-12').filter(({ profile }) => profile === 'us-coppa');
  expect(ofChildren.filter(({ to }) => to !== 'a parent')).toEqual([]);
});

describe('an entry of a list', () => {
  const withList = (kind: string, provider: string): Policy =>
    policyFrom({
      'policy.yaml': smallHead.replace(/edition: .*/, 'edition: "2026-12"'),
      'chapters/main.yaml': `chapter: main
title: Main
clauses:
  - { id: list, kind: ${kind}, title: List, ${kind === 'technology' ? 'type: sdk' : 'form: share'}, register: registers/list.csv }
`,
      'registers/list.csv': `id,name,provider,data,purposes,countries
push,Push,${provider},device.model,analytics.usage,CN
face,Face,Face Inc.,biometric.face_features,analytics.usage,US
`,
    });

  it.each(['technology', 'recipient'])(
    'of a %s is judged by what it lists, not by what others on it do',
    (kind) => {
      const { changes } = comparePolicies(withList(kind, 'Push Ltd'), withList(kind, 'Other Company'));
      const owed = changes
        .flatMap(({ obligations }) => obligations)
        .map(({ owes, rests }) => `${owes} ${rests}`);
      expect(owed.join()).toContain('PIPL');
      expect(owed.filter((one) => /PIPL art\. (?:29|30|39|55\(1\))/.test(one))).toEqual([]);
    },
  );
});

describe('a report that counsel signs', () => {
  const law = (profile: string, clauses: string, address = 'Cork') =>
    policyFrom({
      'policy.yaml': smallHead
        .replace(/edition: .*/, 'edition: "2026-12"')
        .replace('profiles: [cn-pipl]', `profiles: [${profile}]`)
        .replace(
          company,
          `${company}\n  - { id: deputy, role: representative, name: Rep, address: ${address} }`,
        ),
      'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - { id: anchor, kind: statement, title: Anchor }\n${clauses}`,
    });
  const owedFor = (profile: string, clauses: string, before = '') =>
    comparePolicies(law(profile, before), law(profile, clauses)).changes.flatMap(
      ({ obligations }) => obligations,
    );
  const cookie = (provider: string) =>
    `  - { id: ads, kind: technology, title: Ads, type: cookie, provider: ${provider}, data: [device.cookie], purposes: [marketing.personalised_advertising] }\n`;

  it('says when a consent is owed, and to whom', () => {
    const serves = login('contact.email').replace('registration]', 'registration, improve.product]');
    const owed = owedFor('us-ca-ccpa, us-ftc-material-change', serves, login('contact.email'));
    expect(owed.filter(({ owes }) => owes === 'express-consent').map(({ through }) => through)).toEqual([
      'unless it is a purpose that they expect',
      'for data collected before',
    ]);
    const sale = partner('form: share, sale: true');
    const sold = owedFor('us-ca-ccpa', sale, partner('form: share, sale: false'));
    expect(sold.map(({ to }) => to)).toContain(
      'a parent of those under 13, and to those of 13 to 15 themselves, among readers in California',
    );
  });

  it('offers Californians a way out of advertising by others, as of any sharing', () => {
    const waysOut = (provider: string) =>
      owedFor('us-ca-ccpa', cookie(provider)).filter(({ owes }) => owes === 'objection').length;
    expect([waysOut('Adtrack Inc.'), waysOut('Small Ltd')]).toEqual([1, 0]);
  });

  it('tells no parent of where a representative sits', () => {
    const moved = comparePolicies(law('us-coppa', ''), law('us-coppa', '', 'Vienna')).changes;
    expect(
      moved.flatMap(({ kind, obligations }) => [kind, ...obligations.map(({ rests }) => rests)]),
    ).toEqual(['party-address-changed']);
  });
});
