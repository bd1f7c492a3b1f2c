import { describe, expect, it } from 'vitest';
import { type Diagnostic, messageOf } from '../../src/base/diagnostic.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { isAlike, textMark } from '../../src/model/locale.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { policyFrom, smallHead } from '../policy.ts';

const words = 'We read :data[contact.email] and :ref[thanks].';
const chapter = `chapter: main
title: Main
clauses:
  - id: login
    kind: statement
    title: Signing in
    text: "${words}"
  - { id: thanks, kind: statement, title: Thank you }
`;
const headIn = (...locales: readonly string[]): string =>
  smallHead.replace('locales: [en]', `locales: [${['en', ...locales].join(', ')}]`);

type Translations = Readonly<Record<string, Readonly<Record<string, readonly [of: string, text: string]>>>>;

const whole: Translations = {
  policy: { title: ['Privacy policy', '隐私政策'] },
  main: { title: ['Main', '主要'] },
  login: { title: ['Signing in', '登录'], text: [words, '我们读取 :data[contact.email]，见 :ref[thanks]。'] },
  thanks: { title: ['Thank you', '谢谢'] },
};

function overlay(translations: Translations, locale = 'zh-CN'): string {
  const texts = Object.entries(translations).map(([owner, fields]) => [
    owner,
    Object.fromEntries(
      Object.entries(fields).map(([field, [of, text]]) => [field, { of: textMark(of), text }]),
    ),
  ]);
  return JSON.stringify({ locale, texts: Object.fromEntries(texts) });
}

function files(translations: Translations | undefined, main = chapter, head = headIn('zh-CN')) {
  return {
    'policy.yaml': head,
    'chapters/main.yaml': main,
    ...(translations ? { 'locales/zh-CN/main.yaml': overlay(translations) } : {}),
  };
}

function problemsOf(texts: Readonly<Record<string, string>>): readonly Diagnostic[] {
  const encoder = new TextEncoder();
  const entries = Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)] as const);
  return checkSnapshot(snapshotOf(entries)).problems.filter(({ code }) =>
    /^(translation|locale)-/.test(code),
  );
}

/** Code, severity, file and line of what is found, with the arguments that matter. */
function found(texts: Readonly<Record<string, string>>) {
  return problemsOf(texts).map(({ code, severity, args, place }) => ({
    code,
    severity,
    args,
    file: place.file,
  }));
}

const { thanks: _thanks, ...withoutThanks } = whole;

describe('translations', () => {
  it('that are whole and fresh have no problems, and are rows of the prose table', () => {
    expect(problemsOf(files(whole))).toEqual([]);
    const rows = policyFrom(files(whole)).prose.filter(({ key }) => key.at(-1) === 'zh-CN');
    expect(rows.map(({ key, values }) => [key.join('/'), values.text])).toEqual([
      ['login/text/zh-CN', whole.login?.text?.[1]],
      ['login/title/zh-CN', '登录'],
      ['main/title/zh-CN', '主要'],
      ['policy/title/zh-CN', '隐私政策'],
      ['thanks/title/zh-CN', '谢谢'],
    ]);
  });

  it('that are missing are counted once a language, at its place in policy.yaml', () => {
    expect(found(files(withoutThanks))).toEqual([
      {
        code: 'translation-missing',
        severity: 'warning',
        args: { locale: 'zh-CN', count: 1, examples: ['thanks/title'] },
        file: 'policy.yaml',
      },
    ]);
    const [problem] = problemsOf(files(undefined));
    expect(problem && messageOf(problem).reason).toBe(
      '5 texts have no translation into zh-CN: policy/title, main/title, login/title ….',
    );
  });

  it.each([
    ['of a field that is not there', { login: { ...whole.login, titel: ['Signing in', '登录'] } }, 'title'],
    ['of a clause that is not there', { logout: { title: ['Signing out', '退出'] } }, undefined],
    ['of a fact', { login: { ...whole.login, kind: ['statement', '声明'] } }, undefined],
  ] as const)('%s are superfluous', (_, more, nearest) => {
    const [problem, ...others] = found(files({ ...whole, ...(more as Translations) }));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'translation-extra', severity: 'error', args: { nearest } });
  });

  it('are stale when their text says something else, and not when its quotes are drawn anew', () => {
    const changed = chapter.replace('title: Thank you', 'title: Thank you all');
    expect(found(files(whole, changed))).toEqual([
      {
        code: 'translation-stale',
        severity: 'warning',
        args: { locale: 'zh-CN', owner: 'thanks', field: 'title', now: textMark('Thank you all') },
        file: 'locales/zh-CN/main.yaml',
      },
    ]);
    expect(textMark('It’s  “here” – now\n')).toBe(textMark('It\'s "here" - now'));
    expect(textMark('It is here')).not.toBe(textMark('It is not here'));
  });

  it('are given once, whichever file they stand in', () => {
    const again = overlay({ thanks: whole.thanks ?? {} });
    const [problem, ...others] = found({ ...files(whole), 'locales/zh-CN/other.yaml': again });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'translation-twice',
      args: { owner: 'thanks', field: 'title' },
      file: 'locales/zh-CN/other.yaml',
    });
  });

  it.each([
    ['leaves a reference out', '我们读取 :data[contact.email]。', { missing: [':ref[thanks]'], added: [] }],
    [
      'has one of its own',
      '我们读取 :data[contact.mobile_phone]，见 :ref[thanks]。',
      { missing: [':data[contact.email]'], added: [':data[contact.mobile_phone]'] },
    ],
    [
      'has one twice',
      '我们读取 :data[contact.email] 和 :data[contact.email]，见 :ref[thanks]。',
      { missing: [], added: [':data[contact.email]'] },
    ],
    ['puts them in another order', '见 :ref[thanks]：我们读取 :data[contact.email]{as="邮箱"}。', undefined],
  ])('point at the same things: one that %s', (_, text, args) => {
    const problems = found(files({ ...whole, login: { ...whole.login, text: [words, text] } }));
    expect(problems.map((problem) => [problem.code, problem.args])).toEqual(
      args ? [['translation-references-differ', args]] : [],
    );
  });

  it('are in a language that policy.yaml lists, and not in the prevailing one', () => {
    for (const locale of ['fr', 'en']) {
      const problems = found({ ...files(whole), [`locales/${locale}/main.yaml`]: overlay(whole, locale) });
      expect(problems.map(({ code }) => code)).toEqual(['locale-unlisted']);
    }
  });
});

