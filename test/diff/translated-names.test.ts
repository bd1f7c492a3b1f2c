import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { textMark } from '../../src/model/locale.ts';
import type { Policy } from '../../src/model/policy.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** A list with the names given in English, and some of them in Chinese. */
function policyWith(
  entries: Readonly<Record<string, string>>,
  chinese: Readonly<Record<string, string>>,
): Policy {
  const listed = Object.entries(entries).map(([id, name]) => `  - { id: ${id}, name: ${name} }\n`);
  const texts = Object.entries(chinese).map(
    ([key, text]) => `    ${key}: { of: ${textMark(sourceOf(key, entries))}, text: ${text} }\n`,
  );
  return policyFrom({
    'policy.yaml': smallHead.replace('locales: [en]', 'locales: [en, zh-CN]'),
    'chapters/main.yaml': `chapter: main
title: Main
clauses:
  - { id: r, kind: recipient, form: entrust, title: Helpers, contact: Ask us, register: registers/list.yaml, applies: { groups: [buyers] } }
`,
    'registers/list.yaml': `entries:\n${listed.join('')}`,
    'locales/zh-CN/main.yaml': `locale: zh-CN\ntexts:\n  r:\n    title: { of: ${textMark('Helpers')}, text: 帮手 }\n${texts.join('')}`,
  });
}

function sourceOf(key: string, entries: Readonly<Record<string, string>>): string {
  const [field, id = ''] = key.split('/');
  return field === 'entries' ? (entries[id] ?? '') : field === 'contact' ? 'Ask us' : id;
}

const told = (base: Policy, head: Policy): readonly string[] =>
  comparePolicies(base, head)
    .changes.filter(({ verdict }) => verdict !== 'editorial')
    .map(({ words }) => words);

describe('a name in another language', () => {
  const base = policyWith({ one: 'Harbour Maps' }, {});

  it('comes and goes with the entry that it names', () => {
    const head = policyWith({ one: 'Harbour Maps', two: 'Grey Post' }, { 'entries/two/name': '灰邮' });
    expect(told(base, head)).toEqual(['Helpers: Grey Post is new on the list.']);
    expect(told(head, base)).toEqual(['Helpers: Grey Post is no longer on the list.']);
  });

  it('is told by what it names, never by an id or by another thing of that name', () => {
    const head = policyWith(
      { one: 'Harbour Maps' },
      { 'entries/one/name': '港图', contact: '请联系我们', 'groups/buyers': '买家' },
    );
    expect([...told(base, head)].sort()).toEqual([
      'Helpers: how to reach it is new in Chinese.',
      'Helpers: name of “Harbour Maps” is new in Chinese.',
      'Helpers: “buyers” is new in Chinese.',
    ]);
  });
});

describe('a term of one’s own', () => {
  const german = (purposes: string): Policy =>
    policyFrom({
      'policy.yaml': smallHead
        .replace('prevailing: en', 'prevailing: de')
        .replace('locales: [en]', 'locales: [de]'),
      'taxonomy.yaml': `format: policyc/taxonomy@1
data: [{ id: video.recording, label: { de: Videoaufzeichnungen } }]
purposes: [{ id: premises.rules, label: { de: Hausrecht } }, { id: premises.safety, label: { de: Sicherheit } }]
`,
      'chapters/main.yaml': `chapter: main
title: Kameras
clauses:
  - { id: cameras, kind: function, title: Kameras, purposes: [${purposes}], collects: [{ data: video.recording, note: Am Tor. }] }
`,
    });

  it('goes by the name that it has in the language of the policy, if it has none in English', () => {
    const [base, head] = [german('premises.rules'), german('premises.rules, premises.safety')];
    expect(told(base, head)).toEqual(['“Kameras” now also serves this purpose: Sicherheit.']);
  });
});
