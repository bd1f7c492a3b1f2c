import { describe, expect, it } from 'vitest';
import { withTerms } from '../../src/diff/terms.ts';
import type { Policy, Vocabulary } from '../../src/model/policy.ts';
import { policyOf } from '../properties/policies.ts';

const plain = policyOf([[{ id: 'a', kind: 'statement', title: 'A', text: 'A.' }]]);
const using = (vocabulary: Partial<Vocabulary>, edition = plain.edition): Policy => ({
  ...plain,
  edition,
  vocabulary: { data: {}, purposes: {}, permissions: {}, ...vocabulary },
});
const data = (en: string, parent?: string) => ({
  data: { hat: { label: { en }, sensitive: {}, ...(parent === undefined ? {} : { parent }) } },
});
const rows = (one: Policy, other: Policy): readonly (readonly string[])[] =>
  withTerms(one, other).map(({ facts }) =>
    facts
      .filter(({ relation }) => relation.startsWith('term.'))
      .map(({ relation, key, values, place }) =>
        [relation, ...key, ...Object.values(values), place.file].join(' '),
      ),
  );

describe('terms that two versions share', () => {
  it('have rows when anything about any term differs', () => {
    expect(rows(using(data('hat', 'garment')), using(data('cap')))).toEqual([
      [
        'term.label data category hat en hat taxonomy.yaml',
        'term.parent data category hat garment taxonomy.yaml',
      ],
      ['term.label data category hat en cap taxonomy.yaml'],
    ]);
  });

  it('have none when nothing does, and are what the versions were', () => {
    const [one, other] = [using(data('hat')), using(data('hat'))];
    const [first, second] = withTerms(one, other);
    expect([first === one, second === other]).toEqual([true, true]);
  });

  it('are categories, purposes and permissions, in every language', () => {
    const label = { en: 'sun', 'zh-CN': '日' };
    const one = using({ purposes: { sun: { label } }, permissions: { sun: { label: { en: 'light' } } } });
    const other = using({ purposes: { sun: { label } }, permissions: { sun: { label: { en: 'lamp' } } } });
    expect(rows(one, other)[0]).toEqual([
      'term.label permission sun en light taxonomy.yaml',
      'term.label purpose sun en sun taxonomy.yaml',
      'term.label purpose sun zh-CN 日 taxonomy.yaml',
    ]);
  });

  it('are not those that only one of them uses, be it of that name elsewhere', () => {
    const one = using(data('hat'));
    const other = using({ purposes: { hat: { label: { en: 'hat' } } } });
    expect(rows(one, other)).toEqual([[], []]);
  });

  it('stand where another edition is chosen, if one is', () => {
    const [first] = rows(using(data('hat')), using(data('cap'), '2027-01'));
    expect(first).toEqual(['term.label data category hat en hat policy.yaml']);
  });
});
