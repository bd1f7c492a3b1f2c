import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { Obligation } from '../../src/diff/obligations.ts';
import type { Policy } from '../../src/model/policy.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** The law as edition 2026-12 has it: whom it protects, on which ground, and which act it asks for. */
interface Written {
  readonly clauses: string;
  readonly parties?: string;
  readonly register?: string;
}

/** A list that watches nothing of what is tried, so that none stands in for it. */
const list =
  '  - { id: told, kind: change, title: Told, material: [{ id: words, words: Words., watches: [definition] }] }\n';
const seat = '{ id: company, role: controller, name: Small Ltd, country: SG }';

function under(profiles: readonly string[], { clauses, parties = seat, register }: Written): Policy {
  return policyFrom({
    'policy.yaml': smallHead
      .replace('2026-11', '2026-12')
      .replace('profiles: [cn-pipl]', `profiles: [${profiles.join(', ')}]`)
      .replace('{ id: company, role: controller, name: Small Ltd }', parties),
    'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${list}${clauses}`,
    ...(register === undefined ? {} : { 'registers/mailers.yaml': register }),
  });
}

/** What a change owes, in short: `act: source`, in order and each once; and whether anything is material. */
function owed(profile: string, before: Written, after: Written): readonly string[] {
  const { changes } = comparePolicies(under([profile], before), under([profile], after));
  const found = changes.flatMap(({ obligations }) => obligations.filter(isOfLaw).map(inShort));
  const verdict = changes.some((one) => one.verdict === 'material') ? 'material' : 'not material';
  return [verdict, ...[...new Set(found)].sort()];
}

const isOfLaw = ({ owes }: Obligation): boolean => owes !== 'notice-record' && owes !== 'lead-time';
const inShort = ({ owes, rests, evidence }: Obligation): string =>
  `${owes}: ${rests.replace(/(\d[^:]*): .*$/, '$1')}${evidence === 'reading' ? '?' : ''}`;

const search = (more: { basis?: string; data?: string; applies?: string; consent?: string }): string =>
  `  - { id: search, kind: function, tier: additional, title: Search, purposes: [{ purpose: content.search, basis: ${more.basis ?? 'contract'} }], collects: [${more.data ?? 'contact.email'}], refusal: None., optOut: Ask.${more.consent ?? ''}${more.applies ?? ''} }\n`;
const inChina = ', applies: { regions: [CN] }';
const inFrance = ', applies: { regions: [FR] }';

describe('PIPL', () => {
  const gains = (basis: string, where: string, data = 'device.model') => {
    const consent = basis === 'consent' ? ', consent: { kind: explicit, withdrawal: Ask. }' : '';
    return owed(
      'cn-pipl',
      { clauses: search({ basis, consent, applies: where }) },
      { clauses: search({ basis, consent, applies: where, data: `contact.email, ${data}` }) },
    );
  };

  it('asks for consent again only where consent is the ground, and always to be told', () => {
    expect(gains('contract', inChina)).toEqual(['material', 'notice: PIPL art. 17(1)(2) and 17(2)']);
    expect(gains('consent', inChina)).toContain('express-consent: PIPL art. 14(2)');
  });

  it('asks for separate consent to sensitive data, and for an assessment', () => {
    const found = gains('consent', inChina, 'financial.payment_card');
    expect(found).toEqual(
      expect.arrayContaining([
        'separate-consent: PIPL art. 29',
        'notice: PIPL art. 30',
        'assessment: PIPL art. 55(1)',
      ]),
    );
    expect(gains('contract', inChina, 'financial.payment_card')).not.toContain(
      'separate-consent: PIPL art. 29',
    );
  });

  it('asks nothing for readers elsewhere of a company elsewhere', () => {
    expect(gains('consent', inFrance)).toEqual(['not material']);
  });

  it('protects readers everywhere from a company in China', () => {
    const parties = '{ id: company, role: controller, name: Small Ltd, country: CN }';
    const before = { clauses: search({ applies: inFrance }), parties };
    const after = { clauses: search({ applies: inFrance, data: 'contact.email, device.model' }), parties };
    expect(owed('cn-pipl', before, after)).toContain('notice: PIPL art. 17(1)(2) and 17(2)');
  });

  it('asks separate consent of those whose data another decides about, or that goes abroad', () => {
    const partner = (more: string): string =>
      `${search({})}  - { id: partner, kind: recipient, title: Partner, category: partner, form: share, receives: [contact.email], purposes: [content.search], ${more} }\n`;
    expect(owed('cn-pipl', { clauses: search({}) }, { clauses: partner('basis: consent') })).toEqual(
      expect.arrayContaining(['separate-consent: PIPL art. 23', 'assessment: PIPL art. 55(3)']),
    );
    const abroad = owed(
      'cn-pipl',
      { clauses: partner('basis: contract, countries: [CN]') },
      { clauses: partner('basis: contract, countries: [CN, US]') },
    );
    expect(abroad).toEqual(
      expect.arrayContaining(['material', 'assessment: PIPL art. 55(4)', 'notice: PIPL art. 39']),
    );
    expect(abroad.join()).not.toContain('consent');
  });

  it('asks those who gave nothing when data becomes required', () => {
    const data = (required: string): string => `{ data: contact.email, required: ${required} }`;
    const consent = ', consent: { kind: explicit, withdrawal: Ask. }';
    const at = (required: string): Written => ({
      clauses: search({ basis: 'consent', consent, data: data(required) }),
    });
    expect(owed('cn-pipl', at('false'), at('true'))).toContain('express-consent: PIPL art. 16');
  });
});

