import { describe, expect, it } from 'vitest';
import { compile } from '../../src/index.ts';

const head = `format: policyc/policy@2
id: t
title: T
edition: "2026-12"
prevailing: en
locales: [en]
profiles: [eu-gdpr, cn-gbt35273-2020]
utcOffset: "+00:00"
text: T.
parties: [{ id: co, role: controller, name: Alpha Ltd, country: IE }]
chapters: [c]
`;

/** The codes of what is found, each with the clause that it names first. */
function found(clauses: string, entries?: string): readonly string[] {
  const files = {
    'policy.yaml': head,
    'chapters/c.yaml': `chapter: c\ntitle: C\nclauses:\n${clauses}`,
    ...(entries === undefined ? {} : { 'registers/s.yaml': `entries:\n${entries}` }),
  };
  return compile(files, { rules: {} }).problems.map(({ code, args }) => {
    const { promise, owner, age } = args as { promise?: string; owner?: string; age?: string };
    return [code, promise, owner, age].filter((one) => one !== undefined).join(' ');
  });
}

describe('a promise is held against what stands elsewhere', () => {
  const never = '  - { id: stays, never: share, title: Stays, data: [biometric.voiceprint] }\n';
  const list =
    '  - { id: helpers, kind: recipient, title: Helpers, category: processor, form: entrust, register: registers/s.yaml }\n';
  const sdks = '  - { id: kits, kind: technology, title: Kits, type: sdk, register: registers/s.yaml }\n';
  const entry = (role: string): string =>
    `  - { id: swift, name: Swift, role: ${role}, data: [biometric.voiceprint], purposes: [content.search_voice] }\n`;

  it('an entry of a list that decides itself is given data, whatever the clause says of the others', () => {
    expect(found(never + list, entry('controller'))).toContain('promise-broken stays helpers');
    expect(found(never + list, entry('joint-controller'))).toContain('promise-broken stays helpers');
    expect(found(never + sdks, entry('controller'))).toContain('promise-broken stays kits');
    const others = found(never + list, entry('processor')).filter((one) => one.startsWith('promise'));
    expect(others).toEqual([]);
  });

  it('who promises to train no models uses no data for it, and gives none away for it', () => {
    const uses = (purpose: string, data = 'content.message'): string =>
      `  - { id: chat, kind: function, title: Chat, collects: [${data}], purposes: [${purpose}] }\n`;
    const gives = (purpose: string): string =>
      `  - { id: lab, kind: recipient, title: Lab, category: partner, form: share, receives: [content.message], purposes: [${purpose}] }\n`;
    const broken = (clauses: string, more = ''): readonly string[] =>
      found(`  - { id: no, title: No, never: train-models${more} }\n${clauses}`).filter((one) =>
        one.startsWith('promise'),
      );
    expect(broken(uses('improve.models'))).toEqual(['promise-broken no chat']);
    expect(broken(uses('improve.product, improve.models'))).toEqual(['promise-broken no chat']);
    expect(broken(gives('improve.models'))).toEqual(['promise-broken no lab']);
    expect(broken(uses('improve.models', 'contact.email'), ', data: [content.message]')).toEqual([]);
    expect(broken(uses('improve.product') + gives('trade.order'))).toEqual([]);
    expect(broken('  - { id: chat, kind: function, title: Chat, collects: [content.message] }\n')).toEqual(
      [],
    );
  });

  it('a promise that it always happens cannot stand beside one that it never does', () => {
    const both = (one: string, other: string): readonly string[] =>
      found(`  - { id: yes, title: Yes, always: ${one} }\n  - { id: no, title: No, ${other} }\n`).filter(
        (code) => code.startsWith('promise'),
      );
    expect(both('heed-gpc', 'none: heed-gpc')).toEqual(['promise-broken no yes']);
    expect(both('heed-gpc', 'never: heed-gpc')).toEqual(['promise-broken no yes']);
    expect(both('heed-gpc', 'none: heed-do-not-track')).toEqual([]);
    expect(both('use-aggregated, data: [contact.email]', 'never: use-aggregated, data: [location]')).toEqual(
      [],
    );
    expect(
      both('use-aggregated, data: [location.precise]', 'never: use-aggregated, data: [location]'),
    ).toEqual(['promise-broken no yes']);
  });

  it('a promise about some functions is about what those collect, and who gets it with them', () => {
    const functions =
      '  - { id: pay, kind: function, title: Pay, collects: [financial.payment_record], purposes: [trade.payment] }\n' +
      '  - { id: maps, kind: function, title: Maps, collects: [location.precise], purposes: [content.nearby] }\n';
    const said = (act: string, clause = ''): readonly string[] =>
      found(`  - { id: no, title: No, never: ${act}, functions: [pay] }\n${functions}${clause}`).filter(
        (one) => one.startsWith('promise'),
      );
    const bank = (data: string, more = ''): string =>
      `  - { id: bank, kind: recipient, title: Bank, category: partner, form: share, receives: [${data}]${more} }\n`;
    expect(said('share', bank('financial.payment_record', ', onlyWith: [pay]'))).toEqual([
      'promise-broken no bank',
    ]);
    expect(said('share', bank('financial.payment_record', ', onlyWith: [maps]'))).toEqual([]);
    expect(said('share', bank('financial.payment_record'))).toEqual(['promise-in-doubt no bank']);
    expect(said('share', bank('location.precise'))).toEqual([]);
    expect(said('collect')).toEqual(['promise-broken no pay']);
  });

  it('a text that names a sort of recipients is met by one of that sort, and by no other', () => {
    const met = (words: string, stated: string): boolean =>
      !found(
        `  - { id: says, kind: statement, title: S, text: "We share your data with ${words}." }\n` +
          `  - { id: one, kind: recipient, title: One, receives: [contact.email], ${stated} }\n`,
      ).some((one) => one.startsWith('prose-names-other-recipient'));
    const partner = 'category: partner, form: share';
    expect(met('advertisers', partner)).toBe(false);
    expect(met('advertisers', `${partner}, crossContextAdvertising: true`)).toBe(true);
    expect(met('advertisers', `${partner}, purposes: [marketing.messages]`)).toBe(true);
    expect(met('affiliates', partner)).toBe(false);
    expect(met('affiliates', 'category: affiliate, form: share')).toBe(true);
    expect(met('courts', partner)).toBe(false);
    expect(met('courts', 'category: court, form: provide')).toBe(true);
    expect(met('credit agencies', 'category: processor, form: entrust')).toBe(false);
    expect(met('credit agencies', partner)).toBe(true);
  });

  it('a denial that anything is personalised is held against what functions say of that', () => {
    const says = '  - { id: says, kind: statement, title: S, text: "We never personalise what you see." }\n';
    const shop = (more: string): string =>
      `  - { id: shop, kind: function, title: Shop, collects: [behavior.web_browsing], purposes: [content.browse]${more} }\n`;
    expect(found(says + shop(', personalised: { off: Switch it off. }'))).toContain(
      'prose-claims-otherwise shop',
    );
    expect(found(says + shop('')).join()).not.toContain('prose-claims');
  });

  it('an age in words is read, whichever it is', () => {
    const adults = (age: string): readonly string[] =>
      found(
        `  - { id: adults, kind: minors, title: Adults, age: 18, text: "Nobody under ${age} may join." }\n`,
      );
    for (const age of ['thirteen', 'sixteen', 'seventeen'])
      expect(adults(age).filter((one) => /age/.test(one))).not.toEqual([]);
    expect(adults('eighteen').filter((one) => /age/.test(one))).toEqual([]);
  });
});
