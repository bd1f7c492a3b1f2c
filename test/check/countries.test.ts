import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { compileFiles } from '../../src/model/compiled.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** What is said of countries in the text of a host that processes data in some, under the rules on prose and codes. */
function found(countries: string, text: string, locale = 'en'): string[] {
  const policy = policyFrom({
    'policy.yaml': smallHead.replaceAll(/\ben\b/g, locale),
    'chapters/main.yaml': `chapter: main
title: T
clauses:
  - { id: mail, kind: function, tier: basic, title: T, purposes: [account.registration], collects: [contact.email], refusal: T }
  - { id: host, kind: recipient, title: T, form: entrust, category: processor, receives: [contact.email], countries: [${countries}], text: ${JSON.stringify(text)} }
`,
  });
  return checkPolicy(policy)
    .map(({ code }) => code)
    .filter((code) => /country/.test(code));
}

const other = ['prose-names-other-country'];

describe('a text that names a country or a union', () => {
  it.each<[is: string, countries: string, text: string, codes: readonly string[], locale?: string]>([
    [
      'is fine where facts name the union',
      'EEA',
      'It keeps your e-mail address in the European Economic Area.',
      [],
    ],
    [
      'is fine where they name members',
      'DE, FR',
      'It keeps your e-mail address in the European Economic Area.',
      [],
    ],
    [
      'is fine where they name a part',
      'EU',
      'It keeps your e-mail address in the European Economic Area.',
      [],
    ],
    ['is told elsewhere', 'US', 'It keeps your e-mail address in the European Economic Area.', other],
    ['is told of one member', 'EEA', 'It keeps your e-mail address in Germany.', other],
    ['is told of a part', 'EEA', 'It keeps your e-mail address in the European Union.', other],
    ['is fine outside of it', 'US', 'It keeps your e-mail address outside the European Union.', []],
    ['is fine of readers', 'US', 'Residents of Germany may ask for a copy of the clauses.', []],
    [
      'is fine of where data comes from',
      'US',
      'What goes from Germany to the United States rests on the framework.',
      [],
    ],
    ['is told of where it goes', 'US', 'What goes from Germany to Singapore rests on the framework.', other],
    ['is told of servers', 'US', 'It sends copies from its servers in Singapore.', other],
    ['is fine outside of it', 'US', 'Sie speichert Ihre Adresse außerhalb der Europäischen Union.', [], 'de'],
    ['is fine outside of it', 'US', 'Elle conserve votre adresse hors de l’Union européenne.', [], 'fr'],
    ['is fine outside of it', 'US', 'Guarda su dirección fuera de la Unión Europea.', [], 'es'],
  ])('%s: %s, %s', (_, countries, text, codes, locale = 'en') => {
    expect(found(countries, text, locale)).toEqual(codes);
  });
});

it('a region that is taken for the code of a country is told, a name of the company’s own is not', () => {
  const told = (regions: string): readonly unknown[] => {
    const chapter = `chapter: main\ntitle: T\nclauses:\n  - { id: s, kind: statement, text: T, applies: { regions: [${regions}] } }\n`;
    const files = Object.entries({ 'policy.yaml': smallHead, 'chapters/main.yaml': chapter });
    const encoder = new TextEncoder();
    const { problems } = compileFiles(snapshotOf(files.map(([path, text]) => [path, encoder.encode(text)])));
    return problems.map(({ args }) => args);
  };
  expect(told('GB, GB-SCT, EEA, US-NV, Home, AP, UKRAINE')).toEqual([]);
  expect(told('UK, UK-SCT')).toEqual([
    { code: 'UK', meant: 'GB' },
    { code: 'UK-SCT', meant: 'GB-SCT' },
  ]);
});