describe('what somebody else provides', () => {
  const pixel = (provider: string): Written => ({
    clauses: `${search({})}  - { id: pixel, kind: technology, title: Pixel, type: pixel, provider: ${provider}, data: [device.model], purposes: [content.search] }\n`,
  });

  it('is told of as a recipient is, by PIPL; what the company provides itself is not', () => {
    const notice = 'notice: PIPL art. 21 and 23?';
    expect(owed('cn-pipl', { clauses: search({}) }, pixel('Fox Inc.'))).toContain(notice);
    expect(owed('cn-pipl', { clauses: search({}) }, pixel('Small Ltd'))).not.toContain(notice);
  });
});

describe('GDPR', () => {
  it('singles out a country that readers were not told of, not every recipient there', () => {
    const partner = (id: string, country: string): string =>
      `  - { id: ${id}, kind: recipient, title: ${id}, category: partner, form: share, receives: [contact.email], purposes: [content.search], countries: [${country}], basis: contract }\n`;
    const before = { clauses: `${search({})}${partner('one', 'US')}` };
    const abroad = (country: string) =>
      owed('eu-gdpr', before, { clauses: `${before.clauses}${partner('two', country)}` });
    expect(abroad('US')).not.toContain('prominent-notice: WP260 para. 30');
    expect(abroad('IN')).toContain('prominent-notice: WP260 para. 30');
    expect(abroad('US')).toContain('notice: GDPR art. 13(1)(f) and 46?');
  });

  const carrier = (more: string): string =>
    `${search({})}  - { id: carrier, kind: recipient, title: Carrier, category: partner, form: share, receives: [contact.email], purposes: [content.search]${more} }\n`;
  const second = (category: string): string =>
    `  - { id: second, kind: recipient, title: Second, category: ${category}, form: share, receives: [contact.email], purposes: [content.search] }\n`;

  it('singles out a kind of recipient that is new, not every recipient', () => {
    const before = { clauses: carrier('') };
    expect(owed('eu-gdpr', before, { clauses: carrier('') + second('partner') })[0]).toBe('not material');
    expect(owed('eu-gdpr', before, { clauses: carrier('') + second('seller') })).toContain(
      'prominent-notice: WP260 para. 30',
    );
  });

  it('is no matter of readers in China alone', () => {
    const before = { clauses: search({ applies: inChina }) };
    const after = { clauses: search({ applies: inChina, data: 'contact.email, device.model' }) };
    expect(owed('eu-gdpr', before, after)).toEqual(['not material']);
  });

  it('knows the representative and the protection officer', () => {
    const parties = (name: string): string =>
      `${seat}\n  - { id: rep, role: representative, name: ${name}, country: DE, address: A, represents: company }`;
    const found = owed(
      'eu-gdpr',
      { clauses: search({}), parties: parties('Gamma') },
      { clauses: search({}), parties: parties('Delta') },
    );
    expect(found).toContain('notice: GDPR art. 13(1)(a)-(b)');
    expect(found).not.toContain('prominent-notice: WP260 para. 29');
  });

  it('asks for what protects data abroad as long as it goes there', () => {
    const sent = (mechanism: string): Written => ({
      clauses: `${search({})}  - { id: host, kind: recipient, title: Host, form: entrust, receives: [contact.email], countries: [US]${mechanism} }\n`,
    });
    const [contract, none] = [', mechanism: standard-contract', ', mechanism: none'];
    for (const gone of ['', none])
      expect(owed('eu-gdpr', sent(contract), sent(gone))).toContain(
        'prominent-notice: GDPR art. 13(1)(f) and 46',
      );
    expect(owed('eu-gdpr', sent(none), sent(contract))[0]).toBe('not material');
  });

  it('asks a parent for the children whom a lower age leaves out', () => {
    const below = (age: number): Written => ({
      clauses: `${search({})}  - { id: young, kind: minors, title: Young, age: ${age}, guardianConsent: true }\n`,
    });
    expect(owed('eu-gdpr', below(16), below(13))).toContain('guardian-consent: GDPR art. 8(1)?');
    // From 18 to 16, whoever needs a parent’s consent needs it as before.
    expect(owed('eu-gdpr', below(18), below(16)).join()).not.toContain('art. 8(1)');
    expect(owed('eu-gdpr', below(13), below(16)).join()).not.toContain('guardian-consent');
  });
});

