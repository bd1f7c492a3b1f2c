import { expect, it } from 'vitest';
import { listWords, regionName, wordsIn } from '../../src/render/words.ts';
import { policyFrom, smallHead } from '../policy.ts';

const policy = policyFrom({
  'policy.yaml': smallHead.replace('[en]', '[en, es, de, zh-CN]'),
  'chapters/main.yaml':
    'chapter: main\ntitle: All\nclauses:\n  - { id: one, kind: statement, title: One, text: Words. }\n',
});
const listed = (locale: string, items: readonly string[], alternative = false): string =>
  listWords(wordsIn(policy, locale), items, alternative);

it('a list ends as its language says it before the sound that follows', () => {
  expect(listed('es', ['Francia', 'Italia'])).toBe('Francia e Italia');
  expect(listed('es', ['plomo', 'hierro'])).toBe('plomo y hierro');
  expect(listed('es', ['Italia', 'Francia'])).toBe('Italia y Francia');
  expect(listed('es', ['Catar', 'Omán'], true)).toBe('Catar u Omán');
  expect(listed('en', ['Ireland', 'Italy'])).toBe('Ireland and Italy');
  expect(listed('zh-CN', ['爱尔兰', '意大利'], true)).toBe('爱尔兰或意大利');
});

it('a region has a name in every language', () => {
  const named = (locale: string, code: string) => regionName(wordsIn(policy, locale), code);
  expect(named('en', 'US-CA')).toBe('California');
  expect(named('en', 'US-DC')).toBe('the District of Columbia');
  expect(named('de', 'US-CA')).toBe('Kalifornien');
  expect(named('de', 'US-TX')).toBe('Texas');
  expect(named('de', 'CH')).toBe('der Schweiz');
  expect(named('zh-CN', 'CA-QC')).toBe('魁北克省');
});
