import { describe, expect, it } from 'vitest';
import { slipBetween, spellingOf } from '../../../src/diff/signal/spelling.ts';
import { stemOf } from '../../../src/diff/signal/stem.ts';
import { tokensOfWords } from '../../../src/diff/signal/tokens.ts';
import { isContent, isReworded } from '../../../src/diff/signal/wording.ts';

describe('the stem of a word', () => {
  it.each([
    [['share', 'shared', 'shares', 'sharing', 'Sharing'], 'shar'],
    [['personalise', 'personalize', 'personalised', 'personalizing', 'personalises'], 'personaliz'],
    [['organisation', 'organization', 'organisations'], 'organization'],
    [['policy', 'policies'], 'policy'],
    [['apply', 'applied', 'applies'], 'apply'],
    [['stop', 'stopped', 'stopping', 'stops'], 'stop'],
    [['sell', 'sells', 'selling'], 'sell'],
    [['process', 'processed', 'processing', 'processes'], 'process'],
    [['note', 'notes', 'noted'], 'note'],
  ])('%j is one', (words, stem) => {
    expect(new Set(words.map(stemOf))).toEqual(new Set([stem]));
  });

  it.each([
    ['not', 'not'],
    ['NOT', 'not'],
    ['rise', 'ris'],
    ['us', 'us'],
    ['gas', 'gas'],
    ['ring', 'ring'],
    ['bring', 'bring'],
    ['bed', 'bed'],
    ['need', 'need'],
    ['ties', 'tie'],
    ['the', 'the'],
    ['less', 'less'],
    ['see', 'see'],
    ['agree', 'agre'],
    ['calling', 'call'],
    ['passing', 'pass'],
  ])('%s is %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });
});

describe('a slip of the pen', () => {
  it.each([
    ['recieve', 'receive', 'swapped'],
    ['receive', 'recieve', 'swapped'],
    ['category', 'catagory', 'other'],
    ['category', 'categry', 'other'],
    ['categry', 'category', 'other'],
    ['category', 'catgeory', 'swapped'],
    ['category', 'categories', undefined],
    ['category', 'biometric', undefined],
    ['typical', 'atypical', undefined],
    ['atypical', 'typical', undefined],
    ['lawful', 'unlawful', undefined],
    ['same', 'same', undefined],
    ['', 'a', undefined],
    ['a', '', undefined],
    ['a b', 'a c', undefined],
    ['ab', 'cd', undefined],
  ])('%j and %j: %s', (one, other, slip) => {
    expect(slipBetween(one, other)).toBe(slip);
  });

  const familiar = (word: string): boolean => word === 'contoso';
  const spelled = (
    signals: readonly string[],
    pair: readonly [string, string],
    letters: readonly number[],
  ) => [...spellingOf(new Set(signals), pair, letters, familiar)];

  it('in one long term is spelling', () => {
    expect(spelled(['category'], ['fingreprint', 'fingerprint'], [11, 11])).toEqual(['spelling']);
    expect(spelled(['category'], ['fingerprint', 'fingerprynt'], [11])).toEqual(['spelling']);
    expect(spelled(['opening'], ['weicome', 'welcome'], [7])).toEqual(['spelling']);
  });

  it('in a short one is another word', () => {
    expect(spelled(['category'], ['wrist', 'waist'], [5])).toEqual(['category']);
    expect(spelled(['category'], ['gender', 'gendre'], [6])).toEqual(['spelling']);
    expect(spelled(['category'], ['ender', 'endre'], [5])).toEqual(['category']);
    expect(spelled(['category'], ['genders', 'gender'], [7])).toEqual(['category']);
    expect(spelled(['category'], ['fingerprint', 'fingerprynt'], [11, 7])).toEqual(['category']);
    expect(spelled(['opening'], ['acme', 'acne'], [4])).toEqual(['opening']);
  });

  it('never hides what may not be one', () => {
    expect(spelled(['negation'], ['fingreprint', 'fingerprint'], [11])).toEqual(['negation']);
    expect(spelled(['category', 'number'], ['fingreprint', 'fingerprint'], [11])).toEqual([
      'category',
      'number',
    ]);
    expect(spelled(['category'], ['biometric', 'fingerprint'], [9, 11])).toEqual(['category']);
    expect(spelled([], ['fingreprint', 'fingerprint'], [11])).toEqual([]);
  });

  it('is a space in a word, unless it sets off what turns the word', () => {
    expect(spelled(['name', 'opening'], ['example shop', 'exampleshop'], [])).toEqual(['spelling']);
    expect(spelled(['category'], ['face print', 'faceprint'], [9])).toEqual(['spelling']);
    expect(spelled(['name'], ['example shop', 'exampleship'], [12])).toEqual(['name']);
    expect(spelled(['wording'], ['in active', 'inactive'], [])).toEqual(['wording']);
    expect(spelled(['number'], ['1 0', '10'], [])).toEqual(['number']);
  });

  it('is one in a name that the text has elsewhere, and another name otherwise', () => {
    expect(spelled(['name'], ['contsoo', 'contoso'], [7])).toEqual(['spelling']);
    expect(spelled(['name'], ['contoso', 'contosa'], [7])).toEqual(['spelling']);
    expect(spelled(['name'], ['fabrikan', 'fabrikam'], [8])).toEqual(['name']);
    expect(spelled(['name', 'category'], ['contsoo', 'contoso'], [7])).toEqual(['name', 'category']);
  });
});

describe('other words', () => {
  const reworded = (before: string, after: string): boolean =>
    isReworded(tokensOfWords(before), tokensOfWords(after));

  it.each([
    ['hats', 'shoes'],
    ['red hats', 'red shoes'],
    ['weight', 'height'],
    ['hat', 'hut'],
    ['帽', '鞋'],
  ])('%s and %s are', (one, other) => {
    expect([reworded(one, other), reworded(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['hats', 'hat'],
    ['knitting', 'knitted'],
    ['hats', 'hats and shoes'],
    ['hats', ''],
    ['botom', 'bottom'],
    ['web site', 'website'],
    ['the', 'a'],
    ['quickly', 'slowly'],
    ['red hats', 'hats red'],
  ])('%s and %s are not', (one, other) => {
    expect([reworded(one, other), reworded(other, one)]).toEqual([false, false]);
  });

  it('name something', () => {
    const content = (text: string): readonly string[] =>
      tokensOfWords(text)
        .filter(isContent)
        .map(({ text: word }) => word);
    expect(content('The Hats of an ox are really red, 3 updated')).toEqual(['Hats', 'red']);
    expect(content('帽和的鞋')).toEqual(['帽', '鞋']);
  });
});