describe('the ground that something rests on', () => {
  /** A function of two purposes on grounds of their own; the consent is for the second. */
  const both = (data: string, purposes = orders): Written => ({
    clauses: `  - { id: search, kind: function, tier: additional, title: Search, purposes: [${purposes}], collects: [${data}], refusal: None., optOut: Ask., consent: { kind: explicit, withdrawal: Ask. }${inChina} }\n`,
  });
  const orders = '{ purpose: content.search, basis: contract }, { purpose: content.nearby, basis: consent }';
  const email = '{ data: contact.email, for: [content.search] }';
  const consent = 'express-consent: PIPL art. 14(2)';

  it('is that of the purpose which new data serves, not of another purpose of the function', () => {
    const model = (purpose: string) => both(`${email}, { data: device.model, for: [${purpose}] }`);
    expect(owed('cn-pipl', both(email), model('content.search'))).not.toContain(consent);
    expect(owed('cn-pipl', both(email), model('content.nearby'))).toContain(consent);
  });

  it('is that of a new purpose itself, which the version before said nothing of', () => {
    const more = (basis: string) => both(email, `${orders}, { purpose: content.favorites, basis: ${basis} }`);
    expect(owed('cn-pipl', both(email), more('legal-obligation'))).not.toContain(consent);
    expect(owed('cn-pipl', both(email), more('consent'))).toContain(consent);
    const unsaid = `${orders}, content.favorites`;
    expect(owed('cn-pipl', both(email), both(email, unsaid))).toContain(consent);
  });

  it('is the one before as well, for what comes while the ground is dropped', () => {
    const before = search({ basis: 'consent', applies: inChina });
    const after = search({ basis: 'contract', applies: inChina, data: 'contact.email, device.model' });
    expect(owed('cn-pipl', { clauses: before }, { clauses: after })).toContain(consent);
  });
});

describe('who is named in place of somebody else', () => {
  const list = (entry: string): Policy =>
    policyFrom({
      'policy.yaml': smallHead.replace('2026-11', '2026-12'),
      'chapters/main.yaml':
        'chapter: main\ntitle: Main\nclauses:\n  - { id: kits, kind: technology, title: Kits, type: sdk, register: registers/list.yaml }\n',
      'registers/list.yaml': `entries: [ { id: ads, data: [device.oaid], purposes: [content.search], ${entry} } ]\n`,
    });
  const verdicts = (before: string, after: string) =>
    comparePolicies(list(before), list(after)).changes.map(({ verdict, kind }) => `${verdict} ${kind}`);

  it('is somebody else, or the same by another name where the provider says so', () => {
    const fox = 'name: Fox Ads, provider: Fox Inc., url: "https://fox.example/"';
    expect(verdicts(fox, fox.replace('Fox Ads', 'Fox Kit'))).toEqual([
      'review technology-listed-name-changed',
    ]);
    expect(verdicts(fox, fox.replaceAll('Fox', 'Owl').replace('fox.', 'owl.'))).toEqual([
      'material technology-listed-provider-changed',
    ]);
    expect(verdicts('name: Fox', 'name: Owl')).toEqual(['material technology-listed-replaced']);
  });
});

