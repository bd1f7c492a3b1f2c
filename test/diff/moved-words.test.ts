import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { policyFrom, smallHead } from '../policy.ts';

interface Chapter {
  readonly title: string;
  readonly text?: string;
  readonly clauses: readonly object[];
}

const statement = (id: string, text = 'We are a shop of hats.', title?: string) => ({
  ...{ id, kind: 'statement', text },
  ...(title !== undefined && { title }),
});
const [one, two, other] = [statement('one'), statement('two'), statement('other')];

function verdict(...sides: readonly Readonly<Record<string, Chapter>>[]): string {
  const [before, after] = sides.map((chapters) =>
    policyFrom({
      'policy.yaml': smallHead.replace('[main]', `[${Object.keys(chapters).join()}]`),
      ...Object.fromEntries(
        Object.entries(chapters).map(([chapter, all]) => [
          `chapters/${chapter}.yaml`,
          JSON.stringify({ chapter, ...all }),
        ]),
      ),
    }),
  );
  return before && after ? comparePolicies(before, after).verdict : '';
}

describe('a clause that changes its place', () => {
  const moved = (text: string, title?: string): string => {
    const it = statement('it', text, title);
    const [main, before] = [{ title: 'Hats' }, [one, two, it]];
    return verdict({ main: { ...main, clauses: before } }, { main: { ...main, clauses: [one, it, two] } });
  };

  it.each([
    ['The rules above do not hold for guests.'],
    ['What stands above does not hold for guests.'],
    ['However, guests are exempt.'],
    ['In all other cases we share it.'],
    ['What follows is for adults.'],
    ['The following does not hold for guests.'],
    ['除外客人。'],
  ])('takes along what it says of what is around it, below a title too: %s', (text) => {
    expect(moved(text)).toBe('review');
    expect(moved(text, 'Guests')).toBe('review');
  });

  it('means its own title by a pronoun, unless that is one of something before', () => {
    expect(moved('This ends in May.', 'The sale')).toBe('editorial');
    expect(moved('This ends in May.', 'Exception')).toBe('review');
  });

  it('reads as before where it lists behind its own words what follows', () => {
    expect(moved('We sell the following:\n\n- hats\n- shoes', 'Wares')).toBe('editorial');
  });

  const between = (title: string, text?: string): string => {
    const there = { title, ...(text !== undefined && { text }) };
    const sides = [
      { main: { title: 'Hats', clauses: [one, two] }, there: { ...there, clauses: [other] } },
      { main: { title: 'Hats', clauses: [one] }, there: { ...there, clauses: [other, two] } },
    ];
    const [here, back] = [verdict(...sides), verdict(...sides.toReversed())];
    expect(here).toBe(back);
    return here;
  };

  it.each([
    ['Examples, not binding'],
    ['For guests'],
    ['Until May'],
    ['What we do not promise'],
    ['Nur für Kinder'],
    ['Ce que nous ne faisons pas'],
    ['我们不做的'],
  ])('is to review in a chapter whose words may say something of it: %s', (title) => {
    expect(between(title)).toBe('review');
  });

  it('is to review in a chapter with a text that speaks of its clauses', () => {
    for (const text of ['These are examples.', 'Only for guests.', 'For guests, the following holds:'])
      expect(between('More', text)).toBe('review');
    const long = 'We are a shop with a door. '.repeat(6);
    expect(between('More', `${long}Whatever stands in this chapter is an example.`)).toBe('review');
    expect(between('More', `${long}It is not closed.`)).toBe('editorial');
  });

  it('means what it did in a chapter that only has another subject', () => {
    expect(between('Your rights')).toBe('editorial');
  });
});
