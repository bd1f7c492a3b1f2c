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
