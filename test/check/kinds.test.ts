import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { kindsWithData, speaking } from '../../src/model/kinds.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** The findings of some codes in a policy that holds these clauses and nothing else. */
function found(clauses: string, codes: readonly string[], locale = 'en'): string[] {
  const policy = policyFrom({
    'policy.yaml': smallHead.replaceAll(/\ben\b/g, locale),
    'chapters/main.yaml': `chapter: main\ntitle: A\nclauses:\n${clauses}`,
  });
  return checkPolicy(policy)
    .map(({ code }) => code)
    .filter((code) => codes.includes(code))
    .sort();
}

const statement = (text: string, title = 'B'): string =>
  `  - { id: b, kind: statement, title: ${JSON.stringify(title)}, text: ${JSON.stringify(text)} }\n`;
const definition = (id: string, title: string, text: string): string =>
  `  - { id: ${id}, kind: definition, title: ${title}, text: ${JSON.stringify(text)} }\n`;

it('a basic function rests on consent in vain, but not under laws of the United States alone', () => {
  const codesUnder = (profiles: string): readonly string[] =>
    checkPolicy(
      policyFrom({
        'policy.yaml': smallHead.replace('[cn-pipl]', `[${profiles}]`),
        'chapters/main.yaml':
          'chapter: main\ntitle: A\nclauses:\n  - { id: a, kind: function, tier: basic, title: A, purposes: [{ purpose: trade.order, basis: consent }], collects: [contact.email], refusal: None. }\n',
      }),
    ).flatMap(({ code }) => (code === 'basic-on-consent' ? [code] : []));
  expect(codesUnder('us-ca-ccpa, us-coppa')).toEqual([]);
  expect(codesUnder('us-ca-ccpa, eu-gdpr')).toEqual(['basic-on-consent']);
});

describe('headings with a number of their own', () => {
  it.each([
    '(2) Letters',
    '3、Letters',
    'IV. Letters',
    'A. Letters',
    'b) Letters',
    '§ 4 Letters',
    'Kapitel 2: Briefe',
  ])('%s', (title) => {
    expect(found(statement('Words.', title), ['typed-number'])).toEqual(['typed-number']);
  });

  it.each(['2 letters a year', 'A letter', 'A. J. Miller & Sons', 'Article'])('%s has none', (title) => {
    expect(found(statement('Words.', title), ['typed-number'])).toEqual([]);
  });
});

describe('places that a text names by number or by where they stand', () => {
  const codes = ['typed-reference', 'reference-by-position'];
  it.each([
    ['en', 'As clause 4(2) has it, we keep it.', 'typed-reference'],
    ['en', 'See § 5 of this policy.', 'typed-reference'],
    ['en', 'Part II has more.', 'typed-reference'],
    ['en', 'Section IV has more.', 'typed-reference'],
    ['en', 'Sec. 4 has more.', 'typed-reference'],
    ['en', 'Write to the contact details below.', 'reference-by-position'],
    ['zh-CN', '上述第2条所列信息会被保存。', 'typed-reference'],
    ['zh-CN', '请见本政策第（三）部分。', 'typed-reference'],
    ['de', 'Mehr dazu in Abschnitt 4.', 'typed-reference'],
    ['de', 'Die unten genannten Stellen helfen.', 'reference-by-position'],
  ] as const)('%s: %s', (locale, text, code) => {
    expect(found(statement(text), codes, locale)).toEqual([code]);
  });

  it.each([
    ['en', 'Section 5 of the Data Protection Act 2018 applies.'],
    ['en', 'In this section I am the reader.'],
    ['en', 'You take part I hope.'],
    ['zh-CN', '根据《个人信息保护法》第二十三条，我们告知您。'],
    ['de', 'Rechtsgrundlage ist Art. 6 Abs. 1 DSGVO.'],
  ] as const)('%s: %s names none', (locale, text) => {
    expect(found(statement(text), codes, locale)).toEqual([]);
  });
});

