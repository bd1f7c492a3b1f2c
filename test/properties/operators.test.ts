import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { kindsOfChange } from '../../src/knowledge/table.ts';
import { type Operator, operators, referred } from './operators.ts';
import { policyOf } from './policies.ts';

const anchor = { id: 'anchor', kind: 'statement', title: 'Anchor', text: 'Anchor.' };
const policyWith = (clause: Operator['before'], head: object = {}) =>
  policyOf([[...(clause ? [clause] : []), anchor, ...referred]], head);

/** Kinds that no edit of a single clause can bring about, and why. */
const required = 'the value is always stated: only a later format could leave it out';
const elsewhere: Readonly<Record<string, string>> = {
  'tier-changed': required,
  'consent-kind-changed': required,
  'recipient-form-changed': required,
  'right-days-changed': required,
  'right-fee-changed': required,
  'contact-days-changed': required,
  'document-role-changed': required,
  'lead-time-days-changed': required,
  'change-promise-changed': required,
  'minors-age-changed': required,
  'sensitivity-changed': required,
  'sensitivity-raised': 'another edition of the taxonomy; there is one so far',
  'sensitivity-lowered': 'another edition of the taxonomy; there is one so far',
  'edition-changed': 'there is one edition so far',
  'policy-added': 'a comparison has a policy on both sides',
  'policy-removed': 'a comparison has a policy on both sides',
  'prevailing-language-changed': 'every text moves with it: see compare.test.ts',
  'locale-added': 'structure: see compare.test.ts',
  'functions-merged': 'several functions become one: see lineage.test.ts',
  'functions-unmerged': 'several functions become one: see lineage.test.ts',
  'consent-unit-widened': 'two clauses share a unit: see compare.test.ts',
  'consent-unit-narrowed': 'two clauses share a unit: see compare.test.ts',
};

const seen = new Set<string>();

describe('every edit operator', () => {
  for (const { name, before, after, heads } of operators) {
    it(`${name}: is one change of meaning, or of one text`, () => {
      const { changes } = comparePolicies(policyWith(before, heads?.[0]), policyWith(after, heads?.[1]));
      const found = changes.filter(
        (change) => change.table !== 'structure' && change.relation !== 'sensitivity',
      );
      for (const change of changes) seen.add(change.kind);
      expect(found.map((change) => `${change.kind} ${change.relation} ${change.name ?? ''}`)).toHaveLength(1);
      expect(found.every((change) => change.verdict !== 'editorial')).toBe(true);
    });
  }

  it('together they bring about every kind of change', () => {
    const missing = kindsOfChange()
      .map(({ kind }) => kind)
      .filter(
        (kind) =>
          !seen.has(kind) &&
          !Object.hasOwn(elsewhere, kind) &&
          !/-(de)?listed(-|$)|data-(narrowed|widened)$/.test(kind),
      );
    expect([...new Set(missing)]).toEqual([]);
  });
});
