import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** The findings of some codes in a policy that holds these clauses and nothing else. */
function found(clauses: string, codes: readonly string[], locale: 'en' | 'zh-CN' | 'de' = 'en'): string[] {
  const policy = policyFrom({
    'policy.yaml': smallHead.replaceAll(/\ben\b/g, locale),
    'chapters/main.yaml': `chapter: main\ntitle: A\nclauses:\n${clauses}`,
  });
  return checkPolicy(policy)
    .map(({ code }) => code)
    .filter((code) => codes.includes(code))
    .sort();
}

const statement = (text: string, title = 'B'): string =>
  `  - { id: b, kind: statement, title: ${JSON.stringify(title)}, text: ${JSON.stringify(text)} }\n`;
const definition = (id: string, title: string, text: string): string =>
  `  - { id: ${id}, kind: definition, title: ${title}, text: ${JSON.stringify(text)} }\n`;

describe('headings with a number of their own', () => {
  it.each([
    '(2) Letters',
    '3、Letters',
    'IV. Letters',
    'A. Letters',
    'b) Letters',
    '§ 4 Letters',
    'Kapitel 2: Briefe',
  ])('%s', (title) => {
    expect(found(statement('Words.', title), ['typed-number'])).toEqual(['typed-number']);
  });

  it.each(['2 letters a year', 'A letter', 'A. J. Miller & Sons', 'Article'])('%s has none', (title) => {
    expect(found(statement('Words.', title), ['typed-number'])).toEqual([]);
  });
});

describe('places that a text names by number or by where they stand', () => {
  const codes = ['typed-reference', 'reference-by-position'];
  it.each([
    ['en', 'As clause 4(2) has it, we keep it.', 'typed-reference'],
    ['en', 'See § 5 of this policy.', 'typed-reference'],
    ['en', 'Part II has more.', 'typed-reference'],
    ['en', 'Section IV has more.', 'typed-reference'],
    ['en', 'Sec. 4 has more.', 'typed-reference'],
    ['en', 'Write to the contact details below.', 'reference-by-position'],
    ['zh-CN', '上述第2条所列信息会被保存。', 'typed-reference'],
    ['zh-CN', '请见本政策第（三）部分。', 'typed-reference'],
    ['de', 'Mehr dazu in Abschnitt 4.', 'typed-reference'],
    ['de', 'Die unten genannten Stellen helfen.', 'reference-by-position'],
  ] as const)('%s: %s', (locale, text, code) => {
    expect(found(statement(text), codes, locale)).toEqual([code]);
  });

  it.each([
    ['en', 'Section 5 of the Data Protection Act 2018 applies.'],
    ['en', 'In this section I am the reader.'],
    ['en', 'You take part I hope.'],
    ['zh-CN', '根据《个人信息保护法》第二十三条，我们告知您。'],
    ['de', 'Rechtsgrundlage ist Art. 6 Abs. 1 DSGVO.'],
  ] as const)('%s: %s names none', (locale, text) => {
    expect(found(statement(text), codes, locale)).toEqual([]);
  });
});

describe('links', () => {
  it.each([
    ['See [this][1].\n\n[1]: #gone', ['dangling-fragment']],
    ['See [this][1].\n\n[1]: terms.html', ['relative-link']],
    ['See [this][1].\n\n[1]: #b', []],
    ['```\n[1]: #gone\n```', []],
  ])('%j', (text, codes) => {
    expect(found(statement(text), ['dangling-fragment', 'relative-link'])).toEqual(codes);
  });
});

describe('terms', () => {
  const codes = ['circular-definition', 'definition-unused'];
  it('that begin with one another go in a circle', () => {
    const circle =
      definition('a', 'voyage', 'A journey by sea.') + definition('b', 'journey', 'A voyage by land.');
    expect(found(circle, codes)).toEqual(['circular-definition']);
    const line =
      definition('a', 'voyage', 'A journey by sea.') + definition('b', 'journey', 'A way for voyages.');
    expect(found(line, codes)).toEqual([]);
  });

  it.each([
    ['party', 'The parties agree.'],
    ['device', 'Your devices send it.'],
    ['Cookies', 'A cookie is set.'],
  ])('%s is used in “%s”', (title, text) => {
    expect(found(definition('a', title, 'Words.') + statement(text), codes)).toEqual([]);
  });

  it('is not used by a word that only begins alike', () => {
    const unused = definition('a', 'part', 'Words.') + statement('We participate.');
    expect(found(unused, codes)).toEqual(['definition-unused']);
  });
});
