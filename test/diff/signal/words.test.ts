import { describe, expect, it } from 'vitest';
import { isRespelled } from '../../../src/diff/signal/spelling.ts';
import { tokensOfWords } from '../../../src/diff/signal/tokens.ts';
import { signalWordsFor } from '../../../src/diff/signal/words.ts';
import { isNear } from '../../../src/language/slips.ts';
import { policyOf } from '../../properties/policies.ts';

const saying = (text: string) => policyOf([[{ id: 'a', kind: 'statement', title: 'A', text }]]);
const said = 'Contact us about the contract, the statute and the status of Contoso.';
const words = signalWordsFor(saying(said), saying(said))('en');
const respelled = (one: string, other: string): readonly boolean[] =>
  [
    [one, other],
    [other, one],
  ].map(([a = '', b = '']) => isRespelled(tokensOfWords(a), tokensOfWords(b), words));

describe('the same words, spelt otherwise', () => {
  it.each([
    ['recieve', 'receive'],
    ['catagory', 'category'],
    ['categry', 'category'],
    ['hat', 'hats'],
    ['stories', 'story'],
    ['boxes', 'box'],
    ['organisation', 'organization'],
    ['behaviour', 'behavior'],
    ['web page', 'webpage'],
    ['log in', 'login'],
    ['whilst', 'while'],
    ['the hats are', 'the hat is'],
    ['contarct', 'contract'],
    ['a Contsoo hat', 'a Contoso hat'],
  ])('%s and %s are', (one, other) => {
    expect(respelled(one, other)).toEqual([true, true]);
  });

  it.each([
    ['contact', 'contract'],
    ['statute', 'status'],
    ['weight', 'height'],
    ['lawful', 'unlawful'],
    ['typical', 'atypical'],
    ['hat', 'hut'],
    ['in active', 'inactive'],
    ['not able', 'notable'],
    ['may be', 'maybe'],
    ['every day', 'everyday'],
    ['no where', 'now here'],
    ['never', 'nerve'],
    ['months', 'month'],
    ['parties', 'party'],
    ['request', 'requests'],
    ['hats', ''],
    ['red hats', 'hats'],
    ['1 0', '10'],
    ['a Fabrikan hat', 'a Fabrikam hat'],
    ['in the US', 'in the us'],
  ])('%s and %s are not', (one, other) => {
    expect(respelled(one, other)).toEqual([false, false]);
  });

  it.each<readonly [string, string, boolean, boolean]>([
    ['category', 'catagory', true, true],
    ['kingson', 'kingdom', false, true],
    ['fingerprint', 'fingerprnit', true, true],
    ['authentication', 'autentcation', true, true],
    ['wrist', 'waist', true, true],
    ['bird', 'bard', false, false],
    ['category', 'biometric', false, false],
    ['', 'a', false, false],
  ])('%j and %j: near %s, and %s where one is known', (one, other, near, known) => {
    expect([isNear(one, other), isNear(one, other, true)]).toEqual([near, known]);
    expect([isNear(other, one), isNear(other, one, true)]).toEqual([near, known]);
  });
});
