import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { renameIn, renamesBetween } from '../../src/diff/lineage.ts';
import { lineagePairs } from '../../src/diff/lineage-pairs.ts';
import { type Policy, tables } from '../../src/model/policy.ts';
import { policyFrom, smallHead } from '../policy.ts';
import { patchRows } from '../properties/patch.ts';

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
    expect(material[0]?.words).toBe('“Signing in” now also uses your voiceprint (sensitive).');
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
    const renamed = renameIn(base, renamesBetween(base, head, lineagePairs(base, head)));
    const found = comparePolicies(base, head).changes;
    for (const table of tables) {
      const plain = (rows: Policy['facts']) =>
        rows.map(({ relation, key, values }) => ({ relation, key, values }));
      expect(plain(patchRows(table, renamed[table], found))).toEqual(plain(head[table]));
    }
  });

  const consented = (unit: string) =>
    login.replace('    refusal', `    consent: { kind: explicit, unit: ${unit} }\n    refusal`);
  const search = login.replace('id: login', 'id: search').replace('Signing in', 'Searching');

  it('says when one consent comes to cover more than one function', () => {
    const apart =
      consented('one') +
      search.replace('    refusal', '    consent: { kind: explicit, unit: two }\n    refusal');
    const joined =
      consented('one') +
      search.replace('    refusal', '    consent: { kind: explicit, unit: one }\n    refusal');
    const { changes } = comparePolicies(chapter(apart), chapter(joined));
    expect(changes.map((change) => change.kind)).toContain('consent-unit-widened');
    // It is still asked for, and nobody says that it is not.
    expect(changes.map(({ words }) => words).filter((words) => /no longer/.test(words))).toEqual([
      'Searching no longer has a consent of its own: it is asked for in one consent with others.',
    ]);
    const gone = comparePolicies(chapter(apart), chapter(consented('one') + search)).changes;
    expect(gone.map(({ words }) => words)).toContain('Searching no longer asks for your consent.');
    const back = comparePolicies(chapter(joined), chapter(apart)).changes.map((change) => change.kind);
    expect(back).toContain('consent-unit-narrowed');
  });

  const withFiles = (files: Record<string, string>, head = smallHead): Policy =>
    policyFrom({
      'policy.yaml': head,
      'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${suppliers}`,
      ...files,
    });
  const suppliers = `  - id: suppliers
    kind: recipient
    form: entrust
    title: Suppliers
    register: registers/suppliers.csv
`;
  const list = 'id,name,countries,data\nmail,Mail Ltd,CN;SG,contact.mobile_phone\n';

  it('reads registers: every entry is a fact of its own', () => {
    const base = withFiles({ 'registers/suppliers.csv': list });
    const head = withFiles({
      'registers/suppliers.csv': `${list.replace('CN;SG', 'CN')}maps,Maps Ltd,DE,location\n`,
    });
    const found = comparePolicies(base, head).changes.filter((change) => change.verdict !== 'editorial');
    expect(found.map(({ kind, head: at }) => [kind, at?.file, at?.line])).toEqual(
      expect.arrayContaining([
        ['recipient-listed', 'registers/suppliers.csv', 3],
        ['recipient-listed-country-removed', undefined, undefined],
      ]),
    );
    expect(found).toHaveLength(2);
  });

  it('takes a list in YAML and the same list in CSV for the same', () => {
    const yaml =
      'entries:\n  - { id: mail, name: Mail Ltd, countries: [SG, CN], data: [contact.mobile_phone] }\n';
    const base = withFiles({ 'registers/suppliers.csv': list });
    const head = policyFrom({
      'policy.yaml': smallHead,
      'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${suppliers.replace('.csv', '.yaml')}`,
      'registers/suppliers.yaml': yaml,
    });
    expect(comparePolicies(base, head).changes).toEqual([]);
  });

  it('lets a policy add terms of its own, below those of the edition', () => {
    const taxonomy = (sensitive: string): string =>
      `format: policyc/taxonomy@1\ndata:\n  - { id: loyalty.points, label: { en: loyalty points }, parent: financial.property${sensitive} }\n`;
    const points = `chapter: main\ntitle: Main\nclauses:\n${login.replace('contact.mobile_phone', 'loyalty.points')}`;
    const policy = (sensitive: string): Policy =>
      policyFrom({
        'policy.yaml': smallHead,
        'chapters/main.yaml': points,
        'taxonomy.yaml': taxonomy(sensitive),
      });
    const [change] = comparePolicies(policy(''), policy(', sensitive: [cn-pipl]')).changes;
    expect(change).toMatchObject({
      kind: 'sensitivity-raised',
      key: ['loyalty.points', 'cn-pipl'],
      verdict: 'review',
    });
    expect(policy('').vocabulary.data['financial.property']).toBeDefined();
  });

  const zh = smallHead.replace('[en]', '[en, zh-CN]');
  const translated = (text: string): Record<string, string> => ({
    'registers/suppliers.csv': list,
    'locales/zh-CN/main.yaml': `locale: zh-CN\ntexts:\n  suppliers:\n    title: { of: h000000000000, text: ${text} }\n`,
  });

  it('has a first translation read, and takes an edit of one for a change of text in that language', () => {
    const before = withFiles({ 'registers/suppliers.csv': list });
    const after = withFiles(translated('供应商会'), zh);
    expect(comparePolicies(before, after).changes.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['locale-added', 'review'],
    ]);
    const edited = withFiles(translated('供应商不会'), zh);
    const [change] = comparePolicies(after, edited).changes;
    expect(change).toMatchObject({
      kind: 'text-changed',
      verdict: 'review',
      key: ['suppliers', 'title', 'zh-CN'],
    });
    expect(comparePolicies(after, before).changes.map(({ kind, verdict }) => [kind, verdict])).toEqual(
      expect.arrayContaining([['locale-removed', 'review']]),
    );
  });

  it('tells a category that was narrowed or widened from one that was swapped, and hides neither from a watch', () => {
    const of = (data: string): Policy => chapter(login.replace('contact.mobile_phone', data) + changes);
    const [narrowed] = comparePolicies(of('biometric'), of('biometric.voiceprint')).changes;
    expect(narrowed).toMatchObject({ kind: 'data-narrowed', direction: 'narrows', verdict: 'material' });
    expect(narrowed?.obligations.map((one) => one.owes)).toContain('express-consent');
    const [widened] = comparePolicies(of('biometric.voiceprint'), of('biometric')).changes;
    expect(widened).toMatchObject({ kind: 'data-widened', direction: 'expands', verdict: 'material' });
    const swapped = comparePolicies(of('biometric.voiceprint'), of('contact.email')).changes.map(
      ({ kind }) => kind,
    );
    expect(swapped).toEqual(expect.arrayContaining(['data-added', 'data-removed']));
  });
});
