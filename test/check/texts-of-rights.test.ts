import { expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** What is found in the text of a clause that gives these rights. */
function foundIn(text: string, rights: string, fee = 'none', locale = 'en'): string[] {
  const [right = '', ...also] = rights.split(' ');
  const policy = policyFrom({
    'policy.yaml': smallHead.replaceAll(/\ben\b/g, locale),
    'chapters/main.yaml': `chapter: main
title: T
clauses:
  - id: r
    kind: right
    title: T
    right: ${right}
${also.length > 0 ? `    also: [${also.join(', ')}]\n` : ''}    fee: ${fee}
    text: ${JSON.stringify(text)}
`,
  });
  const codes = checkPolicy(policy).map(({ code }) => code);
  return codes.filter((code) => code === 'prose-names-other-fee' || code === 'prose-denies-right');
}

it.each([
  ['none', 'en', 'A copy costs 25 euros.'],
  ['none', 'en', 'We may charge a reasonable fee.'],
  ['none', 'en', 'We may charge a reasonable fee if requests are excessive.'],
  ['none', 'en', 'You pay for the postage.'],
  ['excessive-only', 'en', 'We charge a fee of 10 dollars.'],
  ['cost-based', 'en', 'This is free of charge.'],
  ['cost-based', 'en', 'We do not charge for this.'],
  ['none', 'de', 'Dafür erheben wir eine Gebühr.'],
  ['none', 'de', 'Jede Kopie kostet 5 Euro.'],
  ['cost-based', 'de', 'Die Auskunft ist unentgeltlich.'],
  ['none', 'fr', 'Nous facturons des frais raisonnables.'],
  ['cost-based', 'fr', 'La demande est gratuite.'],
  ['none', 'es', 'Cobramos una tarifa por cada copia.'],
  ['cost-based', 'es', 'La solicitud es gratuita.'],
  ['none', 'zh-CN', '对多次重复、超出合理限度的请求，我们将收取一定成本费用。'],
  ['excessive-only', 'zh-CN', '您需要支付费用。'],
  ['cost-based', 'zh-CN', '我们免费提供副本。'],
])('fee: %s, and in %s: %s', (fee, locale, text) => {
  expect(foundIn(text, 'access', fee, locale)).toEqual(['prose-names-other-fee']);
});

it.each([
  ['none', 'en', 'We do not charge a fee for this, and never will charge one.'],
  ['none', 'en', 'You do not pay for it: it is free of charge.'],
  ['none', 'en', 'We charge no fee.'],
  ['none', 'en', 'Do we charge a fee?'],
  ['none', 'en', 'You can ask us about the data of your payments and fees.'],
  ['excessive-only', 'en', 'This is free of charge. If requests are excessive, we may charge a fee.'],
  ['cost-based', 'en', 'The first copy is free of charge.'],
  ['cost-based', 'en', 'We charge a fee for every copy.'],
  ['none', 'de', 'Dafür erheben wir keine Gebühr.'],
  ['none', 'fr', 'Nous ne facturons aucuns frais.'],
  ['none', 'es', 'No cobramos ninguna tarifa.'],
  ['none', 'zh-CN', '我们不收取任何费用，您无需支付费用。'],
])('fee: %s, and nothing in %s: %s', (fee, locale, text) => {
  expect(foundIn(text, 'access', fee, locale)).toEqual([]);
});

it.each([
  ['access', 'en', 'You cannot see your data.'],
  ['access', 'en', 'You have no right to a copy of your personal data.'],
  ['copy', 'en', 'We do not give copies of data.'],
  ['portability', 'en', 'Your data is not portable.'],
  ['correct', 'en', "We can't correct your data."],
  ['delete', 'en', 'Write to us. Deletion is not possible.'],
  ['delete', 'en', 'Your data is never deleted'],
  ['access delete', 'en', 'You cannot have your data erased.'],
  ['object', 'en', 'You may not object to this.'],
  ['withdraw-consent', 'en', 'You cannot withdraw your consent.'],
  ['complain', 'en', 'You have no right to complain.'],
  ['access', 'zh-CN', '您无权查阅您的信息。'],
  ['delete', 'zh-CN', '我们不会删除您的个人信息。'],
  ['cancel-account', 'zh-CN', '不支持注销账号。'],
])('%s is denied in %s: %s', (rights, locale, text) => {
  expect(foundIn(text, rights, 'none', locale)).toEqual(['prose-denies-right']);
});

it.each([
  ['delete', 'en', 'We cannot delete data that the law obliges us to keep.'],
  ['delete', 'en', 'Not all data can be deleted.'],
  ['delete', 'en', 'You never have to ask us to delete it.'],
  ['delete', 'en', 'You cannot see your data.'],
  ['access', 'en', 'We will never ask you for your personal access information.'],
  ['access', 'en', 'We do not give your data to others.'],
  ['object', 'en', 'We do not object.'],
  ['object', 'en', 'Can you not object to this use?'],
  ['delete', 'en', 'We cannot delete your data if you have an open order.'],
  ['delete', 'zh-CN', '在您有未完成的订单时，我们不会删除您的信息。'],
  ['delete', 'zh-CN', '我们不会拒绝您的请求。'],
])('%s is not denied in %s: %s', (rights, locale, text) => {
  expect(foundIn(text, rights, 'none', locale)).toEqual([]);
});

it('takes no sentence of very many words for a plain one, and asks none of its thousand beginnings', () => {
  expect(foundIn('You cannot see your data.', 'access')).toEqual(['prose-denies-right']);
  expect(foundIn(`${'You cannot '.repeat(1000)}see your data.`, 'access')).toEqual([]);
});

it('leaves what limits a right alone', () => {
  const policy = policyFrom({
    'policy.yaml': smallHead,
    'chapters/main.yaml': `chapter: main
title: T
clauses:
  - { id: r, kind: right, title: T, right: delete, fee: none, limits: We cannot delete your data. We charge a fee. }
`,
  });
  const codes = checkPolicy(policy).map(({ code }) => code);
  expect(codes.filter((code) => /fee|denies-right/.test(code))).toEqual([]);
});