describe('the United States', () => {
  it('keep a promise, and let a disclaimer go unnoticed', () => {
    const said = (more: string): Written => ({
      clauses: `${search({})}  - { id: said, kind: commitment, title: Said, ${more} }\n`,
    });
    const gone = (more: string) => owed('us-ftc-material-change', said(more), { clauses: search({}) });
    expect(gone('promise: none, act: sell')).toContain('prominent-notice: Gateway Learning (2004)');
    expect(gone('promise: none, act: heed-do-not-track')).toEqual(['not material']);
  });

  const more = { data: 'contact.email, device.model' };

  it('COPPA asks parents, of readers in the United States, and never about adults', () => {
    const at = (applies: string, data = 'contact.email'): Written => ({ clauses: search({ applies, data }) });
    const us = ', applies: { regions: [US] }';
    expect(owed('us-coppa', at(us), at(us, more.data))).toContain('guardian-consent: 16 CFR 312.5(a)(1)');
    expect(owed('us-coppa', at(inChina), at(inChina, more.data))).toEqual(['not material']);
    const adults = ', applies: { regions: [US], groups: [adults] }';
    expect(owed('us-coppa', at(adults), at(adults, more.data))).toEqual(['not material']);
  });

  it('Washington asks consent to more data of health and to more purposes of it, and asks nothing of other data', () => {
    const uses = (data: string, more = '', region = 'US-WA'): Written => ({
      clauses: `  - { id: track, kind: function, title: Track, purposes: [content.favorites${more}], collects: [${data}], applies: { regions: [${region}] } }\n`,
    });
    const asks = (before: Written, after: Written) => owed('us-wa-mhmda', before, after);
    const consent = (paragraph: string) => `express-consent: RCW 19.373.020(1)(${paragraph})`;
    expect(asks(uses('contact.email'), uses('contact.email, health.medical'))).toContain(consent('c'));
    expect(asks(uses('health.medical'), uses('health.medical', ', improve.models'))).toEqual([
      'material',
      consent('d'),
    ]);
    expect(asks(uses('contact.email'), uses('contact.email, device.model'))).toEqual(['not material']);
    const inTexas = uses('contact.email, health.medical', '', 'US-TX');
    expect(asks(uses('contact.email', '', 'US-TX'), inTexas)).toEqual(['not material']);
    const gives = (data: string): Written => ({
      clauses: `${uses('health.medical').clauses}  - { id: lab, kind: recipient, title: Lab, form: share, receives: [${data}] }\n`,
    });
    expect(asks(uses('health.medical'), gives('health.medical'))).toContain(
      'separate-consent: RCW 19.373.030(1)(b)',
    );
    expect(asks(uses('health.medical'), gives('contact.email'))).not.toContain(
      'separate-consent: RCW 19.373.030(1)(b)',
    );
  });

  it('Washington asks a consent of its own to share more data of health, or for more, and a signature to sell it', () => {
    const gives = (data: string, more = '', purposes = 'content.search'): Written => ({
      clauses: `  - { id: lab, kind: recipient, title: Lab, category: partner, form: share, receives: [${data}], purposes: [${purposes}]${more} }\n`,
    });
    const asks = (...sides: readonly [Written, Written]) => owed('us-wa-mhmda', ...sides);
    const [health, other] = ['health.medical', 'contact.email'];
    const shares = (paragraph: string) => `separate-consent: RCW 19.373.020(1)(${paragraph}) and .030(1)(b)`;
    // Of data that no clause says to collect, giving it is the first that is told of it.
    const collected = 'express-consent: RCW 19.373.020(1)(c)';
    expect(asks(gives(other), gives(`${other}, ${health}`))).toEqual(['material', collected, shares('c')]);
    expect(asks(gives(other), gives(`${other}, device.model`))).toEqual(['not material']);
    const wider = [gives(health), gives(health, '', 'content.search, improve.models')] as const;
    expect(asks(...wider)).toEqual(['material', shares('d')]);
    const sold = ', sale: true';
    expect(asks(gives(health), gives(health, sold))).toEqual(['material', 'express-consent: RCW 19.373.070']);
    expect(asks(gives(other), gives(other, sold))).toEqual(['not material']);
    const asked = ', consent: { kind: explicit, separate: true }';
    expect(asks(gives(health, asked), gives(health))).toContain('separate-consent: RCW 19.373.030(1)');
    expect(asks(gives(other, asked), gives(other))).not.toContain('separate-consent: RCW 19.373.030(1)');
  });

  it('California has the risk of a sale and of sensitive data assessed first', () => {
    const gives = (more = ''): Written => ({
      clauses: `  - { id: shop, kind: recipient, title: Shop, category: partner, form: share, receives: [contact.email]${more} }\n`,
    });
    for (const more of [', sale: true', ', crossContextAdvertising: true'])
      expect(owed('us-ca-ccpa', gives(), gives(more))).toContain('assessment: 11 CCR 7150(b)(1)');
    const collects = (data: string): Written => ({ clauses: search({ data }) });
    const found = (data: string) => owed('us-ca-ccpa', collects('contact.email'), collects(data));
    expect(found('contact.email, location.precise')).toContain('assessment: 11 CCR 7150(b)(2)');
    expect(found('contact.email, device.model')).not.toContain('assessment: 11 CCR 7150(b)(2)');
  });

  it('and a promise that turns to readers breaks none', () => {
    const said = (promise: string): Written => ({
      clauses: `${search({})}  - { id: said, kind: commitment, title: Said, promise: ${promise}, act: heed-do-not-track }\n`,
    });
    expect(owed('us-ftc-material-change', said('none'), said('always'))).toEqual(['not material']);
    expect(owed('us-ftc-material-change', said('always'), said('none'))[0]).toBe('material');
  });

  it('California, Colorado and Minnesota speak of their own', () => {
    const at = (region: string, data = 'contact.email'): Written => ({
      clauses: search({ applies: `, applies: { regions: [${region}] }`, data }),
    });
    expect(owed('us-co-cpa', at('US-CO'), at('US-CO', more.data))).toEqual([
      'material',
      'prominent-notice: Colorado, 4 CCR 904-3, Rule 6.04(A)',
    ]);
    expect(owed('us-mn-mcdpa', at('US-MN'), at('US-MN', more.data))).toEqual([
      'not material',
      'objection: Minn. Stat. 325M.16, subd. 1(e)',
      'prominent-notice: Minn. Stat. 325M.16, subd. 1(e)',
    ]);
    for (const profile of ['us-ca-ccpa', 'us-co-cpa', 'us-mn-mcdpa'])
      expect(owed(profile, at('US-TX'), at('US-TX', more.data))).toEqual(['not material']);
  });

  const coach = (where: string, more: string): string =>
    `  - { id: coach, kind: recipient, title: Coach, category: partner, form: share, receives: [contact.email], purposes: [content.search], applies: { regions: [${where}] }, ${more} }\n`;
  const moved = (profile: string, where: string): readonly string[] =>
    owed(
      profile,
      { clauses: coach(where, 'countries: [US]') },
      { clauses: coach(where, 'countries: [US, IN]') },
    );
  const given = (profile: string, where: string): readonly string[] =>
    owed(profile, { clauses: '' }, { clauses: coach(where, 'countries: [US]') });

  it('ask nobody anew because known data goes to another country, and ask when another gets it', () => {
    for (const [profile, where, act] of [
      ['us-coppa', 'US', 'guardian-consent: 16 CFR 312.5(a)(1)-(2)'],
      ['us-ftc-material-change', 'US', 'express-consent: Gateway Learning (2004), 1Health.io (2023)'],
      ['us-mn-mcdpa', 'US-MN', 'objection: Minn. Stat. 325M.16, subd. 1(e)'],
      ['br-lgpd', 'BR', 'objection: LGPD art. 8 §6'],
    ] as const) {
      expect(given(profile, where).map((one) => one.replace(/(?<=Health.io \(2023\)):.*/, ''))).toContain(
        act,
      );
      expect(moved(profile, where).join()).not.toContain(act);
    }
  });

  it('California lets people limit the use of sensitive data', () => {
    const california = (data: string): Written => ({
      clauses: search({ applies: ', applies: { regions: [US-CA] }', data }),
    });
    const limit = 'objection: Cal. Civ. Code 1798.121(a)?';
    const found = (data: string) => owed('us-ca-ccpa', california('contact.email'), california(data));
    expect(found('contact.email, location.precise')).toContain(limit);
    expect(found('contact.email, device.model')).not.toContain(limit);
  });
});

