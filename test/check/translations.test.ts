import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** What is said of a text and its translation. */
function said(text: string, locale: string, translation: string): string[] {
  const policy = policyFrom({
    'policy.yaml': smallHead.replace('locales: [en]', `locales: [en, ${locale}]`),
    'chapters/main.yaml': `chapter: main\ntitle: A\nclauses:\n  - { id: b, kind: statement, title: B, text: ${JSON.stringify(text)} }\n`,
    [`locales/${locale}/main.yaml`]: `locale: ${locale}\ntexts:\n  b: { text: { of: h000000000000, text: ${JSON.stringify(translation)} } }\n`,
  });
  return checkPolicy(policy).flatMap((one) =>
    one.code === 'translation-says-otherwise' ? [(one.args as { readonly quote: string }).quote] : [],
  );
}

describe('a translation that says something else', () => {
  it.each([
    ['We keep it for 30 days.', 'de', 'Wir bewahren es 60 Tage auf.', '60 Tage'],
    ['We keep it for two years.', 'zh-CN', '我们保存三年。', '三年'],
    ['At most 1,000 letters.', 'fr', 'Au plus 10 000 lettres.', '10 000'],
    ['We do not sell it.', 'de', 'Wir verkaufen es.', 'Wir verkaufen es.'],
    ['We sell it.', 'es', 'No lo vendemos.', 'No lo vendemos.'],
    ['We call you.', 'ja', 'お客様に電話しません。', 'お客様に電話しません。'],
    ['We keep it. We never read it.', 'zh-CN', '我们保存它。我们会阅读它。', '我们会阅读它。'],
  ])('%s (%s) %s', (text, locale, translation, quote) => {
    expect(said(text, locale, translation)).toEqual([quote]);
  });

  it.each([
    ['We keep it for 12 months.', 'de', 'Wir bewahren es ein Jahr auf.'],
    ['We keep it for two weeks.', 'de', 'Wir bewahren es 14 Tage auf.'],
    ['Up to 1,000.50 euros.', 'de', 'Bis 1.000,50 Euro.'],
    ['By 3 of them.', 'zh-CN', '其中三个。'],
    ['At 5 p.m. on 24 October 2021.', 'de', 'Am 24. Oktober 2021 um 17 Uhr.'],
    ['About 2 million people.', 'zh-CN', '约200万人。'],
    ['We keep it only as long as needed.', 'de', 'Wir bewahren es nicht länger als nötig auf.'],
    ['Not more than 5.', 'de', 'Höchstens 5.'],
    ['We report conduct in breach of it.', 'de', 'Wir melden nicht vertragsgemäßes Verhalten.'],
    ['We do not honour it.', 'de', 'Wir verstoßen dagegen.'],
    ['Without it you cannot order.', 'fr', 'Vous ne pouvez pas commander.'],
    ['We call you. It is free.', 'es', 'No lo vendemos.'],
  ])('is not this: %s (%s) %s', (text, locale, translation) => {
    expect(said(text, locale, translation)).toEqual([]);
  });
});
