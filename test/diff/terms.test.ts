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

  it('are words of pages, where one brings its own what we say in their place', () => {
    const own = { en: { 'forms.entrust': 'Nobody has it.', 'countries.DE': 'Germany' } };
    const [brought, ours] = rows(using({ words: own }), plain).map((all) => new Set(all));
    const only = (one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined) =>
      [...(one ?? [])].filter((row) => !other?.has(row.replace('words/en.yaml', 'policy.yaml')));
    expect(only(brought, ours)).toEqual(['term.label phrase forms.entrust en Nobody has it. words/en.yaml']);
    expect(ours).toContain(
      'term.label phrase forms.entrust en It works with the data on our behalf. policy.yaml',
    );
  });

  it('are one row for words in a language that we do not speak', () => {
    const arabic = (policy: Policy): Policy => ({ ...policy, locales: [...policy.locales, 'ar'] });
    const own = { ar: { 'forms.entrust': 'ا', full: 'ب' } };
    expect(rows(arabic(using({ words: own })), arabic(plain))[0]).toEqual([
      'term.label phrase of pages ar 2 phrases words/ar.yaml',
    ]);
  });

  it('stand where another edition is chosen, if one is', () => {
    const [first] = rows(using(data('hat')), using(data('cap'), '2027-01'));
    expect(first).toEqual(['term.label data category hat en hat policy.yaml']);
  });
});