describe('other places', () => {
  const at = (region: string, basis = 'consent', more = ''): Written => ({
    clauses: search({ basis, applies: `, applies: { regions: [${region}] }` }).replace(
      'purposes: [',
      `purposes: [${more}`,
    ),
  });
  const another = (profile: string, region: string, basis = 'consent') =>
    owed(profile, at(region, basis), at(region, basis, `{ purpose: content.recommend, basis: ${basis} }, `));

  it('Brazil has another purpose told, and a consent that is required taken back', () => {
    const told = 'prominent-notice: LGPD art. 8 §6 and 9(I), the purpose';
    expect(another('br-lgpd', 'BR')).toEqual(
      expect.arrayContaining(['material', 'objection: LGPD art. 8 §6 and 9 §2', told]),
    );
    const owedUnderContract = another('br-lgpd', 'BR', 'contract');
    expect(owedUnderContract).toEqual(expect.arrayContaining(['material', told]));
    expect(owedUnderContract.join()).not.toContain('objection');
    expect(another('br-lgpd', 'FR')).toEqual(['not material']);
  });

  it('Brazil names no kind of data among what must be told anew', () => {
    const data = (more: string): Written => ({
      clauses: search({ applies: ', applies: { regions: [BR] }', data: more }),
    });
    expect(owed('br-lgpd', data('contact.email'), data('contact.email, device.model'))).toEqual([
      'not material',
      'notice: LGPD art. 9(II)?',
    ]);
  });

  it('Quebec has any amendment told, and makes none material', () => {
    expect(another('ca-qc-private-sector', 'CA-QC')).toEqual([
      'not material',
      'consent: Quebec, CQLR c. P-39.1, s. 12?',
      'notice: Quebec, CQLR c. P-39.1, s. 8.2',
    ]);
    expect(another('ca-qc-private-sector', 'CA-ON')).toEqual(['not material']);
  });

  it('the United Kingdom has another purpose told before', () => {
    expect(another('uk-gdpr-2025', 'GB')).toEqual(
      expect.arrayContaining(['material', 'prominent-notice: UK GDPR art. 13(3) and 14(4)']),
    );
    expect(another('uk-gdpr-2025', 'FR')).toEqual(['not material']);
  });

  it('Brazil and the United Kingdom ask a parent, where they were said to and are not any more', () => {
    const children = (where: string, more: string): Written => ({
      clauses: `  - { id: young, kind: minors, title: Young, applies: { regions: [${where}] }, ${more} }\n`,
    });
    for (const [profile, where, act] of [
      ['br-lgpd', 'BR', 'guardian-consent: LGPD art. 14 §1'],
      ['uk-gdpr-2025', 'GB', 'guardian-consent: UK GDPR art. 8(1)'],
    ] as const) {
      const asked = (region: string) => children(region, 'age: 13, guardianConsent: true');
      const free = (region: string) => children(region, 'age: 13, guardianConsent: false');
      expect(owed(profile, asked(where), free(where))).toEqual(['material', act]);
      expect(owed(profile, free(where), asked(where))).toEqual(['not material']);
      expect(owed(profile, asked('FR'), free('FR'))).toEqual(['not material']);
    }
    const below = (age: number): Written => children('GB', `age: ${age}, guardianConsent: true`);
    expect(owed('uk-gdpr-2025', below(16), below(13))).toEqual(['not material']);
    expect(owed('uk-gdpr-2025', below(13), below(12))).toEqual([
      'material',
      'guardian-consent: UK GDPR art. 8(1)',
    ]);
  });
});