describe('dates that the page of a version has anyway', () => {
  it.each([
    ['de', 'Stand: 1. September 2026', 1],
    ['de', 'Zuletzt geändert am 03.05.2026', 1],
    ['de', 'Das ist Stand der Technik 2026.', 0],
    ['fr', 'Version 4, applicable au 1er septembre 2026', 1],
    ['fr', 'Dernière mise à jour : 3 mai 2026', 1],
    ['fr', 'Le RGPD est en vigueur depuis le 25 mai 2018.', 0],
    ['es', 'Última actualización: 3 de mayo de 2026', 1],
    ['ja', '制定日：2024年4月1日　最終改定日：2026年10月1日', 2],
  ] as const)('%s: %s', (locale, text, times) => {
    expect(found(statement(text), ['typed-date'], locale)).toHaveLength(times);
  });
});

describe('links', () => {
  it.each([
    ['See [this][1].\n\n[1]: #gone', ['dangling-fragment']],
    ['See [this][1].\n\n[1]: terms.html', ['relative-link']],
    ['See [this][1].\n\n[1]: #b', []],
    ['```\n[1]: #gone\n```', []],
  ])('%j', (text, codes) => {
    expect(found(statement(text), ['dangling-fragment', 'relative-link'])).toEqual(codes);
  });
});

describe('terms', () => {
  const codes = ['circular-definition', 'definition-unused'];
  it('that begin with one another go in a circle', () => {
    const circle =
      definition('a', 'voyage', 'A journey by sea.') + definition('b', 'journey', 'A voyage by land.');
    expect(found(circle, codes)).toEqual(['circular-definition']);
    const line =
      definition('a', 'voyage', 'A journey by sea.') + definition('b', 'journey', 'A way for voyages.');
    expect(found(line, codes)).toEqual([]);
  });

  it.each([
    ['party', 'The parties agree.'],
    ['device', 'Your devices send it.'],
    ['Cookies', 'A cookie is set.'],
  ])('%s is used in “%s”', (title, text) => {
    expect(found(definition('a', title, 'Words.') + statement(text), codes)).toEqual([]);
  });

  it('is not used by a word that only begins alike', () => {
    const unused = definition('a', 'part', 'Words.') + statement('We participate.');
    expect(found(unused, codes)).toEqual(['definition-unused']);
  });
});

const shop = `  - id: ordering
    kind: function
    title: B
    tier: basic
    refusal: Words.
    purposes: [trade.order]
    collects: [contact.email, location.precise]
    automated: { logic: A, effect: A, review: A }
    text: TEXT
  - id: courier
    kind: recipient
    title: B
    category: partner
    form: share
    sale: true
    name: Swift Couriers BV
    countries: [US]
    receives: [contact.email]
    purposes: [trade.order]
  - { id: cookie, kind: technology, title: B, type: cookie, data: [device.cookie], purposes: [content.browse] }
  - { id: kept, kind: retention, title: B, default: true, period: P1Y, start: collection }
  - { id: orders, kind: retention, title: B, functions: [ordering], period: P5Y, start: collection }
`;
const english = shop.replace('TEXT', 'Words.');

