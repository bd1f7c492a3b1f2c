import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { policyFrom, smallHead } from '../policy.ts';

function blanksIn(text: string, locale = 'en', company = 'Paper Lamp Ltd'): readonly string[] {
  const policy = policyFrom({
    'policy.yaml': smallHead.replaceAll(/\ben\b/g, locale).replace('Small Ltd', JSON.stringify(company)),
    'chapters/main.yaml': `chapter: main\ntitle: T\nclauses:\n  - { id: said, kind: statement, title: T, text: ${JSON.stringify(text)} }\n`,
  });
  return checkPolicy(policy)
    .filter(({ code }) => code === 'blank-left')
    .map(({ args }) => (args as { quote: string }).quote);
}

describe('blanks that a template left', () => {
  it.each([
    ['[Company Name] runs this shop.', '[Company Name]'],
    ['Write to \\[insert e-mail address here\\].', '\\[insert e-mail address here\\]'],
    ['Read more under [add link].', '[add link]'],
    ['Write to [email protected].', '[email protected]'],
    ['We keep it for XX days.', 'XX days'],
    ['We keep it for [period to be confirmed] and then delete it. TBD', 'TBD'],
    ['{{ company_name }} runs this shop.', '{{ company_name }}'],
    ['%%ENTITY_NAME%% runs this shop.', '%ENTITY_NAME%'],
    ['Lorem ipsum dolor sit amet.', 'Lorem ipsum'],
  ])('%s', (text, quote) => {
    expect(blanksIn(text)).toEqual([quote]);
  });

  it.each([
    ['de', '[Firmenname] betreibt diesen Laden.', '[Firmenname]'],
    ['de', 'Schreiben Sie an die Muster GmbH.', 'Muster GmbH'],
    ['fr', '[nom de la société] exploite cette boutique.', '[nom de la société]'],
    ['es', '[razón social] gestiona esta tienda.', '[razón social]'],
    ['zh-CN', '本产品由【公司名称】运营。', '【公司名称】'],
    ['zh-CN', '请联系【请填写联系邮箱】。', '【请填写联系邮箱】'],
    ['zh-CN', '本产品由XX公司运营。', 'XX公司'],
    ['ja', '〇〇株式会社が運営します。', '〇〇株式会社'],
  ])('%s: %s', (locale, text, quote) => {
    expect(blanksIn(text, locale)).toEqual([quote]);
  });

  it.each([
    'Press [Add to cart] or [Enter].',
    'Read [name of the shop](https://lamp.example/names), [our company name][1] and note [1].',
    'Your company may write to us; the name of your company is kept.',
    'We rate films XXX, and shoes XXL.',
    'He said that it [the lamp] was lit, and wrote `[company name]` in code.',
    '- [x] We deliver.\n- [ ] We do not.',
    'What we say is 100% TRUE.',
  ])('leaves alone: %s', (text) => {
    expect(blanksIn(text)).toEqual([]);
  });

  it.each(['【重要提示】请仔细阅读【本政策】。', '我们会在30天内删除。'])('leaves alone: %s', (text) => {
    expect(blanksIn(text, 'zh-CN')).toEqual([]);
  });

  it.each(['Example Company', 'Your Company Name', '[Company]', 'TBD'])('finds the company %s', (company) => {
    expect(blanksIn('We deliver.', 'en', company)).toEqual([company]);
  });

  it.each(['Example Company Ltd', 'Acme Paper', 'The Company Store'])('leaves the company %s', (company) => {
    expect(blanksIn('We deliver.', 'en', company)).toEqual([]);
  });
});