it('moving a function between tiers is material by no law: the annex of GB/T 35273 is informative', () => {
  const tier = (name: string): Written => ({ clauses: search({}).replace('additional', name) });
  const found = owed('cn-gbt35273-2020', tier('basic'), tier('additional'));
  expect(found[0]).toBe('not material');
  expect(found.join()).not.toContain('consent');
});

it('a policy of the edition before keeps its law', () => {
  const at = (data: string): Policy =>
    policyFrom({
      'policy.yaml': smallHead,
      'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${search({ data, applies: inFrance })}`,
    });
  const { changes } = comparePolicies(at('contact.email'), at('contact.email, device.model'));
  expect(changes.flatMap(({ obligations }) => obligations.map(inShort))).toContain(
    'express-consent: PIPL art. 14(2)',
  );
});

describe('an entry of a register that decides itself from now on', () => {
  const listed = (role: string): Written => ({
    clauses:
      '  - { id: mailers, kind: recipient, title: Mailers, form: share, receives: [contact.email], register: registers/mailers.yaml }\n',
    register: `entries: [{ id: quick, name: Quick Mail Ltd, data: [contact.email]${role && `, role: ${role}`} }]\n`,
  });
  const becomes = (profile: string, before: string, after: string) =>
    owed(profile, listed(before), listed(after));

  it('is as one that is new', () => {
    expect(becomes('cn-pipl', 'processor', 'controller')).toEqual([
      'material',
      'assessment: PIPL art. 55(3)',
      'notice: PIPL art. 23',
      'separate-consent: PIPL art. 23',
    ]);
    expect(becomes('eu-gdpr', 'sub-processor', 'joint-controller')[0]).toBe('material');
    expect(becomes('us-ftc-material-change', 'component', 'controller')[0]).toBe('material');
  });

  it('and one that says so at last may have worked for the company until then', () => {
    for (const profile of ['cn-pipl', 'eu-gdpr', 'us-ftc-material-change'])
      expect(becomes(profile, '', 'controller')[0]).toBe('material');
  });

  it('and one that works for the company as before, or says so at last, is not', () => {
    for (const profile of ['cn-pipl', 'eu-gdpr', 'us-ftc-material-change']) {
      expect(becomes(profile, 'controller', 'processor')[0]).toBe('not material');
      expect(becomes(profile, 'processor', 'sub-processor')[0]).toBe('not material');
      expect(becomes(profile, '', 'processor')[0]).toBe('not material');
    }
  });
});

describe('a purpose that comes to rest on consent', () => {
  const mails = (...purposes: readonly string[]): Written => ({
    clauses: `  - { id: mails, kind: function, title: Mails, purposes: [${purposes.map((one) => `{ ${one} }`).join(', ')}], collects: [contact.email] }\n`,
  });
  const before = 'purpose: marketing.messages, basis: consent';

  it.each([
    ['eu-gdpr', 'consent: GDPR art. 6(1)(a) and recital 32'],
    ['uk-gdpr-2025', 'consent: UK GDPR art. 6(1)(a) and recital 32'],
  ])('is asked for under %s, since no consent before was for it', (profile, asked) => {
    const gains = (basis: string): readonly string[] =>
      owed(
        profile,
        mails(before),
        mails(before, `purpose: marketing.third_party_advertising, basis: ${basis}`),
      );
    expect(gains('consent')).toContain(asked);
    expect(gains('legal-obligation')).not.toContain(asked);
  });
});

describe('data that a consent was not asked for', () => {
  const mails = (basis: string, data: string): Written => ({
    clauses: `  - { id: mails, kind: function, title: Mails, purposes: [{ purpose: marketing.messages, basis: ${basis} }], collects: [${data}] }\n`,
  });
  const gains = (profile: string, basis: string): readonly string[] =>
    owed(profile, mails(basis, 'contact.email'), mails(basis, 'contact.email, device.model'));

  it('is not covered by it', () => {
    const asked = 'consent: GDPR art. 4(11); EDPB 05/2020 para. 64';
    expect(gains('eu-gdpr', 'consent')).toEqual(expect.arrayContaining(['material', asked]));
    expect(gains('eu-gdpr', 'contract')[0]).toBe('not material');
    expect(gains('eu-gdpr', 'contract')).not.toContain(asked);
    expect(gains('uk-gdpr-2025', 'consent')).toContain('consent: UK GDPR art. 4(11)?');
    expect(gains('uk-gdpr-2025', 'contract')).not.toContain('consent: UK GDPR art. 4(11)?');
  });

  it('nor is somebody else who relies on it', () => {
    const gives = (basis: string, ...more: readonly string[]): Written => ({
      clauses: `${mails('consent', 'contact.email').clauses}${more
        .map(
          (data, at) =>
            `  - { id: club${at}, kind: recipient, title: Club, category: partner, form: share, receives: [${data}], purposes: [marketing.messages], basis: ${basis} }\n`,
        )
        .join('')}`,
    });
    const asked = 'consent: GDPR art. 4(11); EDPB 05/2020 paras. 64-65';
    const club = 'contact.email';
    const called = (name: string): Written => {
      const { clauses } = gives('consent', club);
      return { clauses: clauses.replace('title: Club', name) };
    };
    const [one, other] = ['name: Club Ltd', 'name: Other Ltd'].map(called) as [Written, Written];
    expect(owed('eu-gdpr', one, other)).toContain(asked);
    expect(owed('eu-gdpr', one, called('name: Other Ltd, formerName: Club Ltd'))).not.toContain(asked);
    for (const [before, after] of [
      [[], [club]],
      [[club], [club, club]],
      [[club], ['contact.email, device.model']],
    ] as const) {
      expect(owed('eu-gdpr', gives('consent', ...before), gives('consent', ...after))).toContain(asked);
      expect(owed('eu-gdpr', gives('contract', ...before), gives('contract', ...after))).not.toContain(asked);
    }
  });
});