describe('what a sentence says never happens', () => {
  const codes = ['prose-claims-otherwise', 'prose-states-other-period'];
  const claim = ['prose-claims-otherwise'];
  it.each([
    ['en', 'We will not sell, rent or share your personal information with third parties.', claim],
    ['en', 'Your data is never shared.', claim],
    ['en', 'No third party receives your data.', claim],
    ['en', 'We do not disclose your e-mail address to others.', claim],
    ['en', 'We never collect your precise location.', claim],
    ['en', 'We never collect your race, fingerprint or precise location.', claim],
    ['en', 'We never ask you about your gender or precise location.', claim],
    ['en', 'We do not share your nickname, or your e-mail address, with third parties.', claim],
    ['en', 'No one but us sees your e-mail address.', claim],
    ['en', 'Your data is never used for order fulfilment.', claim],
    ['en', 'Your data never leaves the EEA.', claim],
    ['en', 'Personal data is processed exclusively in Ireland.', claim],
    ['en', 'We do not use cookies.', claim],
    ['en', 'We use only strictly necessary cookies.', claim],
    ['en', 'We make no automated decisions.', claim],
    ['zh-CN', '您的个人信息绝不会提供给任何第三方。', claim],
    ['zh-CN', '我们承诺不向他人出售您的个人信息。', claim],
    ['zh-CN', '所有数据均仅存储在中国境内。', claim],
    ['en', 'All your data is deleted after at most two years.', ['prose-states-other-period']],
    ['zh-CN', '您的信息最长保存三十天。', ['prose-states-other-period']],
    // What leaves something over, or speaks of somebody or something else.
    ['en', 'We never share your data without your consent.', []],
    ['en', 'We do not share your e-mail address with other users.', []],
    ['en', 'We do not sell your data in the usual sense.', []],
    ['en', 'We do not use your data for marketing.', []],
    ['en', 'We do not store your data for longer than we need it.', []],
    ['en', 'Your data is processed by Hosts Ltd only in Ireland.', []],
    ['en', 'Your data never leaves the EEA or the United States.', []],
    ['en', 'We never collect your fingerprint.', []],
    ['en', 'We never collect your fingerprint or gender.', []],
    ['en', 'We never collect your fingerprint, and your precise location is optional.', []],
    ['en', 'We never give your e-mail address to advertisers.', []],
    ['en', 'We do not use cookies for advertising.', []],
    ['zh-CN', '未经您同意，我们不会共享您的个人信息。', []],
  ] as const)('%s: %s', (locale, text, expected) => {
    expect(found(english + statement(text), codes, locale)).toEqual(expected);
  });

  it.each([
    ['', []],
    ['    crossContextAdvertising: true\n', claim],
    ['    sale: true\n', claim],
  ] as const)(
    'sold or shared, as a law defines it, to a courier that decides by itself: %s',
    (more, expected) => {
      const text = 'As the CCPA defines it, we do not sell or share your personal information.';
      const courier = english.replace('    sale: true\n', more);
      expect(found(courier + statement(text), claim, 'en')).toEqual(expected);
      const plain = 'We do not sell or share your personal information.';
      expect(found(courier + statement(plain), claim, 'en')).toEqual(claim);
    },
  );

  it.each([
    ['', claim],
    ['    onlyWith: [ordering]\n', claim],
    ['    onlyWith: [other]\n', []],
  ] as const)('in the text of a function, of whoever gets what it collects: %s', (only, expected) => {
    const other = '  - { id: other, kind: function, tier: basic, title: O, refusal: W. }\n';
    const said = shop
      .replace('TEXT', 'We never share your e-mail address with anyone.')
      .replace('    countries: [US]\n', `    countries: [US]\n${only}`);
    expect(found(said + other, codes, 'en')).toEqual(expected);
  });

  it('in the text of a function, of what other clauses keep, says nothing of them', () => {
    const said = shop.replace('TEXT', 'Your e-mail address is not kept.');
    expect(found(said, codes, 'en')).toEqual([]);
  });

  it.each([
    ['No cookies are used.', []],
    ['We use no cookies.', claim],
  ] as const)('in the text of one technology: %s', (text, expected) => {
    const counter = `  - { id: counter, kind: technology, title: C, type: sdk, purposes: [content.browse], text: ${text} }\n`;
    expect(found(english + counter, codes, 'en')).toEqual(expected);
  });
});

