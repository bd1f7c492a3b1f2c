import { describe, expect, it } from 'vitest';
import { categoriesOf, languageFor, languages, model } from '../../src/words/languages.ts';
import { textsIn } from '../../src/words/own.ts';
import { speak } from '../../src/words/speak.ts';
import { type AnyTable, bracedNames } from '../../src/words/table.ts';

const formsOf = (text: string | AnyTable): readonly string[] =>
  typeof text === 'string' ? [text] : Object.values(text).map(String);
const english = new Map(textsIn(model));

describe.each(languages)('the words of $tag', ({ tag, table }) => {
  const texts = new Map(textsIn(table));

  it('are there for every text of the English table, and no more', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have the names in braces that the English has', () => {
    const apart = [...texts].flatMap(([path, text]) => {
      const wanted = bracedNames(english.get(path) ?? '').filter((name) => name !== 'count');
      const wrong = formsOf(text).filter((form) => {
        const named = bracedNames(form).filter((name) => name !== 'count');
        return named.length !== wanted.length || !wanted.every((name) => named.includes(name));
      });
      return wrong.map((form) => `${path}: ${form}`);
    });
    expect(apart).toEqual([]);
  });

  it('begin no line with a sign that belongs to the word before it', () => {
    const apart = [...texts].filter(([, text]) => formsOf(text).some((form) => / [:;?!»]|« /.test(form)));
    expect(apart).toEqual([]);
  });

  it('are written in the language: no text of some length is the English one', () => {
    const same = [...texts].flatMap(([path, text]) =>
      tag !== 'en' &&
      typeof text === 'string' &&
      text.replaceAll(/\{\w+\}/g, '').length > 14 &&
      text === english.get(path)
        ? [path]
        : [],
    );
    expect(same).toEqual([]);
  });

  it('leave no brace behind when they are spoken', () => {
    const said = speak(model, table, categoriesOf(tag)) as Readonly<Record<string, unknown>>;
    const walk = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'function'
          ? [1, 2, 5].map((count) => String(value(count, count, count, count)))
          : Object.values(value as object).flatMap(walk);
    expect(walk(said).filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
  });
});

describe('a locale', () => {
  it.each([
    ['en-GB', 'en'],
    ['zh', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['de-AT', 'de'],
  ])('%s has the words of %s', (locale, tag) => expect(languageFor(locale)?.tag).toBe(tag));

  it.each(['ar', 'yue', 'sr-Latn', 'en-Dsrt', 'nonsense!'])(
    '%s has those of no other language or script',
    (locale) => expect(languageFor(locale)).toBeUndefined(),
  );
});