describe('an automated decision', () => {
  const decides = (more = ''): Written => ({
    clauses: `  - { id: scores, kind: function, title: Scores, purposes: [{ purpose: trade.order, basis: contract }], collects: [contact.email]${more} }\n`,
  });
  const how = (more: string): string => `, automated: { logic: Points., effect: No loan.${more} }`;

  it('keeps its safeguards in the United Kingdom, and is assessed first in California', () => {
    const contested = 'objection: UK GDPR art. 22C(2)';
    const [seen, alone] = [decides(how(', review: Ask.')), decides(how(''))];
    expect(owed('uk-gdpr-2025', seen, alone)).toEqual(expect.arrayContaining(['material', contested]));
    expect(owed('uk-gdpr-2025', decides(), seen)).toContain(`${contested}?`);
    expect(owed('us-ca-ccpa', decides(), seen)).toEqual(
      expect.arrayContaining([
        'assessment: 11 CCR 7150(b)(3)?',
        'objection: 11 CCR 7221(a)-(b), from 2027?',
        'prominent-notice: 11 CCR 7220(a)-(b), from 2027?',
      ]),
    );
    expect(owed('us-mn-mcdpa', decides(), seen)).toContain('objection: Minn. Stat. 325M.14, subd. 1(f)-(g)?');
    expect(owed('us-ca-ccpa', seen, alone)).toContain('objection: 11 CCR 7221(a)-(b), from 2027?');
  });
});

describe('what rests on something else than before', () => {
  const diary = (basis: string): Written => ({
    clauses: search({ basis, data: 'health.medical', applies: inFrance }),
  });

  it('needs another ground of article 9, where data is of a special category', () => {
    expect(owed('eu-gdpr', diary('consent'), diary('contract'))).toContain(
      'express-consent: GDPR art. 9(2)(a)?',
    );
    const found = owed('eu-gdpr', diary('consent'), diary('legitimate-interests'));
    expect(found).toEqual(
      expect.arrayContaining(['express-consent: GDPR art. 9(2)(a)?', 'notice: GDPR art. 21(1) and 21(4)']),
    );
  });
});

