import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** Codes of findings in the texts of statements, one a text, the last of which is whole. */
function found(
  texts: readonly string[],
  locale: 'en' | 'zh-CN' = 'en',
  titles: readonly string[] = [],
): string[] {
  const clauses = [...texts, locale === 'en' ? 'The end.' : '完。'].map(
    (text, at) =>
      `  - id: c${at}\n    kind: statement\n    title: ${JSON.stringify(titles[at] ?? (locale === 'en' ? 'A' : '甲'))}\n    text: ${JSON.stringify(text)}\n`,
  );
  const policy = policyFrom({
    'policy.yaml': smallHead.replaceAll(/\ben\b/g, locale),
    'chapters/main.yaml': `chapter: main\ntitle: ${locale === 'en' ? 'Main' : '正文'}\nclauses:\n${clauses.join('')}`,
  });
  const codes = [
    'incomplete-sentence',
    'typed-reference',
    'reference-by-position',
    'typed-number',
    'unbalanced-delimiter',
  ];
  return checkPolicy(policy)
    .map(({ code }) => code)
    .filter((code) => codes.includes(code));
}

describe('what documents of others have, and is no defect', () => {
  it.each([
    ['the lines of an address', ['Harbour Lane 7,', 'Exampleton,', 'EX4 2AB,']],
    ['items whose marks were escaped', ['1\\. the name of the owner;', '2\\. a description of the work;']],
    ['items with letters', ['(a) to answer you;', '(b) to keep records, and']],
    [
      'a word behind a bracket that asks',
      ['We keep it as Section A (How long do we keep it?) says above. Or (why?) below.'],
    ],
    [
      'a word behind the number of a section',
      ['You find it in Section A.4. below. Also in number 6. hereof.'],
    ],
    [
      'a word behind the legal form of a company',
      ['Wir geben sie an die Lampe Inc. weiter.', 'Lampe S.A. agit.', 'Papier e. V. hilft.'],
    ],
    ['a word behind a number in a bracket', ['Schreiben Sie dem Beauftragten (Ziff. 3) wenden.']],
    ['a list that a comma leads in', ['Als Leser haben Sie das Recht,\n\n- zu fragen;\n- zu gehen.']],
    [
      'items that say when, each for itself',
      ['We do so:\n\n- If you visit our house.\n- If you enter the garden.'],
    ],
    [
      'a condition behind an abbreviation',
      [
        'We do so:\n\n- when it pays (e.g. if the police demand this of the house).',
        'Some do (i.e. if it is late).',
      ],
    ],
    [
      'brackets that letters count in',
      ['Wir prüfen es (Art. 6 Abs. 1 lit. b) DSGVO) für Sie. (art. 6 (1)f) du RGPD), oui.'],
    ],
    ['quotation marks that close on both sides', ['Vous gardez le badge ”Profil Vérifié” sur la page.']],
    ['a condition without its comma', ['We help you. If you’re under 13 you don’t need to do anything.']],
    ['items that say when', ['What we record:\n\n- your name.\n- when the browser saw the advert.']],
    [
      'whom a letter begins with',
      [
        'Dear applicant,\n\nwe tell you here what we do.',
        'Sehr geehrte Damen und Herren,\n\nhier erfahren Sie es.',
      ],
    ],
    ['paragraphs of an enumeration', ['If you write to us, we use what you write to answer you;']],
  ])('%s', (_, texts) => {
    expect(found(texts.map((text) => text.replace(/, and$/, ',')))).toEqual([]);
  });

  it('items of a list in Chinese', () => {
    expect(found(['1\\. 为履行合同所必需；', '（二）为履行法定义务所必需；'], 'zh-CN')).toEqual([]);
  });

  it('when a policy was last changed, in Chinese, is no place in it', () => {
    const last = ['本政策最后修改于2019年4月20日。', '本隐私政策最后一次更新于去年。'];
    expect(found([...last, '见本政策最后的联系方式。'], 'zh-CN')).toEqual(['reference-by-position']);
  });

  it('a heading with a number is told once', () => {
    expect(found(['Words.'], 'en', ['Section 4: What we keep'])).toEqual(['typed-number']);
  });
});

describe('what is a defect all the same', () => {
  it.each([
    ['a sentence that ends with a comma', 'We keep what you write to us for as long as we need it to,'],
    [
      'a text whose last paragraph ends with a semicolon',
      'We keep it.\n\n1. the name;\n2. the address,\n\nand then;',
    ],
  ])('%s', (_, text) => {
    const policy = policyFrom({
      'policy.yaml': smallHead,
      'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - id: a\n    kind: statement\n    title: A\n    text: ${JSON.stringify(text)}\n`,
    });
    expect(checkPolicy(policy).map(({ code }) => code)).toContain('incomplete-sentence');
  });

  it('a section that a text names, and one that a heading names', () => {
    expect(found(['See Section 4 for that.'])).toEqual(['typed-reference']);
    expect(found(['Words.'], 'en', ['What Section 4 means'])).toEqual(['typed-reference']);
  });
});
