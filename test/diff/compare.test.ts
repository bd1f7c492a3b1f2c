import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { tables } from '../../src/diff/difference.ts';
import { renameIn, renamesBetween } from '../../src/diff/lineage.ts';
import { patchRows } from '../../src/diff/patch.ts';
import type { Policy } from '../../src/model/policy.ts';
import { policyFrom, smallHead } from '../policy.ts';

const chapter = (clauses: string): Policy =>
  policyFrom({
    'policy.yaml': smallHead,
    'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${clauses}`,
  });

const login = `  - id: login
    kind: function
    tier: additional
    title: Signing in
    purposes: [account.registration]
    collects: [contact.mobile_phone]
    refusal: You can only browse.
    optOut: Close your account.
`;
const changes = `  - id: changes
    kind: change
    title: Changes
    page: /changes
    prominent: [announcement]
    leadTime: P30D
    material:
      - id: service-model
        words: What we process, why, or how.
        watches: [function]
    promises:
      - id: new-processing
        words: We ask you before we do anything new.
        owes: express-consent
        watches: [{ watch: function.data, on: added }]
`;

describe('comparing two policies', () => {
  it('finds nothing between a policy and itself', () => {
    const policy = chapter(login + changes);
    expect(comparePolicies(policy, policy).changes).toEqual([]);
  });

  it('reports a new data item once, with its purposes, the entry, what is owed, and its place', () => {
    const base = chapter(login + changes);
    const head = chapter(
      login.replace('[contact.mobile_phone]', '[contact.mobile_phone, biometric.voiceprint]') + changes,
    );
    const material = comparePolicies(base, head).changes.filter((change) => change.verdict === 'material');
    expect(material.map((change) => change.kind)).toEqual(['data-added']);
    expect(material[0]?.words).toBe('Signing in now also uses your voiceprint (sensitive).');
    expect(material[0]?.entries[0]).toMatchObject({
      id: 'service-model',
      words: 'What we process, why, or how.',
    });
    expect(material[0]?.obligations.map((one) => one.owes)).toEqual(
      expect.arrayContaining(['express-consent', 'prominent-notice', 'lead-time']),
    );
    expect(material[0]?.head).toMatchObject({ file: 'chapters/main.yaml', line: 9 });
  });

  it('orders tiers', () => {
    const base = chapter(login + changes);
    const head = chapter(login.replace('tier: additional', 'tier: basic') + changes);
    const [change] = comparePolicies(base, head).changes;
    expect(change).toMatchObject({ kind: 'tier-to-basic', direction: 'expands', verdict: 'material' });
  });

  it('carries everything that a removed function had', () => {
    const base = chapter(login + changes);
    const head = chapter(changes);
    const found = comparePolicies(base, head).changes.filter((change) => change.verdict !== 'editorial');
    expect(found.map((change) => change.kind)).toEqual(['function-removed']);
  });

  it('takes a declared rename for no change of meaning', () => {
    const base = chapter(login + changes);
    const head = chapter(login.replace('id: login', 'id: sign-in\n    formerly: [login]') + changes);
    const comparison = comparePolicies(base, head);
    expect(comparison.verdict).toBe('editorial');
    expect(comparison.renamed).toEqual({ login: 'sign-in' });
  });

  it('leaves nothing out: the changes turn the rows of the base into those of the head', () => {
    const base = chapter(login + changes);
    const head = chapter(
      login.replace('tier: additional', 'tier: basic').replace('    refusal: You can only browse.\n', '') +
        changes.replace('P30D', 'P10D').replace('owes: express-consent', 'owes: notice') +
        '  - { id: promise, kind: commitment, promise: never, act: sell, text: We never sell data. }\n',
    );
    const renamed = renameIn(base, renamesBetween(base, head));
    const found = comparePolicies(base, head).changes;
    for (const table of tables) {
      const plain = (rows: Policy['facts']) =>
        rows.map(({ relation, key, values }) => ({ relation, key, values }));
      expect(plain(patchRows(table, renamed[table], found))).toEqual(plain(head[table]));
    }
  });
});
