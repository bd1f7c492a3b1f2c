import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { mayBeEmpty, modelTexts } from '../../src/model/words-file.ts';
import { standaloneHtml, standaloneMarkdown } from '../../src/render/standalone.ts';
import { localeName, wordsIn } from '../../src/render/words.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { wordsFile } from '../../src/translate/words-file.ts';
import { overSmall } from '../check/sample.ts';
import { filledWords } from '../words/filled.ts';

const head = (locales: string): string =>
  `format: policyc/policy@1
id: small
title: Privacy policy
edition: "2026-11"
prevailing: en
locales: ${locales}
profiles: [cn-pipl]
utcOffset: "+08:00"
parties:
  - { id: company, role: controller, name: Small Ltd, country: IE }
chapters: [main, about]
`;
const compiled = (locales: string, files: Readonly<Record<string, string>> = {}) =>
  checkSnapshot(
    overSmall(
      snapshotOf(
        Object.entries({ 'policy.yaml': head(locales), ...files }).map(([path, text]) => [
          path,
          new TextEncoder().encode(text),
        ]),
      ),
    ),
  );
const told = ({ problems }: { problems: readonly Diagnostic[] }): string[] =>
  problems
    .filter(({ code }) => code !== 'translation-missing' && code !== 'prose-unread')
    .map(({ code }) => code);
const wanted = {
  locale: 'ar',
  countries: { IE: 'Ireland' },
  terms: {
    data: { contact: 'personal contact details', 'contact.email': 'email address' },
    purposes: { 'account.registration': 'creating an account' },
    permissions: {},
  },
};
const arabic = filledWords(wordsFile(undefined, wanted) ?? '');

describe('a language that policyc does not speak', () => {
  it.each(['[en, ar]', '[en, pt-BR]', '[en, nl]', '[en, ko]', '[en, he]', '[en, fa]', '[en, sr-Latn]'])(
    '%s is an error, and no page is made',
    (locales) => {
      const result = compiled(locales);
      expect(told(result)).toEqual(['locale-without-words']);
      expect(result.policy).toBeUndefined();
    },
  );

  it.each(['[en, de-AT]', '[en, zh-HK]', '[en, zh-SG]', '[en, en-GB]'])(
    '%s has the words of its language',
    (locales) => expect(told(compiled(locales))).toEqual([]),
  );

  it('has pages in the words that the policy brings, when they are all there', () => {
    const { policy, problems } = compiled('[en, ar]', { 'words/ar.yaml': arabic });
    expect(told({ problems })).toEqual([]);
    if (!policy) throw new Error('not compiled');
    const page = standaloneMarkdown(policy, 'ar', { sequence: 2, effective: '2026-11-26' });
    // A text that nobody translated keeps the names of its own language; all other words are those that were brought.
    expect(page).not.toMatch(/Who we are|Contents|effective|Email address|Ireland/);
    expect(standaloneHtml(policy, 'ar', {})).toContain('<html lang="ar" dir="rtl"');
    expect(localeName(policy, 'ar')).toBe('العربية');
    expect(wordsIn(policy, 'ar').country('IE')).toBe('أيرلندا');
  });

  it.each(
    [...modelTexts.keys()].filter((path) => !mayBeEmpty.has(path)).filter((_, index) => index % 37 === 0),
  )('is missed when %s is empty', (path) => {
    const name = path.split('.').at(-1);
    const without = arabic.replace(new RegExp(`^( +"?${name}"?): ".*?"`, 'm'), '$1: ""');
    const result = compiled('[en, ar]', { 'words/ar.yaml': without });
    expect(without).not.toBe(arabic);
    expect(told(result)).toEqual(['words-missing']);
  });

  it('lacks the name of a country or a category that the policy comes to name', () => {
    const without = arabic.replace(/^countries:\n.*\n/m, '').replace(/^ +contact\.email:.*\n/m, '');
    const { problems } = compiled('[en, ar]', { 'words/ar.yaml': without });
    const [missing] = problems.filter(({ code }) => code === 'words-missing');
    expect(missing?.args).toEqual({ locale: 'ar', missing: ['countries.IE', 'terms.data.contact.email'] });
  });

  it('is served by a file of the language, and not by one of another region or script', () => {
    const named = (file: string, locale: string): string[] =>
      told(compiled(`[en, ${locale}]`, { [`words/${file}.yaml`]: arabic }));
    expect(named('pt', 'pt-BR')).toEqual([]);
    expect(named('pt-PT', 'pt-BR')).toContain('locale-without-words');
    expect(named('sr', 'sr-Latn')).toContain('locale-without-words');
  });
});

describe('a language that policyc speaks', () => {
  it('has other words where the policy brings them, and its own for the rest', () => {
    const { policy, problems } = compiled('[en, de]', {
      'words/de.yaml': 'words:\n  parties: Verantwortliche\n  languages: { ar: Arabisch }\n',
    });
    expect(told({ problems })).toEqual([]);
    if (!policy) throw new Error('not compiled');
    const words = wordsIn(policy, 'de');
    expect([words.parties, words.contents, words.languages]).toEqual([
      'Verantwortliche',
      'Inhalt',
      expect.objectContaining({ ar: 'Arabisch', en: 'Englisch' }),
    ]);
    expect(words.units.day(1)).toBe('1 Tag');
    // Every text of a page asks for them: a thousand words are joined once.
    expect(wordsIn(policy, 'de')).toBe(words);
  });

  it('is told apart by its country where the policy has it twice', () => {
    const { policy } = compiled('[en, en-GB, zh-TW]');
    if (!policy) throw new Error('not compiled');
    expect(['en', 'en-GB', 'zh-TW'].map((locale) => localeName(policy, locale))).toEqual([
      'English',
      'English (United Kingdom)',
      '繁體中文',
    ]);
  });

  it('names the terms of the edition, for a policy in it alone', () => {
    const label = (locales: string) => compiled(locales).policy?.vocabulary.data['contact.email']?.label;
    expect(label('[en]')).toEqual({ en: 'email address', 'zh-CN': '电子邮箱' });
    expect(label('[en, de-AT]')).toMatchObject({ de: 'E-Mail-Adresse' });
  });
});