describe('a change of translations', () => {
  const changes = (base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>) =>
    comparePolicies(policyFrom(base), policyFrom(head)).changes.map(({ kind, verdict, key }) => ({
      kind,
      verdict,
      at: key.join('/'),
    }));

  it('a first translation is to review, and several of one language are one finding', () => {
    const found = changes(files(withoutThanks), files(whole));
    expect(found).toEqual([{ kind: 'translation-added', verdict: 'review', at: 'thanks/title/zh-CN' }]);
    const all = comparePolicies(policyFrom(files(undefined)), policyFrom(files(whole))).changes;
    expect(all.map(({ kind, words }) => [kind, words])).toEqual([
      ['translation-added', 'Signing in: text, and 4 more texts, can now be read in Chinese.'],
    ]);
  });

  it('a language of its own is one finding to review, with every text in it', () => {
    const bare = policyFrom(files(undefined, chapter, headIn()));
    const found = comparePolicies(bare, policyFrom(files(whole))).changes;
    expect(found.map(({ kind, verdict }) => [kind, verdict])).toEqual([['locale-added', 'review']]);
    const [{ after }] = found as [(typeof found)[number]];
    const carried = after && 'row' in after ? after.carries.map(({ key }) => key.join('/')) : [];
    expect(carried).toHaveLength(5);
    const other = { ...whole, thanks: { title: ['Thank you', '不谢'] as const } };
    const prints = [whole, other].map(
      (texts) => comparePolicies(bare, policyFrom(files(texts))).changes[0]?.fingerprint,
    );
    expect(prints[0]).not.toBe(prints[1]);
  });

  it('a text of a language that is new stays under it, though its original changed too', () => {
    const changed = chapter.replace('title: Thank you', 'title: Thank you all');
    const translated = { ...whole, thanks: { title: ['Thank you all', '谢谢'] as const } };
    const found = changes(files(undefined, chapter, headIn()), files(translated, changed));
    expect(found.map(({ kind }) => kind).sort()).toEqual(['locale-added', 'text-changed']);
  });

  it('an edit of a translation is a change of prose in that language, to review', () => {
    const edited = { ...whole, thanks: { title: ['Thank you', '不谢'] as const } };
    expect(changes(files(whole), files(edited))).toEqual([
      { kind: 'text-changed', verdict: 'review', at: 'thanks/title/zh-CN' },
    ]);
  });

  it('accepting a stale translation changes nothing more than the text did', () => {
    const changed = chapter.replace('title: Thank you', 'title: Thank you all');
    const stale = files(whole, changed);
    const accepted = files({ ...whole, thanks: { title: ['Thank you all', '谢谢'] } }, changed);
    expect(changes(stale, accepted)).toEqual([]);
    expect(changes(files(whole), accepted)).toEqual([
      { kind: 'text-changed', verdict: 'review', at: 'thanks/title/en' },
    ]);
  });

  it('a translation taken away is to review, and so is a language', () => {
    expect(changes(files(whole), files(withoutThanks))).toEqual([
      { kind: 'translation-removed', verdict: 'review', at: 'thanks/title/zh-CN' },
    ]);
    const dropped = changes(files(whole), files(undefined, chapter, headIn()));
    expect(dropped.find(({ kind }) => kind === 'locale-removed')?.verdict).toBe('review');
  });

  it('a new text comes with its translation, and both are to review', () => {
    const more = chapter.replace('title: Thank you', 'title: Thank you, text: Truly.');
    const thanks = { ...whole.thanks, text: ['Truly.', '真的。'] as const };
    const found = changes(files(whole), files({ ...whole, thanks }, more));
    const texts = found.filter(({ kind }) => kind === 'text-added');
    expect(texts.map(({ at }) => at).sort()).toEqual(['thanks/text/en', 'thanks/text/zh-CN']);
    expect(texts.every(({ verdict }) => verdict === 'review')).toBe(true);
  });
});

it('tags name one language where they name one script of it', () => {
  expect([
    isAlike('en', 'en-GB'),
    isAlike('zh', 'zh-CN'),
    isAlike('zh-HK', 'zh-TW'),
    isAlike('nl', 'nl-BE'),
  ]).toEqual([true, true, true, true]);
  expect([isAlike('zh-CN', 'zh-TW'), isAlike('en', 'de')]).toEqual([false, false]);
});
