import { describe, expect, it } from 'vitest';
import { signalWordsFor } from '../../../src/diff/signal/words.ts';
import { signalOf } from '../../../src/diff/signal.ts';
import { editionIds } from '../../../src/model/edition.ts';
import type { Policy } from '../../../src/model/policy.ts';

const vocabulary = { data: {}, purposes: {}, permissions: {} };
const plain = { edition: editionIds.at(-1), vocabulary, prose: [] } as unknown as Policy;
const wordsFor = signalWordsFor(plain, plain);

const dates: Readonly<Record<string, readonly [string, string]>> = {
  en: ['May 1, 2024', 'June 13, 2025'],
  de: ['1. Mai 2024', '13. Juni 2025'],
  fr: ['1er mai 2024', '13 juin 2025'],
  es: ['1 de mayo de 2024', '13 de junio de 2025'],
  pt: ['1 de maio de 2024', '13 de junho de 2025'],
  it: ['1 maggio 2024', '13 giugno 2025'],
  pl: ['1 maja 2024', '13 czerwca 2025'],
  zh: ['2024年5月1日', '2025年6月13日'],
  ko: ['2024년 5월 1일', '2025년 6월 13일'],
};

const signalFor = (locale: string, text: string): string => {
  const [one = '', other = ''] = (dates[locale] ?? []).map((date) => text.replace('{}', date));
  return signalOf(one, other, wordsFor(locale === 'zh' ? 'zh-CN' : locale)).signal;
};

describe('a line that dates its document', () => {
  it('ends with the line in Chinese, unless the next one goes on with the date', () => {
    expect(signalFor('zh', '更新日期：2024年4月3日<br>生效日期：{}<br>我们织帽子。')).toBe('low');
    expect(signalFor('zh', '生效日期：{}<br>起，我们出售帽子。')).toBe('high');
    expect(signalFor('zh', '我们保存帽子至<br>{}')).toBe('high');
  });

  it.each([
    'We last updated this Privacy Policy on {}.',
    'These Terms are effective as of {}.',
    'This Privacy Policy became effective on {}.',
    'This policy went into effect on {}.',
    'This Policy was adopted on {}.',
    'Last changed: {}',
    'Last edited on {}',
    'Issue date: {}',
    'Date of publication: {}',
    'Release date: {}',
    'In effect since {}',
    'Originally posted on {}',
    'Last updated: Monday, {}',
    'Last updated: {}, 10:00 PM PST',
    'The Hat Policy was last updated on {}.',
    'The Hat Policy – last updated {}',
    'This Cookie Policy was last updated on {} and fits citizens of the Union.',
  ])('is low in English: %s', (text) => {
    expect(signalFor('en', text)).toBe('low');
  });

  it.each([
    ['05/01/24', '06/13/25'],
    ['01-05-24', '13-06-25'],
    ['20240501', '20250613'],
  ])('is low with a date written as %s', (one, other) => {
    const [before, after] = [one, other].map((date) => `Last updated: ${date}`);
    expect(signalOf(before ?? '', after ?? '', wordsFor('en')).signal).toBe('low');
  });

  it.each([
    ['de', 'Diese Datenschutzerklärung ist aktuell gültig und hat den Stand {}.'],
    ['de', 'Stand der Datenschutzerklärung: {}'],
    ['de', 'Datum der letzten Änderung: {}'],
    ['de', 'Letztes Update: {}'],
    ['de', 'Diese Fassung gilt seit dem {}.'],
    ['fr', 'Dernière révision : {}'],
    ['fr', 'En vigueur depuis le {}'],
    ['fr', 'Date d’effet : {}'],
    ['fr', 'Cette politique a été mise à jour le {}.'],
    ['fr', 'Ces conditions ont été mises à jour le {}.'],
    ['es', 'Fecha de entrada en vigor: {}'],
    ['es', 'Vigente desde {}'],
    ['pt', 'Data da última atualização: {}'],
    ['it', 'Data ultimo aggiornamento: {}'],
    ['pl', 'Data ostatniej aktualizacji: {}'],
    ['pl', 'Obowiązuje od {}'],
    ['zh', '公布日期：{}'],
    ['zh', '实施日期：{}'],
    ['zh', '最后更新日期：{}'],
    ['zh', '最近一次更新：{}'],
    ['zh', '最終改定日：{}'],
    ['ko', '시행일: {}'],
    ['ko', '최종 수정일: {}'],
  ])('is low in %s: %s', (locale, text) => {
    expect(signalFor(locale, text)).toBe('low');
  });

  it.each([
    ['en', 'If you joined before the Terms were last updated on {}, we sell hats.'],
    ['en', 'Unless the policy was last updated on {}, we sell hats.'],
    ['en', 'The policy was last updated on May 1, 2020, and hats are kept until {}.'],
    ['en', 'We keep what users last updated on {}.'],
    ['en', 'Hats are released on {}.'],
    ['en', 'Services changed on {}.'],
    ['en', 'Our cookies are in use since {}.'],
    ['en', 'We last shared hats on {}.'],
    ['en', 'Issued to: {}'],
    ['en', 'In {}'],
    ['de', 'Das Konto gilt ab dem {}.'],
    ['de', 'Die Einwilligung gilt seit dem {}.'],
    ['de', 'Seit dem {}'],
    ['fr', 'Cette offre est applicable au {}.'],
    ['fr', 'Depuis le {}'],
    ['es', 'Desde el {}'],
    ['pt', 'Data da venda: {}'],
    ['pl', 'Od {}'],
    ['zh', '本服务自{}起施行。'],
    ['zh', '本政策自{}起更新个人行为信息。'],
    ['zh', '自{}起公开个人信息。'],
    ['zh', '本协议终止于{}。'],
    ['ko', '데이터 보관: {}'],
  ])('is high where something else begins or ends, in %s: %s', (locale, text) => {
    expect(signalFor(locale, text)).toBe('high');
  });
});
