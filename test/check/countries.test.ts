import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
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

describe('a text that names a union', () => {
  it.each([
    ['EEA', 'It keeps your e-mail address in the European Economic Area.', []],
    ['DE, FR', 'It keeps your e-mail address in the European Economic Area.', []],
    ['EU', 'It keeps your e-mail address in the European Economic Area.', []],
    ['US', 'It keeps your e-mail address in the European Economic Area.', other],
    ['EEA', 'It keeps your e-mail address in Germany.', other],
    ['EEA', 'It keeps your e-mail address in the European Union.', other],
  ])('of %s: %s', (countries, text, codes) => {
    expect(found(countries, text)).toEqual(codes);
  });
});

describe('a country that data does not go to', () => {
  it.each([
    ['en', 'It keeps your e-mail address outside the European Union.', []],
    ['en', 'Residents of Germany may ask for a copy of the clauses.', []],
    ['en', 'What goes from Germany to the United States rests on the framework.', []],
    ['en', 'What goes from Germany to Singapore rests on the framework.', other],
    ['en', 'It sends copies from its servers in Singapore.', other],
    ['de', 'Sie speichert Ihre Adresse außerhalb der Europäischen Union.', []],
    ['fr', 'Elle conserve votre adresse hors de l’Union européenne.', []],
    ['es', 'Guarda su dirección fuera de la Unión Europea.', []],
  ])('in %s: %s', (locale, text, codes) => {
    expect(found('US', text, locale)).toEqual(codes);
  });
});
