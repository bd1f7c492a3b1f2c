import { describe, expect, it } from 'vitest';
import {
  alongTaxonomy,
  choice,
  type Direction,
  flag,
  mirrorOf,
  number,
  period,
  plain,
  relation,
  scale,
  type ValueKnowledge,
} from '../../src/knowledge/meaning.ts';
import type { Scalar } from '../../src/model/policy.ts';

const up = ['up', 'expands', () => 'Up.'] as const;
const down = ['down', 'narrows', () => 'Down.'] as const;
const other = ['other', 'changes', () => 'Other.'] as const;
const names = { '<': 'up', '>': 'down', '?': 'other' } as const;

type Case = readonly [before: Scalar | undefined, sign: keyof typeof names, after: Scalar | undefined];
const back = { '<': '>', '>': '<', '?': '?' } as const;

/** Each pair the way it is written, and the other way round. */
function compares(known: ValueKnowledge, cases: readonly Case[]): void {
  for (const [before, sign, after] of cases) {
    expect([before, after, known.compare(before, after).kind]).toEqual([before, after, names[sign]]);
    expect([after, before, known.compare(after, before).kind]).toEqual([after, before, names[back[sign]]]);
  }
}

describe('how two values relate', () => {
  it('on a scale: by where they stand, lowest first; what is not on it has no order', () => {
    compares(scale(['low', 'middle', 'high'], up, down, other), [
      ['low', '<', 'middle'],
      ['middle', '<', 'high'],
      ['low', '<', 'high'],
      [undefined, '?', 'low'],
      [undefined, '?', 'high'],
      ['elsewhere', '?', 'low'],
      ['elsewhere', '?', 'high'],
    ]);
  });

  it('of which one stands apart: to it, from it, or between the others', () => {
    compares(choice('one', up, down, other), [
      ['two', '<', 'one'],
      [undefined, '<', 'one'],
      ['two', '?', 'three'],
      [undefined, '?', 'two'],
    ]);
  });

  it('that are true or false: not stated is the least', () => {
    compares(flag(up, down), [
      [false, '<', true],
      [undefined, '<', true],
      [undefined, '<', false],
    ]);
  });

  it('that are periods: by how long they last in any calendar, if that tells', () => {
    compares(period(up, down, other), [
      ['P1D', '<', 'P2D'],
      ['P28D', '<', 'P2M'],
      ['PT24H', '<', 'P2D'],
      ['P30D', '?', 'P1M'],
      ['P365D', '<', 'P1Y'],
      ['P1Y', '<', 'P366D'],
      ['P28D', '<', 'P1M'],
      ['P1M', '<', 'P31D'],
      ['P1Y', '?', 'P12M'],
      ['P1D', '?', undefined],
      ['session', '?', 'P1Y'],
    ]);
  });

  it('that are periods or a word for what outlasts them all; what is not stated is neither', () => {
    compares(period(up, down, other, { longest: 'never' }), [
      ['P1Y', '<', 'never'],
      ['P1D', '<', 'P2D'],
      ['never', '?', undefined],
      ['P1Y', '?', undefined],
    ]);
  });

  it('that are numbers: by size, and not at all when one is none', () => {
    compares(number(up, down, other), [
      [13, '<', 14],
      [0, '<', 1],
      [14, '?', undefined],
      [0, '?', undefined],
      ['9', '?', 14],
    ]);
  });

  it('that have no order: they merely differ', () => {
    const known = plain('other', () => 'Other.');
    compares(known, [
      ['a', '?', 'b'],
      [undefined, '?', 'a'],
    ]);
    expect(known.compare('a', 'b').direction).toBe('changes');
  });

  it('is one of the meanings that are listed: up, down, and what has no order', () => {
    const kinds = ({ meanings }: ValueKnowledge) => meanings.map(({ kind }) => kind);
    for (const known of [
      scale([], up, down, other),
      choice('one', up, down, other),
      period(up, down, other),
      number(up, down, other),
    ])
      expect(kinds(known)).toEqual(['up', 'down', 'other']);
    expect(kinds(flag(up, down))).toEqual(['up', 'down']);
    expect(kinds(plain('only', () => ''))).toEqual(['only']);
  });
});

describe('what a relation knows', () => {
  it('is what its rows’ coming and going mean, and no more unless it is said', () => {
    const bare = relation(up, down);
    expect(bare).toMatchObject({ added: { kind: 'up' }, removed: { kind: 'down' }, values: {} });
    expect(bare.derived).toBe(false);
    expect(bare).not.toHaveProperty('limits');
    expect(bare).not.toHaveProperty('along');
  });

  it('is the first and the last of a list that limits, and the narrower and the wider of data', () => {
    const full = relation(up, down, {}, { limits: [down, up], ...alongTaxonomy('x'), derived: true });
    expect(full).toMatchObject({
      derived: true,
      limits: { first: { kind: 'down', direction: 'narrows' }, last: { kind: 'up', direction: 'expands' } },
      along: {
        narrower: { kind: 'x-narrowed', direction: 'narrows' },
        wider: { kind: 'x-widened', direction: 'expands' },
      },
    });
    expect(full.along?.wider.say({ key: ['A', 'C'], before: 'B', after: 'C' })).toBe('A: B is now C.');
  });
});

describe('the other way round', () => {
  it('every direction has its opposite, of what is done with data and of what readers can do', () => {
    const opposites: readonly (readonly [Direction, Direction])[] = [
      ['expands', 'narrows'],
      ['restricts', 'eases'],
      ['changes', 'changes'],
    ];
    for (const [one, opposite] of opposites) {
      expect(mirrorOf[one]).toBe(opposite);
      expect(mirrorOf[opposite]).toBe(one);
    }
  });
});