describe('how long a function keeps its data, in its text', () => {
  it.each([
    ['en', 'We keep it for 90 days.', true],
    ['en', 'It is stored securely on our servers for up to one year.', true],
    ['en', 'Orders are deleted after two years.', true],
    ['en', 'We keep it for five years.', false],
    ['en', 'We keep it for at least three years.', false],
    ['en', 'You can send it back within 14 days, and it is delivered in 3 days.', false],
    ['en', 'We delete it within 30 days of your request.', false],
    ['en', 'It is not stored. You have 2 years of warranty.', false],
    ['de', 'Wir speichern sie. Sie werden 90 Tage gespeichert.', true],
    ['de', 'Sie werden fünf Jahre aufbewahrt.', false],
    ['zh-CN', '我们保存您的订单信息90天。', true],
    ['zh-CN', '我们保存您的订单信息五年。', false],
  ] as const)('%s: %s', (locale, text, isOther) => {
    const said = found(shop.replace('TEXT', JSON.stringify(text)), ['prose-states-other-period'], locale);
    expect(said).toEqual(isOther ? ['prose-states-other-period'] : []);
  });

  it('is held against its own period before that of others', () => {
    const own = shop
      .replace('    refusal', '    keeps: P90D\n    refusal')
      .replace(/ {2}- \{ id: orders.*\n/, '');
    const said = (text: string): string[] =>
      found(own.replace('TEXT', text), ['prose-states-other-period'], 'en');
    expect(said('We keep it for 90 days.')).toEqual([]);
    expect(said('We keep it for 80 days.')).toEqual(['prose-states-other-period']);
  });
});

describe('within what time a statement says that we answer', () => {
  const contact =
    '  - { id: desk, kind: contact, title: Desk, channel: email, address: a@b.example, answerWithin: P15D }\n';
  it.each([
    ['en', 'We answer every request within 30 days.', true],
    ['en', 'We will respond to you within two weeks.', true],
    ['en', 'We answer within 15 days.', false],
    ['en', 'We tell you within 30 days. Authorities answer within 60 days.', false],
    ['de', 'Wir antworten Ihnen innerhalb von 30 Tagen.', true],
    ['zh-CN', '我们将在三十日内答复您。', true],
    ['zh-CN', '我们将在十五日内答复您。', false],
  ] as const)('%s: %s', (locale, text, isOther) => {
    const said = found(english + contact + statement(text), ['prose-states-other-period'], locale);
    expect(said).toEqual(isOther ? ['prose-states-other-period'] : []);
  });
});

describe('what a text names and facts do not', () => {
  const codes = [
    'prose-names-other-data',
    'prose-names-other-purpose',
    'prose-names-other-recipient',
    'prose-names-other-permission',
  ];
  it.each([
    ['en', 'We use it for the order, statistical analysis and targeted advertising.', ['purpose', 'purpose']],
    ['en', 'We use it for marketing.', ['purpose']],
    ['en', 'We never use it for marketing.', []],
    ['en', 'We use it for payment processing.', []],
    ['en', 'We collect your phone number.', ['data']],
    ['en', 'In this mode nothing that we store is tied to your phone number.', []],
    ['en', 'We collect nothing but your phone number.', ['data']],
    ['en', 'We access your camera, and your e-mail address is stored.', ['permission']],
    ['en', 'We do not need access to your camera.', []],
    ['en', 'We give your e-mail address to Parcel Express GmbH.', ['recipient']],
    ['en', 'We give your e-mail address to Swift Couriers BV.', []],
    ['en', 'We share your e-mail address with our affiliates.', ['recipient']],
    ['en', 'Your e-mail address may also be shared with our affiliates.', ['recipient']],
    ['en', 'Your e-mail address is never shared with our affiliates.', []],
    ['en', 'Nice letters are shared with our affiliates.', []],
    ['en', 'We share aggregate information with our affiliates.', []],
    ['en', 'We do not share your e-mail address with advertisers.', []],
    ['en', 'Payment data is processed by Stripe.', ['recipient']],
    ['en', 'Write `Stripe` where you store [it](https://stripe.com/data).', []],
    ['zh-CN', '我们会将其用于下单与交易以及个性化广告。', ['purpose']],
    ['zh-CN', '下单时我们会申请相机权限。', ['permission']],
    ['zh-CN', '我们会向上海快递科技有限公司提供订单信息。', ['recipient']],
  ] as const)('%s: %s', (locale, text, expected) => {
    const said = found(shop.replace('TEXT', JSON.stringify(text)), codes, locale);
    expect(said).toEqual(expected.map((one) => `prose-names-other-${one}`));
  });
});

describe('the two layers of a clause', () => {
  const codes = ['layers-differ'];
  it.each([
    ['en', 'We keep it for 30 days.', 'We keep it for 90 days.', true],
    ['en', 'You must give us your number.', 'Giving your number is optional.', true],
    ['en', 'We may share your number.', 'We never share your number.', true],
    ['en', 'We need three items of you.', 'We need four items of you.', true],
    ['en', 'It costs 5 euros.', 'It costs 8 euros.', true],
    ['en', 'This is an additional function.', 'You place an order.', true],
    ['zh-CN', '我们保存三十天。', '我们保存九十天。', true],
    ['zh-CN', '我们需要三项信息。', '我们需要四项信息。', true],
    ['zh-CN', '我们不会出售。', '我们可能会出售。', true],
    ['de', 'Wir speichern sie 30 Tage.', 'Wir speichern sie neunzig Tage.', true],
    ['de', 'Wir empfehlen, sie anzugeben.', 'Sie müssen sie angeben.', true],
    ['en', 'We keep it for a month.', 'We keep it for one month, and 30 days by law.', false],
    ['en', 'We need two items.', 'We need two items and five minutes.', false],
    ['en', 'We never share it.', 'We share nothing, and never will share it.', false],
    ['de', 'Wir speichern sie drei Monate.', 'Sie bleibt 3 Monate.', false],
  ] as const)('%s: “%s” and “%s”', (locale, summary, text, differs) => {
    const clause = english.replace('text: Words.', `summary: ${summary}\n    text: ${text}`);
    expect(found(clause, codes, locale)).toEqual(differs ? codes : []);
  });
});

describe('what only a text says', () => {
  const codes = ['technology-unlisted', 'prose-names-other-channel', 'tier-left-open', 'notice-by-checking'];
  const change = '  - { id: c, kind: change, prominent: [e-mail], text: Words. }\n';
  const asks = '  - { id: c, kind: change, text: Please check this page regularly. }\n';
  it.each([
    ['en', english + statement('Our website uses web beacons.'), ['technology-unlisted']],
    ['en', english + statement('Our website uses cookies.'), []],
    ['en', english + statement('We do not use any SDKs.'), []],
    ['zh-CN', english + statement('我们接入第三方SDK。'), ['technology-unlisted']],
    [
      'en',
      change + statement('We tell you of a change of this policy by pop-up.'),
      ['prose-names-other-channel'],
    ],
    ['en', change + statement('We tell you of a change of this policy by e-mail.'), []],
    ['en', change + statement('A pop-up asks for your name.'), []],
    ['zh-CN', change + statement('本政策变更时，我们会以弹窗通知您。'), ['prose-names-other-channel']],
    ['en', statement('Which functions are basic differs from product to product.'), ['tier-left-open']],
    ['zh-CN', statement('基本功能以产品页面为准。'), ['tier-left-open']],
    ['en', asks, ['notice-by-checking']],
    ['en', asks.replace('text', 'prominent: [e-mail], text'), []],
  ] as const)('%s: %s', (locale, clauses, expected) => {
    expect(found(clauses, codes, locale)).toEqual(expected);
  });
});

describe('a table that a text points at', () => {
  it.each([
    ['en', 'The table below lists it.', 1],
    ['zh-CN', '下表列出了这些信息。', 1],
    ['de', 'In der folgenden Tabelle steht es.', 1],
    ['en', 'The table below lists it.\n\n| a | b |\n| - | - |\n| 1 | 2 |', 0],
    ['en', 'We put the table in the hall.', 0],
  ] as const)('%s: %s', (locale, text, count) => {
    expect(found(statement(text), ['reference-by-position'], locale)).toHaveLength(count);
  });
});

describe('what the texts of a kind speak of', () => {
  it.each(kindsWithData('collected', 'received', 'kept'))('%s, which has data, of that', (kind) => {
    expect(speaking[kind]).toBe('of-one-thing');
  });
});