describe('sensitive data', () => {
  const adds = (profile: string, data: string, more: { basis?: string; consent?: string } = {}) =>
    owed(
      profile,
      { clauses: search({ basis: 'consent', ...more }) },
      { clauses: search({ basis: 'consent', ...more, data: `contact.email, ${data}` }) },
    );

  it.each([
    ['uk-gdpr-2025', 'health.medical', 'express-consent: UK GDPR art. 9(1) and 9(2)(a)'],
    ['us-co-cpa', 'location.precise', 'express-consent: Colorado, C.R.S. 6-1-1308(7)'],
    ['us-mn-mcdpa', 'identity.nationality', 'express-consent: Minn. Stat. 325M.16, subd. 2(d)'],
    ['br-lgpd', 'identity.political_opinion', 'separate-consent: LGPD art. 11(I)'],
    ['cn-gbt35273-2020', 'health.medical', 'express-consent: GB/T 35273-2020 5.4 b)'],
  ])('owes consent under %s, as %s does', (profile, data, asked) => {
    expect(adds(profile, data)).toContain(asked);
    expect(adds(profile, 'device.model')).not.toContain(asked);
    expect(adds(profile, data)[0]).toBe(profile.startsWith('cn') ? 'not material' : 'material');
  });

  it('that somebody else gets is used, and sold, as well', () => {
    const gives = (data: string): Written => ({
      clauses: `${search({ data: 'location.precise' })}  - { id: buyer, kind: recipient, title: Buyer, category: partner, form: share, sale: true, receives: [${data}], purposes: [content.search] }\n`,
    });
    const [some, more] = [gives('device.model'), gives('device.model, location.precise')];
    expect(owed('us-ca-ccpa', some, more)).toContain('assessment: 11 CCR 7150(b)(2)');
    expect(owed('us-co-cpa', some, more).join()).toContain('express-consent: Colorado, C.R.S. 6-1-1308(7)');
    const known = gives('device.model, device.id');
    expect(owed('us-ca-ccpa', some, known)).not.toContain('assessment: 11 CCR 7150(b)(2)');
  });

  it('is what each law says it is', () => {
    expect(adds('us-co-cpa', 'identity.political_opinion').join()).not.toContain('1308(7)');
    expect(adds('br-lgpd', 'legal.offence_record').join()).not.toContain('art. 11');
    expect(adds('uk-gdpr-2025', 'location.precise').join()).not.toContain('art. 9');
  });

  it('on offences has an article of its own, which knows no explicit consent', () => {
    for (const profile of ['eu-gdpr', 'uk-gdpr-2025']) {
      const found = adds(profile, 'legal.offence_record').join();
      expect(found).toMatch(/notice: (?:UK )?GDPR art\. 10/);
      expect(found).not.toContain('express-consent');
    }
  });

  it('of a policy’s own is what it is a kind of, and is so under laws that rate as another that it names', () => {
    const levels = (profile: string, more: string, edition = '2026-12') =>
      policyFrom({
        'policy.yaml': smallHead.replace('2026-11', edition).replace('[cn-pipl]', `[${profile}]`),
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${search({ data: 'mood' })}`,
        'taxonomy.yaml': `format: policyc/taxonomy@1\ndata: [{ id: mood, label: { en: your mood }, ${more} }, { id: mind, label: { en: your mind }, parent: health.medical }]\n`,
      }).facts.flatMap(({ relation, values }) => (relation === 'sensitivity' ? [values.level] : []));
    expect(levels('uk-gdpr-2025', 'sensitive: [eu-gdpr]')).toEqual(['yes']);
    expect(levels('us-ca-ccpa', 'sensitive: [eu-gdpr]')).toEqual(['no']);
    expect(levels('us-ca-ccpa', 'parent: mind')).toEqual(['yes']);
    expect(levels('us-ca-ccpa', 'parent: biometric.face')).toEqual(['no']);
    expect(levels('us-ca-ccpa', 'parent: mind', '2026-11')).toEqual(['no']);
  });
});

describe('recipients, in California', () => {
  const host = (more: string): Written => ({
    clauses: `${search({})}  - { id: host, kind: recipient, title: Host, form: entrust, category: processor, receives: [contact.email], ${more} }\n`,
  });
  const named = /7011\(e\)\(1\)\(E\)/;

  it('are told by what they are, get and do, and not by where they sit', () => {
    expect(owed('us-ca-ccpa', host('countries: [US]'), host('countries: [US, IN]'))).toEqual([
      'not material',
    ]);
    for (const more of ['purposes: [content.search]', 'name: Rack Ltd', 'sale: true'])
      expect(owed('us-ca-ccpa', host(''), host(more)).some((one) => named.test(one))).toBe(true);
  });
});

describe('children above the age of a law', () => {
  const young = (age: number): Written => ({
    clauses: `  - { id: young, kind: minors, title: Young, age: ${age}, guardianConsent: true }\n`,
  });

  it('are no matter of it', () => {
    expect(owed('us-coppa', young(14), young(13))).toEqual(['not material']);
    expect(owed('us-coppa', young(13), young(12))).toContain('guardian-consent: 16 CFR 312.4(a)');
    expect(owed('cn-pipl', young(16), young(14))).toEqual(['not material']);
    expect(owed('cn-pipl', young(14), young(13))).toContain('guardian-consent: PIPL art. 31(1)');
    expect(owed('br-lgpd', young(16), young(12))).toEqual(['not material']);
    expect(owed('br-lgpd', young(12), young(11))[1]).toMatch(/^guardian-consent: LGPD art\. 14 §1/);
    expect(owed('ca-qc-private-sector', young(16), young(14))[0]).toBe('not material');
    expect(owed('ca-qc-private-sector', young(14), young(13))[1]).toMatch(
      /^guardian-consent: Quebec.*s\. 4\.1/,
    );
  });
});

it('data that is kept abroad too was sent there, and a later start keeps it longer', () => {
  const kept = (countries: string, start: string): Written => ({
    clauses: `  - { id: kept, kind: retention, title: Kept, default: true, period: P1Y, start: ${start}, countries: [${countries}] }\n`,
  });
  const [home, abroad] = [kept('GB, BR', 'collection'), kept('GB, BR, US', 'collection')];
  expect(owed('uk-gdpr-2025', home, abroad)).toContain('notice: UK GDPR art. 13(1)(f)?');
  expect(owed('br-lgpd', home, abroad)).toContainEqual(
    expect.stringMatching(/^notice: LGPD art\. 8 §6 and 9\(V\)/),
  );
  expect(owed('br-lgpd', home, kept('GB, BR', 'account-closure'))[0]).toBe('material');
});
