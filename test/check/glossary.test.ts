import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { policyFrom, smallHead } from '../policy.ts';

type Locale = 'en' | 'zh-CN' | 'de';

/** What is found of one code in a policy that holds these clauses and nothing else. */
function found(code: string, clauses: string, locale: Locale = 'en'): number {
  const policy = policyFrom({
    'policy.yaml': smallHead.replaceAll(/\ben\b/g, locale),
    'chapters/main.yaml': `chapter: main\ntitle: A\nclauses:\n${clauses}`,
  });
  return checkPolicy(policy).filter((one) => one.code === code).length;
}

const definition = (title: string, text: string): string =>
  `  - { id: d${title.length}, kind: definition, title: ${JSON.stringify(title)}, text: ${JSON.stringify(text)} }\n`;
const statement = (text: string): string =>
  `  - { id: s, kind: statement, title: B, text: ${JSON.stringify(text)} }\n`;

describe('a definition of another kind', () => {
  const code = 'definition-of-other-kind';
  it.each<[Locale, string, string]>([
    ['en', 'Affiliate', 'A site that uses our content.'],
    ['en', 'We', '“We” means the website shop.example.'],
    ['en', 'Business partners', 'Any apps that show our goods.'],
    ['en', 'Usage data', 'The company that counts visits for us.'],
    ['zh-CN', '关联公司', '关联公司是指使用或复制本网站内容的网站。'],
    ['zh-CN', '服务提供者', '指本网站的域名、子域名和其他网站。'],
  ])('%s %s: %s', (locale, title, text) => {
    expect(found(code, definition(title, text), locale)).toBe(1);
  });

  it.each<[Locale, string, string]>([
    ['en', 'Affiliate', 'A company or a site that we own.'],
    ['en', 'We', '“We” means Shop Ltd, which runs the website.'],
    ['en', 'Seller', 'A shop or a person that offers goods.'],
    ['en', 'Service provider', 'Somebody who works for us on a website.'],
    ['en', 'User', 'A person who uses the site, an app or a device.'],
    ['en', 'Usage data', 'Data that tells a company what is used.'],
    ['en', 'Website', 'The pages that the company runs.'],
    ['zh-CN', '关联公司', '指与我们同受控制的公司、网站运营者。'],
    ['zh-CN', '个人信息', '指能够识别自然人的各种信息。'],
  ])('is not this: %s %s: %s', (locale, title, text) => {
    expect(found(code, definition(title, text), locale)).toBe(0);
  });
});

describe('a term that nothing explains', () => {
  const code = 'term-unexplained';
  const shop = definition('Shop', 'Who sells here.');
  it.each<[Locale, string]>([
    ['en', 'We put an SDK of theirs into the app.'],
    ['en', 'It is hashed before it is sent.'],
    ['en', 'You buy from the Merchant, not from us.'],
    ['zh-CN', '我们会对信息进行去标识化处理。'],
  ])('%s: %s', (locale, text) => {
    expect(found(code, shop + statement(text), locale)).toBe(1);
  });

  it.each<[Locale, string]>([
    ['en', 'We put an SDK (a ready-made part of an app) of theirs into the app. The SDK sends it.'],
    ['en', 'Web beacons, which are small pictures, tell us.'],
    ['en', 'You buy from the shop (the “Merchant”). The Merchant keeps it, by the Merchant Rules.'],
    ['en', 'We anonymise it so that nobody can tell whom it is about.'],
    ['zh-CN', '软件开发工具包（SDK）会收集设备信息。'],
  ])('is not this: %s: %s', (locale, text) => {
    expect(found(code, shop + statement(text), locale)).toBe(0);
  });

  it('is not asked for without a glossary', () => {
    expect(found(code, statement('We put an SDK into the app.'))).toBe(0);
  });
});

describe('another name for what is defined', () => {
  const code = 'term-variant';
  it.each<[Locale, string, string]>([
    ['en', 'Personal information', 'We keep personal data for a year.'],
    ['en', 'Sensitive personal data', 'Personal sensitive data is bold.'],
    ['en', 'Mini programs', 'In our applets you see less.'],
    ['zh-CN', '敏感个人信息', '个人敏感信息会加粗显示。'],
    ['zh-CN', '个人信息', '我们会存储您的个人数据。'],
  ])('%s %s: %s', (locale, title, text) => {
    expect(found(code, definition(title, 'X.') + statement(text), locale)).toBe(1);
  });

  it.each<[Locale, string, string]>([
    ['en', 'Personal information, personal data', 'We keep personal data for a year.'],
    ['en', 'Personal information', 'The Personal Data Protection Act applies, and “personal data” there.'],
    ['en', 'Personal information', 'We keep your data.'],
    ['zh-CN', '个人信息', '您可以在个人资料页修改。个人数据保护委员会接受投诉。'],
  ])('is not this: %s %s: %s', (locale, title, text) => {
    expect(found(code, definition(title, 'X.') + statement(text), locale)).toBe(0);
  });

  it('is told once, and where two names are used and none is defined', () => {
    expect(found(code, statement('Our mini programs, our applets, and again our applets.'))).toBe(1);
  });
});

describe('what a summary must not leave out', () => {
  const code = 'high-impact-not-in-summary';
  const automated = (summary: string): string =>
    `  - { id: f, kind: function, tier: additional, title: Credit, summary: ${JSON.stringify(summary)}, purposes: [trade.order], collects: [contact.email], automated: { logic: A score. } }\n`;
  it.each<[Locale, string, number]>([
    ['en', 'You may pay later.', 1],
    ['en', 'Software decides alone whether you may pay later: it is automated.', 0],
    ['zh-CN', '您可以先用后付。', 1],
    ['zh-CN', '是否可以先用后付由系统自动决定。', 0],
    ['de', 'Sie können später zahlen.', 1],
    ['de', 'Ob Sie später zahlen können, wird automatisch entschieden.', 0],
  ])('%s: %s', (locale, summary, count) => {
    expect(found(code, automated(summary), locale)).toBe(count);
  });
});

describe('what is made anonymous, and measures in a list', () => {
  const collects =
    '  - { id: f, kind: function, tier: basic, title: F, refusal: X., purposes: [trade.order], collects: [device.ip_address] }\n';
  it.each([
    ['Log data does not identify you.', 1],
    ['You can browse the shop anonymously.', 1],
    ['We share aggregated data that does not identify you.', 0],
    ['We remove it or change it so that it cannot identify you.', 0],
  ])('%s', (text, count) => {
    expect(found('anonymity-claimed', collects + statement(text))).toBe(count);
  });

  it.each([
    ['We anonymise and de-identify it.', 1],
    ['We protect it by encryption, anonymisation and de-identification.', 0],
    ['It is de-identified, anonymised and deleted.', 0],
  ])('%s', (text, count) => {
    expect(found('anonymise-or-deidentify', statement(text))).toBe(count);
  });
});

it('a definition may tell a name of its term in quotation marks, and not use it', () => {
  const told = 'Whatever is about you, also called “personal data” by law.';
  expect(found('definition-of-itself', definition('Personal data', told))).toBe(0);
  expect(found('definition-of-itself', definition('Personal data', told.replace(/[“”]/g, '')))).toBe(1);
});
