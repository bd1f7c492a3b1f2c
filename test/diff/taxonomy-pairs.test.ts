import { describe, expect, it } from 'vitest';
import { startOfFile } from '../../src/base/place.ts';
import type { Carried } from '../../src/diff/carry.ts';
import type { Difference } from '../../src/diff/difference.ts';
import { pairAlongTaxonomy } from '../../src/diff/taxonomy-pairs.ts';
import type { RelationName } from '../../src/model/relations.ts';

/** voice and face are biometric, and biometric is about the body; email is none of these. */
const parents: Readonly<Record<string, string>> = {
  whisper: 'voice',
  voice: 'biometric',
  face: 'biometric',
  biometric: 'body',
};
const terms = {
  get: (id: string) => ({ label: {}, ...(parents[id] === undefined ? {} : { parent: parents[id] }) }),
};

const difference = (is: 'added' | 'removed', key: string, relation: RelationName): Difference => ({
  table: 'facts',
  is,
  row: { relation, key: key.split(' '), values: {}, place: startOfFile('main.yaml') },
});
const of = (
  sign: string,
  relation: RelationName = 'function.data',
  carries: readonly Difference[] = [],
): Carried => ({
  difference: difference(sign[0] === '+' ? 'added' : 'removed', sign.slice(1), relation),
  carries,
});
const told = (found: readonly Carried[]): readonly string[] =>
  pairAlongTaxonomy(found, terms).map(({ difference: one }) => {
    if (one.is === 'replaced') return `${one.base.key.join(' ')} → ${one.head.key.join(' ')}`;
    return one.is === 'changed' ? 'changed' : `${one.is === 'added' ? '+' : '-'}${one.row.key.join(' ')}`;
  });

describe('one category in place of another', () => {
  it.each<readonly [what: string, found: readonly Carried[], told: readonly string[]]>([
    ['is narrower', [of('-shop biometric'), of('+shop voice')], ['shop biometric → shop voice']],
    ['is wider', [of('+shop biometric'), of('-shop voice')], ['shop voice → shop biometric']],
    ['may be several steps away', [of('-shop body'), of('+shop whisper')], ['shop body → shop whisper']],
    [
      'is nothing of the kind beside it',
      [of('-shop voice'), of('+shop face')],
      ['-shop voice', '+shop face'],
    ],
    [
      'is nothing of the kind elsewhere',
      [of('-shop email'), of('+shop face')],
      ['-shop email', '+shop face'],
    ],
    ['is of one list', [of('-shop biometric'), of('+desk voice')], ['-shop biometric', '+desk voice']],
    [
      'is of one relation',
      [of('-shop biometric'), of('+shop voice', 'recipient.data')],
      ['-shop biometric', '+shop voice'],
    ],
    [
      'takes both to come and go',
      [of('+shop biometric'), of('+shop voice')],
      ['+shop biometric', '+shop voice'],
    ],
    [
      'is no other thing of that name',
      [of('-shop biometric', 'recipient.listed'), of('+shop voice', 'recipient.listed')],
      ['-shop biometric', '+shop voice'],
    ],
    [
      'is the nearest one',
      [of('-shop body'), of('-shop biometric'), of('-shop email'), of('+shop voice')],
      ['-shop body', '-shop email', 'shop biometric → shop voice'],
    ],
    [
      'is used once',
      [of('-shop biometric'), of('+shop face'), of('+shop voice')],
      ['shop biometric → shop face', '+shop voice'],
    ],
    [
      'is used once from the other side',
      [of('-shop face'), of('-shop voice'), of('+shop biometric')],
      ['-shop voice', 'shop face → shop biometric'],
    ],
  ])('%s', (_, found, expected) => {
    expect(told(found)).toEqual(expected);
  });

  it('may be an entry’s of a register', () => {
    const found = [
      of('-a mail biometric', 'recipient.listed.data'),
      of('+a mail voice', 'recipient.listed.data'),
    ];
    expect(told(found)).toEqual(['a mail biometric → a mail voice']);
    const apart = [
      of('-a mail biometric', 'recipient.listed.data'),
      of('+a maps voice', 'recipient.listed.data'),
    ];
    expect(told(apart)).toHaveLength(2);
  });

  it('carries what came and what went with either', () => {
    const purpose = (is: 'added' | 'removed', data: string) =>
      difference(is, `shop ${data} trade.order`, 'function.data.purpose');
    const [gone, come] = [purpose('removed', 'biometric'), purpose('added', 'voice')];
    const [only] = pairAlongTaxonomy(
      [of('-shop biometric', 'function.data', [gone]), of('+shop voice', 'function.data', [come])],
      terms,
    );
    expect(only?.carries).toEqual([gone, come]);
    expect(only?.difference.table).toBe('facts');
  });

  it('leaves values that differ where they are', () => {
    const row = {
      relation: 'function.data',
      key: ['shop', 'voice'],
      values: {},
      place: startOfFile('main.yaml'),
    } as const;
    const changed: Carried = {
      difference: { table: 'facts', is: 'changed', name: 'required', base: row, head: row },
      carries: [],
    };
    expect(told([changed, of('-shop biometric'), of('+shop voice')])).toEqual([
      'changed',
      'shop biometric → shop voice',
    ]);
    expect(told([changed])).toEqual(['changed']);
  });
});
