import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** What a consent owes when it is weakened depends on what it serves: a recipient, the public, another country. */
const list =
  '  - { id: told, kind: change, title: Told, material: [{ id: words, words: Words., watches: [definition] }] }\n';

function owedBetween(before: string, after: string): readonly string[] {
  const [base, head] = [before, after].map((clauses) =>
    policyFrom({
      'policy.yaml': smallHead.replace('2026-11', '2026-12'),
      'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${list}${clauses}`,
    }),
  );
  if (!base || !head) throw new Error('two policies');
  const { changes } = comparePolicies(base, head);
  const acts = changes.flatMap(({ verdict, obligations }) =>
    obligations
      .filter(({ owes }) => owes === 'separate-consent')
      .map(({ rests }) => `${verdict}: ${/^PIPL art\. [\d]+(?: and \d+)?/.exec(rests)?.[0]}`),
  );
  return [...new Set(acts)].sort();
}

const consent = (more: string): string => `consent: { kind: explicit, withdrawal: Ask.${more} }`;
const separate = consent(', separate: true');
const visit = (more: string, data = 'contact.email'): string =>
  `  - { id: visit, kind: function, tier: additional, title: Visits, purposes: [{ purpose: content.search, basis: consent }], collects: [${data}], refusal: None., optOut: Ask., ${more} }\n`;
const clinic = (form: string, more: string): string =>
  `  - { id: clinic, kind: recipient, title: Clinic, category: partner, form: ${form}, basis: consent, receives: [contact.email], purposes: [content.search], ${more} }\n`;
const scan = (more: string): string =>
  `  - { id: scan, kind: function, tier: additional, title: Scans, purposes: [{ purpose: content.search, basis: consent }], collects: [biometric.face_features], refusal: None., optOut: Ask., ${more} }\n`;

describe('consent that is weakened is judged by what it serves', () => {
  it.each([
    ['a recipient that decides itself', 'share', '', ['material: PIPL art. 23']],
    ['a recipient that takes over', 'transfer', '', ['material: PIPL art. 23']],
    ['the public', 'disclose', '', ['material: PIPL art. 25']],
    ['a company that works for us', 'entrust', '', []],
    ['a company that works for us abroad', 'entrust', 'countries: [SG], ', ['material: PIPL art. 39']],
    ['one that works for us at home', 'entrust', 'countries: [CN], ', []],
    [
      'a recipient abroad that decides itself',
      'share',
      'countries: [CN, SG], ',
      ['material: PIPL art. 23', 'material: PIPL art. 39'],
    ],
  ])('%s', (_, form, more, owed) => {
    const at = (kind: string): string => visit(separate) + clinic(form, `${more}${kind}`);
    expect(owedBetween(at(separate), at(consent('')))).toEqual(owed);
    expect(owedBetween(at(separate), at(separate.replace('explicit', 'implied')))).toEqual(owed);
    expect(owedBetween(at(consent('')), at(separate))).toEqual([]);
  });

  it('data that a function shows to the public', () => {
    const at = (kind: string, more: string): string =>
      visit(kind, `{ data: contact.email, public: ${more} }`);
    expect(owedBetween(at(separate, 'true'), at(consent(''), 'true'))).toEqual(['material: PIPL art. 25']);
    expect(owedBetween(at(separate, 'false'), at(consent(''), 'false'))).toEqual([]);
  });

  it('sensitive data of any of the clauses that one act covers', () => {
    const both = (kind: string): string => {
      const shared = kind.replace('{', '{ unit: both,');
      return visit(shared) + scan(shared);
    };
    expect(owedBetween(both(separate), both(consent('')))).toEqual(['material: PIPL art. 29']);
  });

  it('and one that is asked for with something else from now on is not separate', () => {
    const both = separate.replace('{', '{ unit: both,');
    expect(owedBetween(visit(separate) + scan(separate), visit(both) + scan(both))).toContain(
      'material: PIPL art. 29',
    );
  });
});
