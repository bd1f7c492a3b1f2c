import { expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** The bases that the text of a function names wrongly, which rests on vital interests. */
function wrong(text: string, locale: string, more = ''): string[] {
  const policy = policyFrom({
    'policy.yaml': smallHead.replaceAll(/\ben\b/g, locale),
    'chapters/main.yaml': `chapter: main
title: T
clauses:
  - id: f
    kind: function
    tier: basic
    title: T
    purposes: [{ purpose: trade.payment, basis: vital-interests }${more}]
    collects: [contact.email]
    refusal: T
    text: ${JSON.stringify(text)}
`,
  });
  const found = checkPolicy(policy).filter(({ code }) => code === 'prose-names-other-basis');
  return found.map(({ args }) => ('basis' in args ? String(args.basis) : ''));
}

it.each([
  ['en', 'The legal basis for this is our legitimate interest in safety.', 'legitimate-interests'],
  ['en', 'We rely on your consent.', 'consent'],
  ['en', 'We do this on the basis of Article 6(1)(f) GDPR.', 'legitimate-interests'],
  ['en', 'Our lawful basis is performance of the contract.', 'contract'],
  ['en', 'Legal basis: Art. 6 (1) (c) GDPR', 'legal-obligation'],
  ['en', 'The lawful basis for it is a task carried out in the public interest.', 'public-task'],
  ['de', 'Rechtsgrundlage ist Art. 6 Abs. 1 S. 1 lit. b DSGVO.', 'contract'],
  ['de', 'Rechtsgrundlage ist Ihre Einwilligung.', 'consent'],
  ['de', 'Dies geschieht auf Grundlage unserer berechtigten Interessen.', 'legitimate-interests'],
  ['fr', 'La base légale est notre intérêt légitime.', 'legitimate-interests'],
  ['fr', 'Ce traitement est fondé sur votre consentement.', 'consent'],
  ['es', 'La base jurídica es el consentimiento.', 'consent'],
  ['zh-CN', '我们基于您的同意处理您的信息。', 'consent'],
  ['zh-CN', '为履行合同所必需，我们处理您的邮箱。', 'contract'],
])('%s: %s', (locale, text, basis) => {
  expect(wrong(text, locale)).toEqual([basis]);
});

it.each([
  ['en', 'The legal basis is your vital interests, Article 6(1)(d) GDPR.'],
  ['en', 'You may object where we rely on legitimate interests.'],
  ['en', 'We do not rely on your consent.'],
  ['en', 'What we do is based on songs, and on our contract with the museum or others.'],
  ['en', 'See Article 6 and Article 61(1)(a).'],
  ['de', 'Ihre Einwilligung können Sie widerrufen, Art. 6 Abs. 1 lit. a DSGVO.'],
  ['zh-CN', '您可以撤回基于您的同意的处理。'],
])('and nothing in %s: %s', (locale, text) => {
  expect(wrong(text, locale)).toEqual([]);
});

it('asks nothing where a purpose has no basis', () => {
  expect(wrong('We rely on your consent.', 'en', ', account.registration')).toEqual([]);
});
