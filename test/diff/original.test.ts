import { describe, expect, it } from 'vitest';
import { differencesOfTranslation } from '../../src/diff/translation/apart.ts';

const held = (original: string, translation: string, locales: readonly [string, string] = ['en', 'de']) =>
  differencesOfTranslation({ original, translation, locales }).map((one) => {
    return `${one.what}: ${one.original} / ${one.translation}`;
  });

describe('a translation held against its original', () => {
  it.each([
    ['a number', 'We keep it for 90 days.', 'Wir bewahren es 900 Tage auf.', ['number: 90 / 900']],
    [
      'a unit',
      'We keep it for 30 days.',
      'Wir bewahren es 30 Monate auf.',
      ['duration: 30 days / 30 months'],
    ],
    ['a denial that is gone', 'We do not sell it.', 'Wir verkaufen es.', ['negation: 1 / 0']],
    ['a denial that is new', 'We delete it.', 'Wir löschen es nicht.', ['negation: 0 / 1']],
    [
      'what is pointed at',
      'We use :data[contact.email].',
      'Wir nutzen :data[location].',
      ['directive: :data[contact.email] / :data[location]'],
    ],
    [
      'where a link leads',
      'See [here](https://shop.example/a).',
      'Siehe [hier](https://evil.example/a).',
      ['link: shop.example/a / evil.example/a'],
    ],
    [
      'a paragraph that is missing',
      'We sell nothing.\n\nWe keep nothing.',
      'Wir verkaufen nie etwas. Amen.',
      ['parts: 2 / 1'],
    ],
    [
      'a text that says far more',
      'We use cookies on our site, and you can switch them off.',
      `Wir nutzen Cookies. ${'Und wir verkaufen alles an jeden. '.repeat(8)}`,
      ['length: 56 / 291'],
    ],
    [
      'a number written twice',
      'Within 15 days, 15 at most.',
      'In 15 Tagen, höchstens.',
      ['number: 15 / none'],
    ],
  ] as const)('%s', (_, original, translation, found) => {
    expect(held(original, translation)).toEqual(found);
  });

  it.each([
    ['numbers in words', 'Within 15 days, three at most.', '十五日内，最多 3 天。', ['en', 'zh-CN']],
    ['a date in another order', 'Valid from 2 June 2022.', '自 2022 年 6 月 2 日起生效。', ['en', 'zh-CN']],
    ['thousands in another way', 'Some 10,000 people.', 'Etwa 10.000 Personen.', ['en', 'de']],
    ['a denial as one', 'We do not sell it.', '我们不会出售。', ['en', 'zh-CN']],
    ['working days', 'In 15 working days.', 'In 15 Tagen.', ['en', 'de']],
    ['another language altogether', 'Nothing is sold.', 'Mitään ei myydä.', ['en', 'fi']],
    ['a short word', 'OK', 'Einverstanden', ['en', 'de']],
  ] as const)('finds nothing in %s', (_, original, translation, locales) => {
    expect(held(original, translation, locales)).toEqual([]);
  });

  it('says the same of both, the other way round', () => {
    expect(held('We never keep it 30 days.', 'Wir bewahren es 30 Wochen auf.')).toEqual([
      'duration: 30 days / 30 weeks',
      'negation: 1 / 0',
    ]);
    expect(held('Wir bewahren es 30 Wochen auf.', 'We never keep it 30 days.', ['de', 'en'])).toEqual([
      'duration: 30 weeks / 30 days',
      'negation: 0 / 1',
    ]);
  });
});
