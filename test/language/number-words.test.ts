import { describe, expect, it } from 'vitest';
import { hanNumber, numberAt, numberCalled } from '../../src/language/number-words.ts';

const wordsOf = (text: string): readonly { readonly key: string }[] =>
  text.split(/[ -]/).map((key) => ({ key }));

describe('numbers in words', () => {
  it.each([
    ['thirty', 30, 1],
    ['twenty-four hours', 24, 2],
    ['one hundred days', 100, 2],
    ['twenty twenty', 20, 1],
    ['five six', 5, 1],
    ['dreißig', 30, 1],
  ])('%s is %i, of %i words', (text, value, length) => {
    expect(numberAt(wordsOf(text), 0)).toEqual({ value, length });
  });

  it.each([
    ['十四', 14],
    ['三十', 30],
    ['一百零八', 108],
    ['二千五百', 2500],
    ['二〇二四', 2024],
    ['两', 2],
    ['三三十', undefined],
    ['十百', undefined],
    ['帽', undefined],
    ['', undefined],
  ])('%s is %s', (text, value) => {
    expect(hanNumber(text)).toBe(value);
  });

  it('knows a word in the language of its text alone', () => {
    expect(numberCalled('once', 'english')).toBeUndefined();
    expect(numberCalled('once', 'others')).toBe(11);
    expect(numberCalled('thirty', 'others')).toBeUndefined();
  });
});
