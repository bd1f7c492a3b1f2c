import { describe, expect, it } from 'vitest';
import { country, date, id, locale, term, url } from '../../src/model/forms.ts';
import { meantInstead } from '../../src/syntax/meant.ts';

const offset = '^[+-][0-9]{2}:[0-9]{2}$';

describe('what was probably meant', () => {
  it.each([
    ['zh_TW', locale, 'zh-TW'],
    ['ZH-tw', locale, 'zh-TW'],
    ['zh-hant-hk', locale, 'zh-Hant-HK'],
    ['es-419', locale, 'es'],
    ['de', country, 'DE'],
    ['Deutschland', country, 'DE'],
    ['U.S.A.', country, 'US'],
    ['Hongkong', country, 'HK'],
    ['中国', country, 'CN'],
    ['Cote d’Ivoire', country, 'CI'],
    ['The Netherlands', country, 'NL'],
    ['Schweitz', country, 'CH'],
    ['Nowhere', country, undefined],
    ['2027/3/1', date, '2027-03-01'],
    ['http://a.example', url, 'https://a.example'],
    ['a.example/b', url, 'https://a.example/b'],
    ['Rights and choices', id, 'rights-and-choices'],
    ['rights.yaml', id, 'rights'],
    ['email address', term, undefined],
    ['Spanish', locale, undefined],
    ['next week', date, undefined],
  ])('by %s', (text, { schema }, meant) => {
    expect(meantInstead(text, String(schema.pattern))).toBe(meant);
  });

  it.each([
    ['+8', '+08:00'],
    ['UTC+5:30', '+05:30'],
    ['Asia/Shanghai', '+08:00'],
    ['UTC', '+00:00'],
    ['Europe/Berlin', undefined],
    ['Nowhere/Land', undefined],
  ])('by the offset %s', (text, meant) => {
    expect(meantInstead(text, offset)).toBe(meant);
  });
});
